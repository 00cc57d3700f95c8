import type { EditedText } from '../../src/text/edited-text.ts';
import { changeBetween } from '../../src/text/text-change.ts';

/** What an editor holds once a text has become another one: only the difference is new. */
export function editedTo(edited: EditedText, text: string): EditedText {
  const { from, to, by } = changeBetween(edited, text);
  return edited.replaced(from, to, text.slice(from, to + by));
}
