import { type Disposable, StatusBarAlignment, type StatusBarItem, ThemeColor, Uri, window, workspace } from 'vscode';
import type { Status } from './messages.ts';

const ICON: Readonly<Record<Status['level'], string>> = {
  none: '',
  checking: '$(sync~spin)',
  fine: '$(check)',
  dangerous: '$(warning)',
  breaking: '$(error)',
};
const COLOR: Readonly<Partial<Record<Status['level'], ThemeColor>>> = {
  dangerous: new ThemeColor('statusBarItem.warningBackground'),
  breaking: new ThemeColor('statusBarItem.errorBackground'),
};

/** How the contract of the document that one looks at stands. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem = window.createStatusBarItem('breakwater.status', StatusBarAlignment.Left, 10);
  readonly #known = new Map<string, Status>();
  readonly #listeners: Disposable[];

  constructor() {
    this.#item.name = 'Breakwater';
    this.#item.command = 'breakwater.showReport';
    const closed = workspace.onDidCloseTextDocument(({ uri }) => void this.#known.delete(uri.toString()));
    this.#listeners = [closed, window.onDidChangeActiveTextEditor(() => this.#show())];
  }

  update(status: Status): void {
    this.#known.set(Uri.parse(status.uri).toString(), status);
    this.#show();
  }

  /** Where the document that one looks at is as it was in the base. */
  get baseUri(): string | undefined {
    return this.#current()?.baseUri;
  }

  dispose(): void {
    this.#item.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #current(): Status | undefined {
    const uri = window.activeTextEditor?.document.uri;
    return uri && this.#known.get(uri.toString());
  }

  #show(): void {
    const status = this.#current();
    if (!status || status.level === 'none') {
      this.#item.hide();
      return;
    }
    // What comes from a repository must not be read as an icon.
    this.#item.text = `${ICON[status.level]} ${status.text.replaceAll('$(', '$ (')}`;
    this.#item.tooltip = status.detail;
    this.#item.backgroundColor = COLOR[status.level];
    this.#item.show();
  }
}
