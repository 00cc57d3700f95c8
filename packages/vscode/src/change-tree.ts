import { EventEmitter, languages, ThemeColor, ThemeIcon, type TreeDataProvider, TreeItem, TreeItemCollapsibleState, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DOCUMENTS } from './document-selector.ts';
import type { ChangeGroup, ListedChange } from './messages.ts';

type Branch = ChangeGroup | ListedChange;

const ICON: Readonly<Record<ListedChange['verdict'], ThemeIcon>> = {
  breaking: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  dangerous: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  compatible: new ThemeIcon('pass'),
  accepted: new ThemeIcon('verified'),
};

/** The changes of the contract that one looks at, by operation. */
export class ChangeTree implements TreeDataProvider<Branch> {
  readonly #client: Promise<BaseLanguageClient>;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** The last document that was one of an API: the tree stays while one looks at a report. */
  #uri: string | undefined;

  constructor(client: Promise<BaseLanguageClient>) {
    this.#client = client;
  }

  /** The document that it is about. */
  get uri(): string | undefined {
    return this.#uri;
  }

  /** Something else may be known of a document. */
  update(uri: string): void {
    const active = window.activeTextEditor?.document.uri.toString();
    if (active === undefined || Uri.parse(uri).toString() !== active) return;
    this.#uri = active;
    this.#changed.fire();
  }

  /** One looks at another document. */
  follow(): void {
    const active = window.activeTextEditor?.document;
    if (!active || languages.match([...DOCUMENTS], active) === 0 || active.uri.toString() === this.#uri) return;
    this.#uri = active.uri.toString();
    this.#changed.fire();
  }

  getTreeItem(branch: Branch): TreeItem {
    return 'changes' in branch ? groupItem(branch) : changeItem(branch);
  }

  async getChildren(branch?: Branch): Promise<Branch[]> {
    if (branch) return 'changes' in branch ? [...branch.changes] : [];
    const [client, uri] = [await this.#client, this.#uri];
    return uri !== undefined && client.isRunning() ? client.sendRequest<ChangeGroup[]>('breakwater/changes', { uri }) : [];
  }
}

function groupItem({ label, changes }: ChangeGroup): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = String(changes.length);
  item.contextValue = 'group';
  return item;
}

function changeItem({ message, verdict, ruleId, fingerprint, at, before }: ListedChange): TreeItem {
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.id = `${at.uri} ${fingerprint}`;
  item.description = ruleId;
  item.tooltip = message;
  item.iconPath = ICON[verdict];
  item.contextValue = before ? 'change.withBase' : 'change';
  item.command = { title: 'Show', command: 'breakwater.show', arguments: [at] };
  return item;
}
