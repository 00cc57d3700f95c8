import { asBefore, clip, defineChange, itemsOf, type Node, numberOf, sourceOf } from '@breakwater/core';
import { exactNumber } from '../containment/decimal.ts';
import { BOUNDS } from '../effective.ts';
import type { SchemaElement } from '../schema-element.ts';

interface LargeNumberChanged {
  readonly keyword: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const KEYWORDS = [...BOUNDS, 'multipleOf', 'const', 'enum'];
/** Digits of which every reader keeps all. */
const KEPT_DIGITS = 15;

/**
 * Values are compared as most readers of JSON have them, as doubles (RFC 8259, section 6): numbers that differ further on are one to them.
 * Whether a message is refused then depends on who reads it, so nothing is proved, and it is told all the same.
 */
export const largeNumberChanged = defineChange<SchemaElement, LargeNumberChanged>({
  id: 'large-number-changed',
  on: 'schema',
  impact: () => ({ backward: 'dangerous', forward: 'dangerous' }),
  message: ({ keyword, label, from, to }) => `\`${keyword}\` of ${label} was ${from} and is ${to}: most readers of JSON take both for the same number.`,
  remedies: ({ keyword }, sides) => asBefore(sides, keyword),
  changed(before, after, report) {
    for (const keyword of KEYWORDS) {
      const now = longNumbersOf(after, keyword);
      if (now.length === 0) continue;
      const old = longNumbersOf(before, keyword);
      const byNumber = new Map(old.map((node) => [numberOf(node), node]));
      const exact = new Set(old.map(exactOf));
      for (const node of now) {
        const related = byNumber.get(numberOf(node));
        if (related && !exact.has(exactOf(node)))
          report({ keyword, label: after.label, from: shown(related), to: shown(node) }, after.effective().all(keyword)[0], { related });
      }
    }
  },
});

function longNumbersOf(schema: SchemaElement, keyword: string): readonly Node[] {
  const nodes = schema.effective().all(keyword);
  return nodes.flatMap((node) => (node.kind === 'seq' ? itemsOf(node) : [node])).filter(isLongNumber);
}

function isLongNumber(node: Node): boolean {
  return numberOf(node) !== undefined && (node.end - node.start > KEPT_DIGITS || !Number.isFinite(numberOf(node)));
}

function exactOf(node: Node): string {
  return exactNumber(sourceOf(node));
}

function shown(node: Node): string {
  return clip(sourceOf(node), 40);
}
