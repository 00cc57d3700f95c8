import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf, uriOf } from './path.ts';

/** The documents that the editor holds, by path. Others than files are nobody's: a diff view shows `git:` ones. */
export class Documents {
  readonly #byPath = new Map<string, TextDocument>();

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): string | undefined {
    const path = pathOf(uri);
    if (path !== undefined) this.#byPath.set(path, TextDocument.create(uri, languageId, version, text));
    return path;
  }

  /** `undefined` for a change that is not one of the document as it is here: unknown, or older than what is here (threat T28). */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): string | undefined {
    const path = pathOf(uri);
    const known = path === undefined ? undefined : this.#byPath.get(path);
    if (path === undefined || !known || version <= known.version) return undefined;
    this.#byPath.set(path, TextDocument.update(known, [...contentChanges], version));
    return path;
  }

  close(uri: string): string | undefined {
    const path = pathOf(uri);
    return path !== undefined && this.#byPath.delete(path) ? path : undefined;
  }

  at(path: string): TextDocument | undefined {
    return this.#byPath.get(path);
  }

  paths(): readonly string[] {
    return [...this.#byPath.keys()];
  }

  /** As the editor spells it, so that what is said of a file lands in its document. */
  uriOf(path: string): string {
    return this.#byPath.get(path)?.uri ?? uriOf(path);
  }
}
