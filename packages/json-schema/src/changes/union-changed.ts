import { itemsOf, type Move, toValue } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import { defineSchemaChange } from '../schema-change.ts';
import { branchesByIdentity, type SchemaElement } from '../schema-element.ts';

interface UnionChanged {
  readonly label: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** The alternatives of `oneOf` or `anyOf`. Reordering says nothing; whether a new alternative breaks is a question of values. */
export const unionChanged = defineSchemaChange<UnionChanged>({
  id: 'union-changed',
  about: ['anyOf', 'oneOf'],
  ofUnion: true,
  move: ({ added, removed, from, to }): Move => {
    if (from === to && removed.length === 0) return 'widened';
    return from === to && added.length === 0 ? 'narrowed' : 'changed';
  },
  // Code is generated from what is on the wire.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ label, added, removed, from, to }) => {
    const parts = [from !== to && keywordText(from, to), added.length > 0 && `gained ${list(added)}`, removed.length > 0 && `lost ${list(removed)}`];
    return `The alternatives of ${label} changed: ${parts.filter((part) => part !== false).join(', ') || 'they say something else'}.`;
  },
  changed(before, after, report) {
    const [old, now] = [branchesOf(before), branchesOf(after)];
    const added = [...now.keys()].filter((name) => !old.has(name));
    const removed = [...old.keys()].filter((name) => !now.has(name));
    const [from, to] = [keywordOf(before), keywordOf(after)];
    const differs = added.length + removed.length > 0 || from !== to || (from === 'several' && saidBy(before) !== saidBy(after));
    if (!differs) return;
    const node = after.effective().all('oneOf')[0] ?? after.effective().all('anyOf')[0];
    const related = before.effective().all('oneOf')[0] ?? before.effective().all('anyOf')[0];
    report({ label: after.label, added, removed, from, to }, node, { related });
  },
});

function keywordText(from: string, to: string): string {
  if (to === NONE) return `\`${from}\` is gone`;
  return from === NONE ? `\`${to}\` is new` : `\`${from}\` became \`${to}\``;
}

function branchesOf(element: SchemaElement): ReadonlyMap<string, unknown> {
  const { all } = element.effective();
  return branchesByIdentity([...all('anyOf'), ...all('oneOf')].flatMap(itemsOf));
}

const NONE = 'no union';

/** `no union` where there is none, `several` where more than one has to hold. */
function keywordOf(element: SchemaElement): string {
  const { union, all } = element.effective();
  if (union) return union.keyword;
  return [...all('anyOf'), ...all('oneOf')].some((node) => node.kind === 'seq' && node.items.length > 1) && !element.effective().orNull ? 'several' : NONE;
}

function saidBy(element: SchemaElement): string {
  const { all } = element.effective();
  return [...all('anyOf'), ...all('oneOf')]
    .map((node) => keyOf(toValue(node)))
    .sort()
    .join(' ');
}

function list(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
