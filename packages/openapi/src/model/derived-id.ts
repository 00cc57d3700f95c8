import { child, stringOf } from '@breakwater/core';
import type { OperationElement } from './element.ts';
import { wordsOf } from './words.ts';

export function operationIdOf({ node }: OperationElement): string | undefined {
  return stringOf(child(node, 'operationId'));
}

/** What generators call an operation without an id: its method and the fixed words of its path, `getOrdersLines`. */
export function derivedId({ method, path }: OperationElement): string {
  const words = path
    .split('/')
    .filter((segment) => segment !== '' && !segment.startsWith('{'))
    .flatMap(wordsOf);
  return camel([method.toLowerCase(), ...words]);
}

/** With the variables too, so that a collection and one of it differ: `getOrdersById`. */
export function distinctId({ method, path }: OperationElement): string {
  const words = path.split('/').flatMap((segment) => {
    const [, name] = /^\{([^{}]*)\}$/.exec(segment) ?? [];
    return name === undefined ? wordsOf(segment) : ['by', ...wordsOf(name)];
  });
  return camel([method.toLowerCase(), ...words]);
}

export function camel(words: readonly string[]): string {
  return words.map((word, i) => (i === 0 ? word : `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`)).join('');
}
