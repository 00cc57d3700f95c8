import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { BaseChoice } from './messages.ts';

interface Choice extends QuickPickItem {
  /** What to compare with, or how to ask for it. */
  readonly base?: string | (() => Thenable<string | undefined>);
}

const TITLES = [
  ['branch', 'Branches'],
  ['tag', 'Tags'],
  ['commit', 'Commits'],
] as const;

const OTHERS: readonly Choice[] = [
  { label: 'Others', kind: QuickPickItemKind.Separator },
  { label: '$(file) A file…', base: pickFile },
  { label: '$(tag) The last release', description: 'tag:*', base: 'tag:*' },
  { label: '$(edit) Another revision…', base: () => window.showInputBox({ prompt: 'A branch, a tag or a commit', placeHolder: 'origin/main~3' }) },
];

/** What the user wants to compare a document with, as the server reads it. */
export async function askForBase(client: BaseLanguageClient, uri: string): Promise<string | undefined> {
  const choices = await client.sendRequest<BaseChoice[]>('breakwater/baseChoices', { uri });
  const items = TITLES.flatMap(([kind, label]): Choice[] => {
    const own = choices.filter((choice) => choice.kind === kind);
    return own.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...own.map((choice) => ({ label: choice.label, base: choice.base }))];
  });
  const picked = await window.showQuickPick([...items, ...OTHERS], { placeHolder: 'Compare with…', matchOnDescription: true });
  return typeof picked?.base === 'function' ? picked.base() : picked?.base;
}

async function pickFile(): Promise<string | undefined> {
  const [file] = (await window.showOpenDialog({ title: 'Compare with', filters: { Contracts: ['yaml', 'yml', 'json'] } })) ?? [];
  return file && `file:${file.path}`;
}
