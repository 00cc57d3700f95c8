import type { Edit } from '../text/edit.ts';
import { lineStartsOf } from '../text/source-file.ts';
import { entriesOf, itemsOf, type Node, type ScalarNode } from '../tree/node.ts';
import { isJson, lineAround, lineBreakOf } from './notation.ts';

const MARKER = 'breakwater-ignore';

/**
 * A comment that says of a line (from 0) that a finding of it is known: at its end or, where that is inside a text, above it.
 * Its reason is left to the author. `undefined` where no comment can stand: in JSON, and within texts of several lines.
 */
export function ignoreComment(root: Node, line: number, ruleId: string): Edit | undefined {
  const { file } = root;
  const start = lineStartsOf(file)[line];
  if (start === undefined || isJson(file)) return undefined;
  const { end } = lineAround(file, start);
  const text = file.text.slice(start, end);
  if (text.includes(MARKER)) return undefined;
  const texts = textsOf(root);
  const isInside = (offset: number) => texts.some((scalar) => scalar.start < offset && offset < scalar.end);
  const comment = `# ${MARKER} ${ruleId}`;
  if (!isInside(end) && !isHeader(texts, end)) return { uri: file.uri, span: { start: end, end }, text: ` ${comment}` };
  if (isInside(start)) return undefined;
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  return { uri: file.uri, span: { start, end: start }, text: `${indent}${comment}${lineBreakOf(file)}` };
}

/** The sign of a block text ends its line, and so may the span of an empty one. */
function isHeader(texts: readonly ScalarNode[], end: number): boolean {
  return texts.some(({ style, start, end: last }) => style === 'block' && start < end && end <= last);
}

function textsOf(root: Node): readonly ScalarNode[] {
  const texts: ScalarNode[] = [];
  const seen = new Set<Node>();
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar') texts.push(node);
    stack.push(...itemsOf(node), ...entriesOf(node).map(({ value }) => value));
  }
  return texts;
}
