import { type Node, sourceOf } from '@breakwater/core';
import type { Grammar } from './grammar.ts';
import type { Value } from './value.ts';
import { a } from './word-fault.ts';

/** What an author calls a node: its key, or what it is part of. */
export function nameOf({ entry, parent }: Node): string {
  if (entry) return `\`${entry.name}\``;
  return parent?.entry ? `An item of \`${parent.entry.name}\`` : 'The root';
}

export function sayKind(node: Node): string {
  if (node.kind === 'map') return 'an object';
  if (node.kind === 'seq') return 'a list';
  if (node.value === null) return 'empty';
  if (typeof node.value === 'string') return 'a text';
  return typeof node.value === 'number' ? `the number \`${sourceOf(node).slice(0, 40)}\`` : `\`${node.value}\``;
}

/** `a parameter, which is an object`, `true or false`, `a list`. */
export function sayValue(value: Value, grammar: Grammar): string {
  switch (value.is) {
    case 'object':
      return `${a(grammar.get(value.name)?.noun ?? value.name)}, which is an object`;
    case 'list':
      return 'a list';
    case 'map':
      return 'an object';
    case 'either':
      return value.of.map((option) => sayValue(option, grammar)).join(' or ');
    default:
      return WORDS[value.is];
  }
}

const WORDS: Readonly<Record<Exclude<Value['is'], 'object' | 'list' | 'map' | 'either'>, string>> = {
  any: 'anything',
  never: 'nothing',
  boolean: 'true or false',
  true: '`true`',
  number: 'a number',
  positive: 'a number above 0',
  count: 'a whole number, 0 or above',
  text: 'a text',
  choice: 'a text',
  pointer: 'a text',
};
