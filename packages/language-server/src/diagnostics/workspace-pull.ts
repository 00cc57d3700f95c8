import { type Diagnostic, LSPErrorCodes, ResponseError, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Feature, Parts } from '../feature.ts';
import { pathOf } from '../session/path.ts';

type Reports = readonly WorkspaceDocumentDiagnosticReport[];

/**
 * Diagnostics of what is not shown, for an editor that asks for them. Where it takes them in parts, the request stays open and tells what
 * changes, as the protocol advises; else it is answered once.
 */
export const pulledWorkspace: Feature = {
  capabilities: () => ({}),
  answer(connection, parts) {
    const results = new Results(parts);
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, inParts) => {
      const has = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const tell = (paths: Iterable<string>): Reports => [...paths].flatMap((path) => results.reportOf(path, has));
      const all = () => tell(new Set([...[...has.keys()].flatMap((uri) => pathOf(uri) ?? []), ...results.paths()]));
      const report = (paths: Iterable<string>) => {
        const items = inParts && !token.isCancellationRequested ? tell(paths) : [];
        if (items.length > 0) inParts?.report({ items: [...items] });
      };
      const later = gathering(report);
      const isOpen = (path: string) => parts.documents.at(path) !== undefined;
      parts.publisher.deliver({
        changed(paths) {
          report(paths.filter((path) => !isOpen(path)));
          later(paths.filter(isOpen));
        },
        asked(path) {
          has.set(parts.documents.uriOf(path), ASKED);
          later([path]);
        },
      });
      await parts.session.settle();
      if (!inParts) await parts.closed.settle();
      await parts.session.settle();
      if (!inParts) return { items: [...all()] };
      inParts.report({ items: [...all()] });
      await new Promise<void>((end) => void token.onCancellationRequested(end));
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    });
  },
};

/** How long an editor has to ask for an open document itself, in ms. It does not where a document is open without being shown. */
const ASKING_TIME = 500;

/** Tells of documents once nothing has happened to them for a while: who shows one has asked for it and got more recent news. */
function gathering(tell: (paths: Iterable<string>) => void): (paths: readonly string[]) => void {
  const gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (paths) => {
    for (const path of paths) gathered.add(path);
    if (gathered.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      tell(gathered);
      gathered.clear();
    }, ASKING_TIME);
  };
}

/** In place of an id: what it got by asking, the editor throws away if the document is no longer shown by then. So it is told again. */
const ASKED = '';

/** What the editor was told of each file, and under which id. */
class Results {
  readonly #parts: Parts;
  readonly #told = new Map<string, { readonly json: string; readonly id: string }>();
  #count = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Every file of which something is to be said. */
  paths(): readonly string[] {
    const { session, closed } = this.#parts;
    return [...session.paths(), ...closed.paths()];
  }

  /** Nothing that the editor `has` already, by what is told here or by asking for the document. */
  reportOf(path: string, has: Map<string, string>): Reports {
    const { documents, publisher, session } = this.#parts;
    const uri = documents.uriOf(path);
    const items = publisher.diagnosticsOf(path, session);
    const resultId = this.#idOf(path, items);
    if (has.get(uri) === resultId || (items.length === 0 && !has.has(uri))) return [];
    has.set(uri, resultId);
    return [{ kind: 'full', uri, version: null, resultId, items: [...items] }];
  }

  #idOf(path: string, items: readonly Diagnostic[]): string {
    const json = JSON.stringify(items);
    const told = this.#told.get(path);
    if (told?.json === json) return told.id;
    const id = String(++this.#count);
    this.#told.set(path, { json, id });
    return id;
  }
}
