import type { Edit } from '../text/edit.ts';
import { child, type Node } from '../tree/node.ts';
import type { Fix } from './rule.ts';

/** One repair of several edits, or none where one of the edits cannot be made. */
export function repair(title: string, safe: boolean, ...edits: readonly (Edit | undefined)[]): readonly Fix[] {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length > 0 && made.length === edits.length ? [{ title, safe, edits: made }] : [];
}

/** Puts other text in the place of a value; `undefined` when the value's text is not there, as with an alias. */
export function replaceValue(map: Node | undefined, name: string, text: string): Edit | undefined {
  const value = child(map, name);
  return value && value.parent === map ? { uri: value.file.uri, span: { start: value.start, end: value.end }, text } : undefined;
}
