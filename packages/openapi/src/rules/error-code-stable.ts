import { defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';
import { snakeOf } from '../model/words.ts';

interface UnstableCode {
  readonly fault: 'missing' | 'optional' | 'number';
}

const WORDS: Readonly<Record<UnstableCode['fault'], string>> = {
  missing: 'An error has no `code` that programs can go by.',
  optional: 'The `code` of an error may be missing: it is not required.',
  number: 'The `code` of an error is a number, which says nothing by itself.',
};

/** RFC 9457, section 3.1.1: "Consumers MUST use the `type` URI […] as the problem type's primary identifier". */
export const errorCodeStable = defineRule<ApiElement, UnstableCode>({
  id: 'error-code-stable',
  on: 'api',
  severity: 'warn',
  message: ({ fault }) => WORDS[fault],
  check(api, report) {
    const told = new Set<unknown>();
    for (const { schema } of errorBodiesOf(api)) {
      if (told.has(schema.node) || schema.effective().properties.size === 0 || schema.effective().union) continue;
      told.add(schema.node);
      const fault = faultOf(schema);
      if (fault) report({ fault }, schema.place);
    }
  },
});

const NAMES = ['code', 'error_code', 'type', 'reason'];

function faultOf(schema: SchemaElement): UnstableCode['fault'] | undefined {
  const inner = schema.parts().find(({ id }) => id === 'property error' || id === 'property errors');
  const item = inner?.parts().find(({ id }) => id === 'items');
  const holders = [schema, ...(inner ? [inner] : []), ...(item ? [item] : [])];
  const found = holders.flatMap((holder) =>
    holder.parts().flatMap((part) => (NAMES.includes(snakeOf(part.id.replace(/^property /, ''))) ? [{ holder, part }] : [])),
  );
  const [first] = found;
  if (!first) return 'missing';
  const texts = found.filter(({ part }) => part.effective().types?.has('string') !== false);
  if (texts.length === 0) return 'number';
  return texts.some(({ holder, part }) => holder.effective().required.has(part.id.replace(/^property /, ''))) ? undefined : 'optional';
}
