import { normalize } from '@breakwater/core';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Documents } from '../session/documents.ts';
import { toPath, toRelative } from '../session/path.ts';
import type { Result } from '../session/result.ts';
import type { Session } from '../session/session.ts';
import { type Places, toDiagnostic } from './to-diagnostic.ts';

export interface PublisherOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  /** The editor asks for the diagnostics of open documents; then only those of closed files are sent unasked, until it asks for these, too. */
  readonly pulls: boolean;
  readonly canRefresh: boolean;
  readonly placesOf: (result: Result) => Places;
  /** What contracts that nobody has opened say of a file. */
  readonly closed: (path: string) => readonly Diagnostic[];
}

/** Who answers an editor that asks for all files. */
export interface Deliver {
  /** Something else may be to be said of them. */
  changed(paths: readonly string[]): void;
  /** The editor asked for this one alone. */
  asked(path: string): void;
}

/** Brings findings to the editor, each file's to its own document, and takes them away again. */
export class Publisher {
  readonly #options: PublisherOptions;
  /** What the editor was sent and shows, by path: its URI and the diagnostics as JSON. */
  readonly #shown = new Map<string, { readonly uri: string; readonly json: string }>();
  /** What the editor got when it asked, and for which text. */
  readonly #pulled = new Map<string, { readonly version: number | undefined; readonly json: string }>();
  #deliver: Deliver | undefined;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** The editor asks for all files from now on; what was sent unasked is taken back. */
  deliver(deliver: Deliver): void {
    const sent = this.#deliver ? [] : [...this.#shown.keys()].filter((path) => this.#options.documents.at(path) === undefined);
    this.#deliver = deliver;
    for (const path of sent) this.#send(path, []);
  }

  diagnosticsOf(path: string, session: Session): readonly Diagnostic[] {
    const { placesOf, closed } = this.#options;
    const lists = session.resultsOf(path).map((result) => {
      const uri = toRelative(result.root.folder, path);
      return result.findings.filter(({ at }) => at.uri === uri).map((finding) => toDiagnostic(finding, placesOf(result)));
    });
    const [first = [], ...others] = [...lists, closed(path)].filter((list) => list.length > 0);
    return others.length === 0 ? first : [...new Map([first, ...others].flat().map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
  }

  publish(paths: readonly string[], session: Session): void {
    const { documents, pulls, canRefresh, connection } = this.#options;
    let outdated = false;
    for (const path of paths) {
      const isOpen = documents.at(path) !== undefined;
      outdated ||= isOpen && this.#isOutdated(path, session);
      if (isOpen ? !pulls : !this.#deliver) this.#send(path, this.diagnosticsOf(path, session));
    }
    this.#deliver?.changed(paths);
    if (pulls && canRefresh && outdated) connection.languages.diagnostics.refresh();
  }

  /** The answer to an editor that asks. */
  pulled(path: string, session: Session): readonly Diagnostic[] {
    const diagnostics = this.diagnosticsOf(path, session);
    this.#pulled.set(path, { version: this.#options.documents.at(path)?.version, json: JSON.stringify(diagnostics) });
    this.#deliver?.asked(path);
    return diagnostics;
  }

  /** The editor asks again for what is edited, but cannot know what else an edit, a setting or a file concerns. */
  #isOutdated(path: string, session: Session): boolean {
    const known = this.#pulled.get(path);
    if (!known || known.version !== this.#options.documents.at(path)?.version) return false;
    return known.json !== JSON.stringify(this.diagnosticsOf(path, session));
  }

  /** From now on the editor asks; what it was sent for the closed file would stand there twice. */
  opened(path: string): void {
    if (this.#options.pulls) this.#send(path, []);
  }

  /** A closed document shows nothing, until a check says otherwise. Its URI is spelled as the editor did. */
  closed(path: string, uri: string): void {
    this.#options.connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
    this.#shown.delete(path);
    this.#pulled.delete(path);
  }

  #send(path: string, diagnostics: readonly Diagnostic[]): void {
    const { connection, documents } = this.#options;
    const uri = documents.uriOf(path);
    const version = documents.at(path)?.version;
    // Only what is sent unasked of a file that is not open may be what is there already.
    const json = version === undefined ? JSON.stringify(diagnostics) : '';
    const before = this.#shown.get(path);
    if (!before && diagnostics.length === 0 && version === undefined) return;
    if (before && before.uri !== uri) connection.sendDiagnostics({ uri: before.uri, diagnostics: [] }).catch(() => undefined);
    if (version === undefined && before?.uri === uri && before.json === json) return;
    this.#shown.set(path, { uri, json });
    connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics: [...diagnostics] }).catch(() => undefined);
  }
}

/** A file that two contracts share has a finding of both only once. */
function keyOf({ code, message, range }: Diagnostic): string {
  return JSON.stringify([code, message, range]);
}

/** What is to be shown of a result, by path. */
export function diagnosticsByPath(result: Result, places: Places): ReadonlyMap<string, readonly Diagnostic[]> {
  const byPath = Map.groupBy(result.findings, ({ at }) => toPath(result.root.folder, at.uri));
  return new Map([...byPath].map(([path, findings]) => [path, normalize(findings).map((finding) => toDiagnostic(finding, places))]));
}
