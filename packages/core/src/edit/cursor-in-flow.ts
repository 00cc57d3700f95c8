import type { Span } from '../text/source-file.ts';
import type { Cursor } from './cursor.ts';
import { type FlowToken, flowTokens } from './flow-tokens.ts';

/** A pair of brackets that is not closed. */
interface Frame {
  readonly isMap: boolean;
  index: number;
  key: string | undefined;
  expects: 'key' | 'colon' | 'value' | 'comma';
  readonly siblings: Map<string, string>;
}

/** After the place no more than this is read for the other keys of its map. */
const MAX_BEHIND = 200_000;

/** Where a place is between brackets that begin at `start`. Linear in what is before it; commas and quotes may be missing. */
export function cursorInFlow(text: string, start: number, offset: number, notation: 'flow' | 'json'): Cursor | undefined {
  if (start < 0 || offset <= start) return undefined;
  const frames: Frame[] = [];
  let last = start;
  for (const token of flowTokens(text, start, notation)) {
    if (token.end >= offset && token.start <= offset && token.kind !== 'mark') {
      if (token.kind === 'comment' || (token.isClosed && offset === token.end && notation === 'json' && token.kind === 'quoted')) return undefined;
      return cursorOn(text, token, last, frames, notation);
    }
    if (token.start >= offset) break;
    if (token.kind !== 'comment') last = token.end;
    take(text, token, frames);
    if (frames.length === 0) return undefined;
  }
  return cursorOn(text, { start: offset, end: offset }, last, frames, notation);
}

function cursorOn(text: string, token: Span, last: number, frames: readonly Frame[], notation: 'flow' | 'json'): Cursor | undefined {
  const frame = frames.at(-1);
  const isLater = frame?.expects === 'comma' && text.slice(last, token.start).includes('\n');
  if (!frame || frame.expects === 'colon' || (frame.expects === 'comma' && !isLater)) return undefined;
  const path = frames.slice(0, -1).map(stepOf);
  const role = !frame.isMap ? 'item' : frame.expects === 'value' ? 'value' : 'key';
  const own = !frame.isMap ? [isLater ? frame.index + 1 : frame.index] : role === 'value' ? [frame.key ?? ''] : [];
  const behind = behindOf(text, token.end, frame, notation);
  const before = text.charAt(token.start - 1) === ':' ? ' ' : '';
  const hasColon = role === 'key' && /^\s*:/.test(text.slice(token.end, token.end + 100));
  const more = { path: [...path, ...own], role, token: { start: token.start, end: token.end }, notation, siblings: behind.siblings, hasColon } as const;
  return { ...more, before, after: !hasColon && behind.needsComma ? ',' : '', ...(isLater && { gap: last }) };
}

function stepOf({ isMap, key, index }: Frame): string | number {
  return isMap ? (key ?? '') : index;
}

function take(text: string, token: FlowToken, frames: Frame[]): void {
  const frame = frames.at(-1);
  const written = text.slice(token.start, token.end);
  if (token.kind === 'comment') return;
  if (token.kind !== 'mark') {
    if (frame) takeText(frame, token, written);
  } else if (written === '{' || written === '[') {
    frames.push({ isMap: written === '{', index: 0, key: undefined, expects: written === '{' ? 'key' : 'value', siblings: new Map() });
  } else if (written === '}' || written === ']') {
    frames.pop();
    const outer = frames.at(-1);
    if (outer?.isMap && outer.key !== undefined) outer.siblings.set(outer.key, '');
    if (outer) outer.expects = 'comma';
  } else if (frame && written === ',') {
    frame.index++;
    frame.expects = frame.isMap ? 'key' : 'value';
  } else if (frame?.isMap && written === ':') frame.expects = 'value';
}

/** Where a comma or a value is missing, the next text is the next key. */
function takeText(frame: Frame, token: FlowToken, written: string): void {
  if (!frame.isMap) {
    frame.expects = 'comma';
  } else if (frame.expects === 'value') {
    if (frame.key !== undefined) frame.siblings.set(frame.key, written);
    frame.expects = 'comma';
  } else {
    frame.key = token.text;
    frame.expects = 'colon';
  }
}

/** What follows a place in the same map: its keys, and whether a comma has to come before them. */
function behindOf(
  text: string,
  offset: number,
  { isMap, siblings }: Frame,
  notation: 'flow' | 'json',
): Pick<Cursor, 'siblings'> & { readonly needsComma: boolean } {
  const all = new Map(siblings);
  const start = offset;
  const frames: Frame[] = [{ isMap, index: 0, key: undefined, expects: 'comma', siblings: all }];
  let needsComma: boolean | undefined;
  for (const token of flowTokens(text, start, notation)) {
    if (token.start - start > MAX_BEHIND) break;
    if (token.kind === 'comment') continue;
    needsComma ??= token.kind !== 'mark' || /[{[]/.test(text.charAt(token.start));
    take(text, token, frames);
    if (frames.length === 0) break;
  }
  return { siblings: all, needsComma: needsComma === true };
}
