import { child, defineRule, entriesOf, type Rule, stringOf } from '@breakwater/core';
import type { ParameterElement } from './model/element.ts';

interface UnsaidOfKey {
  readonly label: string;
}

interface Said {
  readonly id: string;
  /** An extension that says it. */
  readonly extension: string;
  readonly words: RegExp;
  /** As the end of "It is not said of …": what is missing. */
  readonly what: string;
}

/** Rules of one shape: the idempotency key says something, in words or by an extension. */
export function keyProseRule({ id, extension, words, what }: Said): Rule<ParameterElement, UnsaidOfKey> {
  return defineRule<ParameterElement, UnsaidOfKey>({
    id,
    on: 'parameter',
    severity: 'hint',
    preset: 'full',
    message: ({ label }) => `It is not said ${what}: see the description of ${label}.`,
    check({ node, name, in: place, label }, report) {
      if (place !== 'header' || !/^(x-)?idempotency-key$/i.test(name)) return;
      const isSaid = words.test(stringOf(child(node, 'description')) ?? '') || entriesOf(node).some((entry) => entry.name === extension);
      if (!isSaid) report({ label });
    },
  });
}
