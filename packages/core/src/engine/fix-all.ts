import type { Finding } from '../finding/finding.ts';
import type { Edit } from '../text/edit.ts';
import type { Fix } from './rule.ts';

export interface Repairs {
  readonly edits: readonly Edit[];
  /** The findings that the edits remove. */
  readonly repaired: readonly Finding[];
}

/**
 * Edits for many findings at once: of each finding the first fix that is allowed, and of two fixes that touch the same text the
 * first. The other is made when it is asked for again, on the text as it is then.
 */
export function fixAll(fixesOf: ReadonlyMap<Finding, readonly Fix[]>, isAllowed: (fix: Fix) => boolean): Repairs {
  const taken = new Map<string, Edit[]>();
  const edits: Edit[] = [];
  const repaired: Finding[] = [];
  for (const [finding, fixes] of fixesOf) {
    const fix = fixes.find(isAllowed);
    if (!fix || fix.edits.some((edit) => overlapping(taken.get(edit.uri) ?? [], edit))) continue;
    for (const edit of fix.edits) take(taken, edit);
    edits.push(...fix.edits);
    repaired.push(finding);
  }
  return { edits, repaired };
}

/** Lists are kept in the order of the text, so that a place in them is found by halving. */
function overlapping(taken: readonly Edit[], { span }: Edit): boolean {
  const at = placeIn(taken, span.start);
  return [taken[at - 1], taken[at]].some((other) => other !== undefined && other.span.start <= span.end && span.start <= other.span.end);
}

function take(taken: Map<string, Edit[]>, edit: Edit): void {
  const list = taken.get(edit.uri) ?? [];
  list.splice(placeIn(list, edit.span.start), 0, edit);
  taken.set(edit.uri, list);
}

function placeIn(edits: readonly Edit[], start: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
