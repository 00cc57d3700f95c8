import { EditedText } from './edited-text.ts';
import { moveStarts, type SourceFile } from './source-file.ts';
import type { TextChange } from './text-change.ts';
import { keepHeld } from './text-holds.ts';

/** A file whose text becomes another one with every edit. */
export class EditedFile implements SourceFile {
  readonly uri: string;
  #edited: EditedText;

  constructor(uri: string, edited: EditedText) {
    this.uri = uri;
    this.#edited = edited;
  }

  get text(): string {
    return this.#edited.text;
  }

  get edited(): EditedText {
    return this.#edited;
  }

  /** Gives the file another text, of which `change` says where it differs. Whoever holds the file has the new text then: only for who reads it again. */
  replace(edited: EditedText, change: TextChange): void {
    moveStarts(this, edited, change);
    keepHeld(this, edited, change);
    this.#edited = edited;
  }
}

/** A file with the text that was found for it. */
export function fileWith(uri: string, found: { readonly text: string }): SourceFile {
  return found instanceof EditedText ? new EditedFile(uri, found) : { uri, text: found.text };
}

export function editedTextOf(file: SourceFile): EditedText {
  return file instanceof EditedFile ? file.edited : EditedText.of(file.text);
}
