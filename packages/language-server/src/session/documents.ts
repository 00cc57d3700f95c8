import { joinedChange, type TextChange } from '@breakwater/core';
import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf, uriOf } from './path.ts';

/** What an editor told that became of a text. */
interface Told {
  readonly before: string;
  readonly after: string;
  readonly change: TextChange;
}

/** The documents that the editor holds, by path. Others than files are nobody's: a diff view shows `git:` ones. */
export class Documents {
  readonly #byPath = new Map<string, TextDocument>();
  readonly #told = new Map<string, Told>();

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
    for (const change of contentChanges) this.#update(path, known, change);
    TextDocument.update(known, [], version);
    return path;
  }

  #update(path: string, document: TextDocument, change: TextDocumentContentChangeEvent): void {
    const before = document.getText();
    const range = 'range' in change ? [document.offsetAt(change.range.start), document.offsetAt(change.range.end)] : undefined;
    TextDocument.update(document, [change], document.version);
    const after = document.getText();
    const known = this.#told.get(path);
    if (!range) this.#told.delete(path);
    else {
      const own = { from: Math.min(...range), to: Math.max(...range), by: after.length - before.length };
      const isNext = known?.after === before;
      this.#told.set(path, { before: isNext ? known.before : before, after, change: isNext ? joinedChange(known.change, own) : own });
    }
  }

  /** Where a text differs from one before, as the editor told it; `undefined` where that is not known. From then on, only what is told later is. */
  takeChange(path: string, before: string, after: string): TextChange | undefined {
    const known = this.#told.get(path);
    this.#told.delete(path);
    return known?.after === after && known.before === before ? known.change : undefined;
  }

  close(uri: string): string | undefined {
    const path = pathOf(uri);
    if (path !== undefined) this.#told.delete(path);
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
