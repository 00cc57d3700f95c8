import { normalize } from '@breakwater/core';
import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import type { Documents } from '../session/documents.ts';
import type { Result } from '../session/result.ts';
import type { Session } from '../session/session.ts';
import { toPath } from '../session/workspace.ts';
import { type Places, toDiagnostic } from './to-diagnostic.ts';

export interface PublisherOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  /** The editor asks for the diagnostics of open documents; then only those of closed files are sent unasked. */
  readonly pulls: boolean;
  readonly canRefresh: boolean;
  readonly placesOf: (result: Result) => Places;
}

/** Brings findings to the editor, each file's to its own document, and takes them away again. */
export class Publisher {
  readonly #options: PublisherOptions;
  /** What the editor was sent and shows, by path: its URI and the diagnostics as JSON. */
  readonly #shown = new Map<string, { readonly uri: string; readonly json: string }>();

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  diagnosticsOf(path: string, session: Session): readonly Diagnostic[] {
    const { placesOf } = this.#options;
    const all = session.resultsOf(path).flatMap((result) => {
      const here = result.findings.filter(({ at }) => toPath(result.root.folder, at.uri) === path);
      return normalize(here).map((finding) => toDiagnostic(finding, placesOf(result)));
    });
    return [...new Map(all.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
  }

  publish(paths: readonly string[], touched: ReadonlySet<string>, session: Session): void {
    const { documents, pulls, canRefresh, connection } = this.#options;
    let others = false;
    for (const path of paths) {
      const isOpen = documents.at(path) !== undefined;
      others ||= isOpen && !touched.has(path);
      if (!isOpen || !pulls) this.#send(path, this.diagnosticsOf(path, session));
    }
    // The editor asks again for what is edited, but cannot know what else an edit concerns.
    if (pulls && canRefresh && others) connection.languages.diagnostics.refresh();
  }

  /** From now on the editor asks; what it was sent for the closed file would stand there twice. */
  opened(path: string): void {
    if (this.#options.pulls) this.#send(path, []);
  }

  /** A closed document shows nothing, until a check says otherwise. Its URI is spelled as the editor did. */
  closed(path: string, uri: string): void {
    this.#options.connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
    this.#shown.delete(path);
  }

  #send(path: string, diagnostics: readonly Diagnostic[]): void {
    const { connection, documents } = this.#options;
    const uri = documents.uriOf(path);
    const version = documents.at(path)?.version;
    const json = JSON.stringify(diagnostics);
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
