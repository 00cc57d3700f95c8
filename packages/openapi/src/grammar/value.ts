import type { Node, ScalarNode } from '@breakwater/core';

/** What may stand in a place of a description. */
export type Value =
  | { readonly is: 'any' | 'never' | 'boolean' | 'true' | 'number' | 'positive' | 'count' }
  | { readonly is: 'text'; readonly syntax?: Syntax }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** An object of the specification; `refs`: or a reference to one. */
  | { readonly is: 'object'; readonly name: string; readonly refs: boolean }
  /** The text of a `$ref` that leads to such an object. */
  | { readonly is: 'pointer'; readonly name: string }
  | { readonly is: 'list'; readonly of: Value; readonly filled: boolean; readonly unique: boolean }
  | { readonly is: 'map'; readonly of: Value; readonly names: Names | undefined; readonly single: boolean }
  | { readonly is: 'either'; readonly of: readonly Value[] };

/** Texts with a form of their own. */
export type Syntax = (typeof SYNTAXES)[number];
/** Keys with a form of their own. */
export type Names = (typeof NAMES)[number];

const SYNTAXES = ['uri', 'email', 'pathName', 'token', 'mediaRanges', 'host', 'basePath', 'version', 'dialect', 'anchor', 'identifier', 'bare'] as const;
const NAMES = ['component', 'path', 'status', 'status2', 'mediaType', 'token', 'method', 'any'] as const;
const WORDS = ['any', 'never', 'boolean', 'true', 'number', 'positive', 'count'] as const;

/**
 * Reads the notation of the tables: `text`, `uri` and other words; `=a|b` one of these; `info` an object, `response&` an object
 * or a reference, `->schema` the text of a reference; `[x]` a list, `[x]+` with an item, `[x]!` without repetitions;
 * `{x}` a map, `{component:x}` with such keys, `{x}1` with one entry; `a/b` either.
 */
export function readValue(notation: string): Value {
  const options = notation.split('/');
  if (options.length > 1) return { is: 'either', of: options.map(readValue) };
  if (notation.startsWith('=')) return { is: 'choice', of: notation.slice(1).split('|') };
  if (notation.startsWith('->')) return { is: 'pointer', name: notation.slice(2) };
  const [, open, inner = '', marks = ''] = /^([[{])(.*)[\]}]([+!1]*)$/.exec(notation) ?? [];
  if (open === '[') return { is: 'list', of: readValue(inner), filled: marks.includes('+'), unique: marks.includes('!') };
  if (open === '{') return mapOf(inner, marks === '1');
  if (notation === 'text') return { is: 'text' };
  const word = WORDS.find((name) => name === notation);
  if (word) return { is: word };
  const syntax = SYNTAXES.find((name) => name === notation);
  if (syntax) return { is: 'text', syntax };
  return { is: 'object', name: notation.replace('&', ''), refs: notation.endsWith('&') };
}

function mapOf(inner: string, single: boolean): Value {
  const names = NAMES.find((name) => inner.startsWith(`${name}:`));
  return { is: 'map', of: readValue(names ? inner.slice(names.length + 1) : inner), names, single };
}

/** Whether the kind of the node is one that the value wants. */
export function mayBe(node: Node, value: Value): boolean {
  if (value.is === 'either') return value.of.some((option) => mayBe(node, option));
  if (value.is === 'object' || value.is === 'map') return node.kind === 'map';
  if (value.is === 'list') return node.kind === 'seq';
  return value.is === 'any' || (node.kind === 'scalar' && isOfType(node, value.is));
}

export function isOfType({ value }: ScalarNode, is: Value['is']): boolean {
  if (is === 'boolean' || is === 'true') return typeof value === 'boolean';
  if (is === 'number') return typeof value === 'number';
  if (is === 'positive') return typeof value === 'number' && value > 0;
  if (is === 'count') return typeof value === 'number' && value >= 0 && (Number.isInteger(value) || value === Infinity);
  return typeof value === 'string';
}
