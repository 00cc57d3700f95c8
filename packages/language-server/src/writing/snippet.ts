/** A text to insert, with places that the editor leads its author through, if it can. */
export interface Snippet {
  readonly isPlain: boolean;
  /** Text as it is. */
  text(text: string): string;
  /** The next place; `choices` as they are to be written. */
  hole(choices?: readonly string[]): string;
}

export function createSnippet(isPlain: boolean): Snippet {
  let count = 0;
  return {
    isPlain,
    text: (text) => (isPlain ? text : escaped(text, /[\\$}]/g)),
    hole(choices = []) {
      if (isPlain) return '';
      count++;
      return choices.length === 0 ? `$${count}` : `\${${count}|${choices.map((choice) => escaped(choice, /[\\$},|]/g)).join(',')}|}`;
    },
  };
}

function escaped(text: string, what: RegExp): string {
  return text.replaceAll(what, (mark) => `\\${mark}`);
}
