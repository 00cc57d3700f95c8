import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';
import { snakeOf } from '../model/words.ts';

interface OtherShape {
  readonly missing: readonly string[];
}

interface Options {
  readonly identity: readonly string[];
  readonly words: readonly string[];
}

/** RFC 9457, section 3.1: `type` tells which problem it is, `title` and `detail` say it in words. */
export const errorProblemShape = defineRule<ApiElement, OtherShape, Options>({
  id: 'error-problem-shape',
  on: 'api',
  severity: 'warn',
  options: {
    schema: {
      type: 'object',
      properties: {
        identity: { description: 'Names of properties that tell which error it is, in snake_case.', type: 'array', items: { type: 'string' } },
        words: { description: 'Names of properties that say it in words, in snake_case.', type: 'array', items: { type: 'string' } },
      },
    },
    defaults: {
      identity: ['type', 'code', 'error_code', 'error', 'reason', 'status_code', 'kind'],
      words: ['title', 'message', 'detail', 'error_message', 'error_description', 'description', 'details'],
    },
  },
  message: ({ missing }) => (missing.length === 1 ? `An error has no ${missing[0]}.` : `An error has neither a ${missing.join(', nor a ')}.`),
  check(api, report, { identity, words }) {
    const told = new Set<unknown>();
    for (const { schema } of errorBodiesOf(api)) {
      const effective = schema.effective();
      const isKnown = effective.properties.size > 0 && !effective.union;
      const place = schema.place;
      if (!isKnown || told.has(schema.node)) continue;
      told.add(schema.node);
      const own = namesIn(schema);
      const missing = [
        ...(identity.some((name) => own.has(name)) ? [] : ['property that tells which one it is (`type` or `code`)']),
        ...(words.some((name) => own.has(name)) ? [] : ['property that says it in words (`title` or `message`)']),
      ];
      if (missing.length > 0) report({ missing }, place);
    }
  },
});

/** Those of an only object in it count too: `{ "error": { "code": "…" } }`. */
function namesIn(schema: ReturnType<typeof errorBodiesOf>[number]['schema']): ReadonlySet<string> {
  const names = [...schema.effective().properties.keys()];
  const inner = schema.parts().filter(({ id }) => /^property errors?$/.test(id));
  const below = inner.flatMap((part) => [part, ...part.parts()]).flatMap((part) => [...part.effective().properties.keys()]);
  return new Set([...names, ...below].map(snakeOf));
}
