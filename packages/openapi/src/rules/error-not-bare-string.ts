import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';

interface BareError {
  readonly what: string;
}

export const errorNotBareString = defineRule<ApiElement, BareError>({
  id: 'error-not-bare-string',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  message: ({ what }) => `An error is ${what}, to which nothing can be added.`,
  check(api, report) {
    for (const { schema } of errorBodiesOf(api)) {
      const { types, properties } = schema.effective();
      if (types?.has('string') && types.size === 1) report({ what: 'a bare text' }, schema.place);
      else if (types?.has('array') && types.size === 1) report({ what: 'a bare list' }, schema.place);
      else if (properties.size === 1 && ['error', 'message'].some((name) => properties.has(name)) && isText(schema))
        report({ what: 'one sentence' }, schema.place);
    }
  },
});

function isText(schema: ReturnType<typeof errorBodiesOf>[number]['schema']): boolean {
  return schema.parts().some(({ id, effective }) => /^property (error|message)$/.test(id) && effective().types?.has('string') === true);
}
