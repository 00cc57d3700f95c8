import { defineRule } from '@breakwater/core';
import type { PathElement } from '../model/element.ts';
import { COMMANDS } from '../model/resource.ts';
import { wordsOf } from '../model/words.ts';

interface VerbInPath {
  readonly path: string;
  readonly segment: string;
}

interface Options {
  readonly verbs: readonly string[];
}

export const pathNoVerbs = defineRule<PathElement, VerbInPath, Options>({
  id: 'path-no-verbs',
  on: 'path',
  severity: 'warn',
  options: {
    schema: { type: 'object', properties: { verbs: { description: 'Verbs that the method already says.', type: 'array', items: { type: 'string' } } } },
    defaults: {
      verbs: ['get', 'fetch', 'list', 'create', 'add', 'update', 'modify', 'delete', 'remove', 'set', 'do', 'process', 'handle', 'retrieve', 'insert'],
    },
  },
  message: ({ path, segment }) => `\`${segment}\` of \`${path}\` is an action, and the method already says what is done.`,
  check({ path, of }, report, { verbs }) {
    if (of !== 'paths') return;
    const segments = path.split('/');
    for (const [i, segment] of segments.entries()) {
      const [verb = '', ...others] = wordsOf(segment);
      // A verb alone after a resource is a command on it.
      const isCommand = others.length === 0 && (segments[i - 1]?.startsWith('{') || COMMANDS.includes(verb));
      if (!segment.includes('{') && verbs.includes(verb) && !isCommand && isVerb(segment, others)) report({ path, segment });
    }
  },
});

/** `/list` and `/sets` may be names; `/getOrders` and `/do` are not. */
function isVerb(segment: string, others: readonly string[]): boolean {
  return others.length > 0 || !/^(list|set|process|add|handle)$/.test(segment);
}
