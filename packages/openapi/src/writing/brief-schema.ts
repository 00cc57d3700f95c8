import { booleanOf, child, entriesOf, itemsOf, type Node, referenceIn, resolve, type Snapshot, stringOf } from '@breakwater/core';

/** More parts are told by an ellipsis. */
const MOST = 3;
const MAX_DEPTH = 3;

export function listOf(names: readonly string[], separator = ', '): string {
  return [...names.slice(0, MOST), ...(names.length > MOST ? ['…'] : [])].join(separator);
}

/** `object {id, name, …}`, `array of Pet`, `string: red | green`, `one of Cat, Dog`. */
export function briefSchema(snapshot: Snapshot, given: Node, depth = 0): string | undefined {
  const reference = depth > 0 ? referenceIn(given) : undefined;
  if (reference) return nameIn(reference.value);
  const node = resolve(snapshot, given);
  if (!node || depth > MAX_DEPTH) return undefined;
  if (booleanOf(node) !== undefined) return booleanOf(node) ? 'anything' : 'nothing';
  const values = itemsOf(child(node, 'enum')).flatMap((value) => (value.kind === 'scalar' ? [String(value.value)] : []));
  const constant = child(node, 'const');
  if (constant?.kind === 'scalar') return `always ${constant.value}`;
  const type = typeOf(node);
  if (values.length > 0) return `${type === undefined ? '' : `${type}: `}${listOf(values, ' | ')}`;
  return structured(snapshot, node, type, depth) ?? type;
}

function structured(snapshot: Snapshot, node: Node, type: string | undefined, depth: number): string | undefined {
  for (const [keyword, words] of [
    ['oneOf', 'one of'],
    ['anyOf', 'any of'],
  ] as const) {
    const options = itemsOf(child(node, keyword)).map((option) => briefSchema(snapshot, option, depth + 1) ?? '…');
    if (options.length > 0) return `${words} ${listOf(options)}`;
  }
  const names = propertyNames(snapshot, node, 0);
  if (names.length > 0) return `object {${listOf(names)}}`;
  const items = child(node, 'items');
  if (!items) return undefined;
  const each = briefSchema(snapshot, items, depth + 1);
  return each === undefined ? type : `${type ?? 'array'} of ${each}`;
}

/** Its own and those of what it is composed of. */
function propertyNames(snapshot: Snapshot, node: Node, depth: number): readonly string[] {
  const own = entriesOf(child(node, 'properties')).map(({ name }) => name);
  if (depth > MAX_DEPTH || own.length > MOST) return own;
  const parts = itemsOf(child(node, 'allOf'))
    .slice(0, MOST + 1)
    .flatMap((part) => resolve(snapshot, part) ?? []);
  return [...new Set([...own, ...parts.flatMap((part) => propertyNames(snapshot, part, depth + 1))])];
}

function typeOf(node: Node): string | undefined {
  const types = child(node, 'type');
  const type =
    stringOf(types) ??
    itemsOf(types)
      .flatMap((one) => stringOf(one) ?? [])
      .join(' or ');
  const format = stringOf(child(node, 'format'));
  if (type === '') return undefined;
  return format === undefined ? type : `${type} (${format})`;
}

function nameIn(reference: string): string {
  const last = reference.split(/[/#]/).findLast((part) => part !== '') ?? '';
  return last
    .replace(/\.(ya?ml|json)$/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}
