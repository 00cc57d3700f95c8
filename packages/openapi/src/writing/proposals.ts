import type { Cursor, Proposal, Snapshot } from '@breakwater/core';
import type { Value } from '../grammar/value.ts';
import { keyProposals } from './key-proposals.ts';
import { valueProposals } from './value-proposals.ts';
import { type Wanted, wantedAt } from './wanted.ts';

/** What the specification has for a place, and what the description itself has: names, targets of references. */
export function proposalsAt(snapshot: Snapshot, uri: string, { path, role, siblings }: Pick<Cursor, 'path' | 'role' | 'siblings'>): readonly Proposal[] {
  const wanted = wantedAt(snapshot, uri, path);
  if (!wanted) return [];
  if (role === 'value') return valueProposals(wanted, uri, siblings);
  if (role === 'key' && siblings.size === 0 && optionsOf(wanted).some(({ is }) => is === 'list'))
    return proposalsAt(snapshot, uri, { path: [...path, 0], role: 'item', siblings }).map((proposal) => ({ ...proposal, begins: 'list' }));
  const keys = optionsOf(wanted).flatMap((value) => keyProposals({ ...wanted, value }, siblings));
  return role === 'key' ? keys : [...keys, ...valueProposals(wanted, uri, siblings)];
}

function optionsOf({ value }: Wanted): readonly Value[] {
  return value.is === 'either' ? value.of : [value];
}
