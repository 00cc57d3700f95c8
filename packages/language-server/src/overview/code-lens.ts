import { type Finding, summaryOf } from '@breakwater/core';
import { type CodeLens, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { toRange } from '../diagnostics/to-diagnostic.ts';
import { type Feature, type Parts, pathAfterChecks } from '../feature.ts';
import { toPath } from '../session/path.ts';
import { landmarksOf } from './landmarks.ts';

/** The command of an editor that shows `breakwater/report`; others show the title alone. */
const SHOW_REPORT = 'breakwater.showReport';

/** Above each operation and each definition, how much of it changed. */
export const codeLenses: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  answer(connection, parts) {
    connection.onCodeLens(async ({ textDocument: { uri } }) => [...codeLensesIn(await pathAfterChecks(uri, parts), uri, parts)]);
    if (parts.client.workspace?.codeLens?.refreshSupport === true) refreshOthers(connection, parts);
  },
};

/** The editor asks again for what is edited, but cannot know what else an edit concerns. */
function refreshOthers(connection: Connection, { documents, touched, checked }: Parts): void {
  const edited = new Set<string>();
  touched.event((path) => void edited.add(path));
  checked.event((paths) => {
    const others = paths.some((path) => documents.at(path) && !edited.has(path));
    for (const path of paths) edited.delete(path);
    if (others) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
}

function codeLensesIn(path: string, uri: string, { session, editor }: Parts): readonly CodeLens[] {
  return session.resultsOf(path).flatMap(({ contract, findings, root }) =>
    landmarksOf(contract, findings)
      .filter(({ at }) => toPath(root.folder, at.uri) === path)
      .map(({ at, scope, changes }) => ({
        range: toRange(at),
        command: { title: titleOf(changes), command: editor.shows ? SHOW_REPORT : '', arguments: [uri, ...(scope === undefined ? [] : [scope])] },
      })),
  );
}

/** `2 breaking, 1 compatible change`. */
function titleOf(changes: readonly Finding[]): string {
  const { breaking, dangerous, compatible, accepted } = summaryOf(changes);
  const counts = Object.entries({ breaking, dangerous, compatible, accepted }).filter(([, count]) => count > 0);
  const last = counts.at(-1)?.[1] ?? 0;
  return `${counts.map(([word, count]) => `${count} ${word}`).join(', ')} ${last === 1 ? 'change' : 'changes'}`;
}
