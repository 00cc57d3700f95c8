import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/source-file.ts';
import { type Node, sourceOf } from '../tree/node.ts';
import { isOf, shortened, typeMistake, typesOf, wrongType } from './node-type.ts';
import type { Schema } from './schema.ts';

/** One thing that is wrong in a file of ours, and the node that it is about. */
export interface Flaw {
  readonly message: string;
  readonly node: Node;
  /** Where it stands, if not at the node. */
  readonly span?: Span;
}

/** What a schema does not let through, each with its own place and in words: one for each cause, where a validator has one for each branch. */
export function mistakesIn(node: Node, schema: Schema, root: Schema = schema): readonly Flaw[] {
  const { $ref, anyOf } = schema;
  if ($ref !== undefined) return mistakesIn(node, root.$defs?.[$ref.replace('#/$defs/', '')] ?? {}, root);
  if (anyOf)
    return inAny(
      node,
      anyOf.map((branch) => followed(branch, root)),
      root,
    );
  const type = typeMistake(node, schema);
  if (type !== undefined) return [{ message: type, node }];
  switch (node.kind) {
    case 'map':
      return inMap(node, schema, root);
    case 'seq':
      return inList(node, schema, root);
    case 'scalar':
      return scalarMistakes(node, schema);
  }
}

function followed(schema: Schema, root: Schema): Schema {
  return schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {});
}

/** Of branches for values of this type, the first says what is wrong; where there is none, the types are what is wrong. */
function inAny(node: Node, branches: readonly Schema[], root: Schema): readonly Flaw[] {
  const fitting = branches.filter((branch) => typesOf(branch).some((type) => isOf(node, type)));
  const flaws = fitting.map((branch) => mistakesIn(node, branch, root));
  if (flaws.some((list) => list.length === 0)) return [];
  const [first] = flaws;
  if (!first) return [{ message: wrongType(node, branches.flatMap(typesOf)), node }];
  const others = fitting.slice(1).flatMap(({ title }) => (title === undefined ? [] : [title]));
  return first.map((flaw) => (flaw.node === node && others.length > 0 ? { ...flaw, message: `${flaw.message} It may be ${others.join(' or ')}, too.` } : flaw));
}

function inMap(node: Node & { kind: 'map' }, schema: Schema, root: Schema): readonly Flaw[] {
  const { properties = {}, additionalProperties = true, required = [], minProperties = 0, title = 'key' } = schema;
  const flaws: Flaw[] = [];
  let hints = MANY;
  for (const { name, value, start, end } of node.entries) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own) flaws.push(...mistakesIn(value, own, root));
    else if (typeof additionalProperties === 'object') flaws.push(...mistakesIn(value, additionalProperties, root));
    else if (!additionalProperties)
      flaws.push({ message: unknownKey(name, title, hints-- > 0 ? Object.keys(properties) : undefined), node: value, span: { start, end } });
  }
  const missing = required.filter((name) => !node.entries.some((entry) => entry.name === name));
  if (missing.length > 0) flaws.push({ message: `${holderOf(node)} needs ${listed(missing)}.`, node });
  else if (node.entries.length < minProperties)
    flaws.push({ message: `${holderOf(node)} needs at least ${minProperties} of ${listed(Object.keys(properties))}.`, node });
  return flaws;
}

function holderOf({ entry }: Node): string {
  return entry ? `\`${entry.name}\`` : 'This entry';
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Longer lists are not shown, and of what is mistyped not more is guessed. */
const MANY = 20;

function unknownKey(name: string, what: string, known: readonly string[] | undefined): string {
  if (!known) return `There is no ${what} \`${shortened(name)}\`.`;
  const near = nearest(name, known);
  const hint = near !== undefined ? `; did you mean \`${near}\`?` : known.length > MANY ? '.' : `; there are ${listed(known)}.`;
  return `There is no ${what} \`${shortened(name)}\`${hint}`;
}

function inList(node: Node & { kind: 'seq' }, { items, minItems = 0, uniqueItems = false }: Schema, root: Schema): readonly Flaw[] {
  const flaws = items ? node.items.flatMap((item) => mistakesIn(item, items, root)) : [];
  if (node.items.length < minItems) flaws.push({ message: `${holderOf(node)} needs at least ${minItems === 1 ? 'one entry' : `${minItems} entries`}.`, node });
  if (!uniqueItems) return flaws;
  const seen = new Set<string>();
  for (const item of node.items) {
    if (item.kind !== 'scalar') continue;
    const key = `${typeof item.value} ${item.value}`;
    if (seen.has(key)) flaws.push({ message: `\`${shortened(sourceOf(item))}\` is in this list already.`, node: item });
    seen.add(key);
  }
  return flaws;
}

function scalarMistakes(node: Node & { kind: 'scalar' }, schema: Schema): readonly Flaw[] {
  const message = scalarMistake(node, schema);
  return message === undefined ? [] : [{ message, node }];
}

function scalarMistake(node: Node & { kind: 'scalar' }, { enum: values, minLength = 0, pattern, title, minimum, maximum }: Schema): string | undefined {
  const { value } = node;
  const shown = `\`${shortened(sourceOf(node))}\``;
  if (values && !values.includes(value)) {
    const near = typeof value === 'string' ? nearest(value, values.map(String)) : undefined;
    return `${shown} is none of ${values.join(', ')}${near === undefined ? '.' : `; did you mean \`${near}\`?`}`;
  }
  if (typeof value === 'string' && value.length < minLength) return `${holderOf(node)} may not be empty.`;
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value))
    return `${shown} is not ${title ?? `a text that matches \`${pattern}\``}.`;
  if (typeof value === 'number' && minimum !== undefined && value < minimum) return `${shown} is less than ${minimum}.`;
  return typeof value === 'number' && maximum !== undefined && value > maximum ? `${shown} is more than ${maximum}.` : undefined;
}
