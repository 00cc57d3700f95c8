import type { SourceFile, Span } from '../text/source-file.ts';
import { cursorInBlock } from './cursor-in-block.ts';
import { cursorInFlow } from './cursor-in-flow.ts';
import { flowAround } from './flow-around.ts';
import { isJson } from './notation.ts';

/** Where something is being written, as the text alone tells it: half typed, so that no reader knows. */
export interface Cursor {
  /** Keys and indexes from the root: to the map in which a key is written, else to the value. */
  readonly path: readonly (string | number)[];
  /** `item`: a value in a list, which may as well become the first key of a map. */
  readonly role: 'key' | 'value' | 'item';
  /** What is written there already, quotes included, before and behind the place. */
  readonly token: Span;
  readonly notation: 'block' | 'flow' | 'json';
  /** The other keys of the map, with what stands beside them on their line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** A colon follows: the key is there, and gets another name only. */
  readonly hasColon: boolean;
  /** What has to stand before it. */
  readonly before: '' | ' ';
  /** What has to stand behind it, since more follows. */
  readonly after: '' | ',';
  /** Where a comma is missing before it. */
  readonly gap?: number;
}

/** `undefined` where nothing can be proposed: in comments and in texts of several lines. */
export function cursorAt(file: SourceFile, offset: number): Cursor | undefined {
  const { text } = file;
  if (isJson(file)) return cursorInFlow(text, text.search(/[[{]/), offset, 'json');
  const start = flowAround(text, offset);
  if (start === undefined) {
    const cursor = cursorInBlock(text, offset);
    return cursor && /[{[|>&*!]/.test(text.charAt(cursor.token.start)) && cursor.token.end > cursor.token.start ? undefined : cursor;
  }
  const outer = cursorInBlock(text, start);
  const inner = outer && cursorInFlow(text, start, offset, 'flow');
  return inner && { ...inner, path: [...outer.path, ...inner.path] };
}
