import type { Random } from '../rewrite/random.ts';

const VALUES: readonly unknown[] = [null, true, false, 0, -1, 1.5, 'text', '', [], {}, ['a', 'a'], [{}], { 'x-a': 1 }, { a: 1 }, { a: {} }, { a: 'b' }];
const KEYS = [
  'foo',
  'x-foo',
  'Get',
  'query',
  'name',
  'in',
  'required',
  'schema',
  'content',
  'example',
  'examples',
  'type',
  'style',
  'default',
  '200',
  '/a',
  'enum',
  'items',
  'scheme',
  'url',
];

/** One change somewhere, of which nobody knows whether the description is still valid. References are left alone. */
export function mutate(random: Random, data: object): void {
  const places = holdersBelow(data);
  const holder = random.pick(places);
  if (!holder) return;
  if (Array.isArray(holder)) mutateList(random, holder);
  else mutateMap(random, holder as Record<string, unknown>); // Holders are lists and maps.
}

function holdersBelow(data: object): readonly object[] {
  const found: object[] = [];
  const stack: object[] = [data];
  for (let next = stack.pop(); next; next = stack.pop()) {
    found.push(next);
    for (const value of Object.values(next)) if (value !== null && typeof value === 'object') stack.push(value);
  }
  return found;
}

function mutateList(random: Random, list: unknown[]): void {
  const index = random.int(list.length + 1);
  if (random.chance(3)) list.splice(index, 1);
  else if (random.chance(2) && list.length > 0) list.push(structuredClone(list[0]));
  else list[index] = structuredClone(random.pick(VALUES));
}

function mutateMap(random: Random, map: Record<string, unknown>): void {
  const key = random.pick(Object.keys(map));
  const kind = random.int(4);
  if (kind === 0 && key !== undefined) delete map[key];
  else if (kind === 1 && key !== undefined) {
    map[random.pick(KEYS) ?? ''] = map[key];
    delete map[key];
  } else if (kind === 2 && key !== undefined) map[key] = structuredClone(random.pick(VALUES));
  else map[random.pick(KEYS) ?? ''] = structuredClone(random.pick(VALUES));
}
