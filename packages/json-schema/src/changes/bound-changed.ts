import { asBefore, type Move } from '@breakwater/core';
import { BOUNDS, type BoundKeyword } from '../effective.ts';
import { defineSchemaChange, tolerantReader } from '../schema-change.ts';
import { demandOf, isReplaced, moveOf, replacedBy } from './bound.ts';

interface BoundChanged {
  readonly keyword: BoundKeyword;
  /** The keyword that said it before, where that is another one. */
  readonly was: BoundKeyword;
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly move: Move;
}

export const boundChanged = defineSchemaChange<BoundChanged>({
  id: 'bound-changed',
  about: ({ keyword }, receiver) => demandOf(receiver, keyword),
  move: ({ move }) => move,
  // A consumer seldom checks what it reads against limits, so a provider that writes more freely is told of and does not fail by itself.
  policy: tolerantReader,
  message: ({ keyword, was, label, from, to, move }) =>
    keyword === was
      ? `\`${keyword}\` of ${label} ${move} from ${from ?? 'no limit'} to ${to ?? 'no limit'}.`
      : `\`${keyword}\` ${to} of ${label} took the place of \`${was}\` ${from}.`,
  remedies: ({ keyword, was }, sides) => asBefore(sides, keyword, was),
  changed(before, after, report) {
    const [old, now] = [before.effective().bounds, after.effective().bounds];
    for (const keyword of BOUNDS) {
      const was = replacedBy(keyword, old, now);
      if (isReplaced(keyword, old, now)) continue;
      const [from, to] = [old.get(was)?.value ?? null, now.get(keyword)?.value ?? null];
      if (from !== to || was !== keyword)
        report({ keyword, was, label: after.label, from, to, move: moveOf(keyword, was, from, to) }, now.get(keyword)?.node, { related: old.get(was)?.node });
    }
  },
});
