import { entriesOf, type Node, toValue } from '@breakwater/core';
import { type Effective, keyOf } from '../effective.ts';

/** What is said in words, or of how long something is there: a new name comes with other words. */
const WORDS = new Set(['title', 'description', 'summary', 'example', 'examples', 'deprecated']);

/**
 * The property that seems to have come in the place of one that is gone: said to be the same, the only one that is, and with
 * something in common beyond a bare type.
 */
export function successorOf(name: string, old: Effective, now: Effective): string | undefined {
  const [node] = old.properties.get(name) ?? [];
  if (!node) return undefined;
  const key = saidOf(node);
  const isNew = ([other]: readonly [string, unknown]) => !old.properties.has(other);
  const alike = [...now.properties].filter(isNew).filter(([, [one]]) => one && saidOf(one) === key);
  const rivals = [...old.properties].filter(([other, [one]]) => other !== name && !now.properties.has(other) && one && saidOf(one) === key);
  const [successor, ...others] = alike.map(([other]) => other);
  if (successor === undefined || others.length + rivals.length > 0) return undefined;
  return saysMore(node) || sharesWord(name, successor) ? successor : undefined;
}

function saidOf(node: Node): string {
  const isSaid = ({ name }: { readonly name: string }) => !WORDS.has(name) && !name.startsWith('x-');
  return keyOf(
    Object.fromEntries(
      entriesOf(node)
        .filter(isSaid)
        .map(({ name, value }) => [name, toValue(value)]),
    ),
  );
}

function saysMore(node: Node): boolean {
  return entriesOf(node).some(({ name }) => name !== 'type' && name !== 'format' && !WORDS.has(name) && !name.startsWith('x-'));
}

function sharesWord(one: string, other: string): boolean {
  const words = wordsOf(other);
  return wordsOf(one).some((word) => words.includes(word));
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g)?.map((word) => word.toLowerCase()) ?? [];
}
