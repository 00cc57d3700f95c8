import { child, entriesOf, itemsOf, type Node, referenceIn, stringOf, toValue } from '@breakwater/core';
import { keyOf } from './effective.ts';

/**
 * Which branch of a union is "the same one" in two versions? What names it in messages too: what it refers to, is called, or
 * says. Those of one name are counted, in whatever order they are written.
 */
export function branchesByIdentity(branches: readonly Node[]): ReadonlyMap<string, Node> {
  const named = new Map<string, Node>();
  for (const [identity, group] of groupsOf(branches)) {
    const ordered = group.length > 1 ? sortedByText(group) : group;
    for (const [i, branch] of ordered.entries()) named.set(i === 0 ? identity : `${identity} (${i + 1})`, branch);
  }
  return named;
}

function groupsOf(branches: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  // A title that several branches share tells nothing: `array` of strings and `array` of numbers.
  const shared = [...groupsBy(branches, (branch) => titleOf(branch) ?? '').values()].filter((group) => group.length > 1);
  const unnamed = new Set(shared.flat());
  return groupsBy(branches, (branch) => identityOf(branch, !unnamed.has(branch)));
}

function groupsBy(branches: readonly Node[], nameOf: (branch: Node) => string): ReadonlyMap<string, readonly Node[]> {
  const groups = new Map<string, Node[]>();
  for (const branch of branches) {
    const name = nameOf(branch);
    groups.set(name, [...(groups.get(name) ?? []), branch]);
  }
  return groups;
}

/** Conjunctions and lists inside each other that a name tells of. */
const MAX_DEPTH = 4;

function identityOf(branch: Node, byTitle: boolean, depth = 0): string {
  const reference = referenceIn(branch);
  if (reference) return reference.value.slice(reference.value.lastIndexOf('/') + 1);
  const title = byTitle ? titleOf(branch) : undefined;
  if (title !== undefined || depth > MAX_DEPTH) return title ?? 'any';
  const inner = onlyMember(branch);
  if (inner) return identityOf(inner, byTitle, depth + 1);
  const members = itemsOf(child(branch, 'allOf')).map((member) => identityOf(member, true, depth + 1));
  return [...(members.length === 0 || saysItself(branch) ? [shapeOf(branch, depth)] : []), ...members].join(' & ');
}

function titleOf(branch: Node): string | undefined {
  return stringOf(child(branch, 'title'));
}

function saysItself(branch: Node): boolean {
  return entriesOf(child(branch, 'properties')).length > 0;
}

function shapeOf(branch: Node, depth: number): string {
  const type = child(branch, 'type');
  const items = child(branch, 'items');
  const names = entriesOf(child(branch, 'properties')).map(({ name, value }) => name + fixedValue(value));
  const holds = names.length > 0 ? ` with ${names.sort().join(', ')}` : '';
  return `${type ? nameOfType(type) : 'any'}${items?.kind === 'map' ? ` of ${identityOf(items, true, depth + 1)}` : ''}${holds}`;
}

/** ` = cat` for the one value of a property: that is how alternatives are told apart. */
function fixedValue(schema: Node): string {
  const inner = onlyMember(schema);
  if (inner) return fixedValue(inner);
  const values = itemsOf(child(schema, 'enum'));
  const only = child(schema, 'const') ?? (values.length === 1 ? values[0] : undefined);
  return only?.kind === 'scalar' ? ` = ${only.value}` : '';
}

/** What a schema that is no more than a union or conjunction of one is about. */
function onlyMember(schema: Node): Node | undefined {
  const [keyword, ...others] = entriesOf(schema).filter(({ name }) => !ANNOTATIONS.includes(name));
  if (!keyword || others.length > 0 || !['allOf', 'anyOf', 'oneOf'].includes(keyword.name)) return undefined;
  const [only, second] = itemsOf(keyword.value);
  return second ? undefined : only;
}

/** `T` and `[T]` are one, and so are lists in another order. */
function nameOfType(type: Node): string {
  return type.kind === 'seq'
    ? type.items
        .map((item) => stringOf(item) ?? '?')
        .sort()
        .join(' | ')
    : keyOf(toValue(type)).replaceAll('"', '');
}

const ANNOTATIONS: readonly string[] = ['description', 'title', 'deprecated', 'default', 'example', 'examples'];

/** Branches of one name in an order that what is only said about them does not change. */
function sortedByText(branches: readonly Node[]): readonly Node[] {
  const texts = new Map(branches.map((branch) => [branch, textOf(branch)]));
  return [...branches].sort((a, b) => ((texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : 1));
}

function textOf(branch: Node): string {
  const said = entriesOf(branch).filter(({ name }) => !ANNOTATIONS.includes(name));
  return said
    .map(({ name, value }) => `${name}:${keyOf(toValue(value))}`)
    .sort()
    .join(',');
}
