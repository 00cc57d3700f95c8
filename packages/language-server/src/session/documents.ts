import { EditedFile, EditedText, joinedChange, offsetAt, type TextChange } from '@breakwater/core';
import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { pathOf, uriOf } from './path.ts';

/** What an editor told that became of a text. */
interface Told {
  readonly before: EditedText;
  readonly after: EditedText;
  readonly change: TextChange;
}

/** A text as an editor holds it. It is one text at a time; the next change gives another one. */
export interface OpenText {
  readonly path: string;
  /** As the editor spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: EditedText;
}

/** The file lives: its lines are moved, not counted again. */
class OpenDocument implements OpenText {
  readonly path: string;
  readonly uri: string;
  version: number;
  file: EditedFile;

  constructor(path: string, uri: string, version: number, text: string) {
    this.path = path;
    this.uri = uri;
    this.version = version;
    this.file = new EditedFile(path, EditedText.of(text));
  }

  get text(): EditedText {
    return this.file.edited;
  }
}

/** The documents that the editor holds, by path. Others than files are nobody's: a diff view shows `git:` ones. */
export class Documents {
  readonly #byPath = new Map<string, OpenDocument>();
  readonly #told = new Map<string, Told>();

  open({ textDocument: { uri, version, text } }: DidOpenTextDocumentParams): string | undefined {
    const path = pathOf(uri);
    if (path !== undefined) this.#byPath.set(path, new OpenDocument(path, uri, version, text));
    return path;
  }

  /** `undefined` for a change that is not one of the document as it is here: unknown, or older than what is here (threat T28). */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): string | undefined {
    const path = pathOf(uri);
    const known = path === undefined ? undefined : this.#byPath.get(path);
    if (path === undefined || !known || version <= known.version) return undefined;
    for (const change of contentChanges) this.#update(known, change);
    known.version = version;
    return path;
  }

  #update(document: OpenDocument, change: TextDocumentContentChangeEvent): void {
    const { path, file } = document;
    if (!('range' in change)) {
      document.file = new EditedFile(path, EditedText.of(change.text));
      this.#told.delete(path);
      return;
    }
    const ends = [offsetAt(file, change.range.start), offsetAt(file, change.range.end)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    const [before, after] = [file.edited, file.edited.replaced(from, to, change.text)];
    const own = { from, to, by: after.length - before.length };
    file.replace(after, own);
    const known = this.#told.get(path);
    this.#told.set(path, known?.after === before ? { before: known.before, after, change: joinedChange(known.change, own) } : { before, after, change: own });
  }

  /** Where a text differs from one before, as the editor told it; `undefined` where that is not known. From then on, only what is told later is. */
  takeChange(path: string, before: EditedText, after: EditedText): TextChange | undefined {
    const known = this.#told.get(path);
    this.#told.delete(path);
    return known?.after === after && known.before === before ? known.change : undefined;
  }

  close(uri: string): string | undefined {
    const path = pathOf(uri);
    if (path !== undefined) this.#told.delete(path);
    return path !== undefined && this.#byPath.delete(path) ? path : undefined;
  }

  at(path: string): OpenText | undefined {
    return this.#byPath.get(path);
  }

  paths(): readonly string[] {
    return [...this.#byPath.keys()];
  }

  all(): readonly OpenText[] {
    return [...this.#byPath.values()];
  }

  /** As the editor spells it, so that what is said of a file lands in its document. */
  uriOf(path: string): string {
    return this.#byPath.get(path)?.uri ?? uriOf(path);
  }
}
