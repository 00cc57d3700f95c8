import { type BlockLine, besideOf, type LinePart, lineAt, partsOfLine } from './block-line.ts';

interface Way {
  readonly path: readonly (string | number)[];
  readonly siblings: ReadonlyMap<string, string>;
}

/** The nearest part that is still open, while lines are read upward. */
interface Open {
  column: number;
  isDash: boolean;
  /** From the inside to the outside. */
  readonly steps: (string | number)[];
  readonly siblings: Map<string, string>;
}

/** The keys and dashes above that a column on a line is in; `undefined` inside of a text. Linear: each line above is looked at once. */
export function wayTo(text: string, line: BlockLine, column: number, parts: readonly LinePart[]): Way | undefined {
  const open: Open = { column, isDash: false, steps: [], siblings: new Map() };
  const own = parts.filter((part) => part.column < column);
  if (!takeAll(text, line, own, open)) return undefined;
  for (let at = line.start - 1; at >= 0; ) {
    const above = lineAt(text, at);
    at = above.start - 1;
    if (!above.says || above.indent > open.column) continue;
    if (text.startsWith('---', above.start)) break;
    if (!takeAll(text, above, partsOfLine(text, above), open)) return undefined;
  }
  return { path: open.steps.reverse(), siblings: open.siblings };
}

function takeAll(text: string, line: BlockLine, parts: readonly LinePart[], open: Open): boolean {
  return parts.toReversed().every((part) => take(text, line, part, open));
}

/** `false`: what is below is a text and no part of the structure. */
function take(text: string, line: BlockLine, part: LinePart, open: Open): boolean {
  const { column, key } = part;
  if (column > open.column) return true;
  const isBeside = column === open.column && (key === undefined || !open.isDash);
  if (isBeside) {
    if (key === undefined && open.isDash) open.steps.push(Number(open.steps.pop()) + 1);
    if (key !== undefined && open.steps.length === 0) open.siblings.set(key, besideOf(text, part, line));
    return true;
  }
  // Beside the key of a map or list stands at most its anchor or tag.
  if (key !== undefined && !/^(?:[&!]\S*\s*)*$/.test(besideOf(text, part, line))) return false;
  open.steps.push(key ?? 0);
  open.column = column;
  open.isDash = key === undefined;
  return true;
}

/** The keys below that belong to the same map. */
export function siblingsBelow(text: string, line: BlockLine, column: number): ReadonlyMap<string, string> {
  const siblings = new Map<string, string>();
  for (let at = line.end + 1; at < text.length; ) {
    const below = lineAt(text, at);
    at = below.end + 1;
    if (!below.says || below.indent > column) continue;
    if (below.indent < column) break;
    const [part] = partsOfLine(text, below);
    if (part?.key !== undefined) siblings.set(part.key, besideOf(text, part, below));
  }
  return siblings;
}
