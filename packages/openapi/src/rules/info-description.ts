import { child, defineRule, stringOf } from '@breakwater/core';
import type { InfoElement } from '../model/element.ts';

interface NoDescription {
  readonly length: number;
}

interface Options {
  readonly minLength: number;
}

export const infoDescription = defineRule<InfoElement, NoDescription, Options>({
  id: 'info-description',
  on: 'info',
  severity: 'info',
  preset: 'strict',
  options: {
    schema: { type: 'object', properties: { minLength: { description: 'So many characters at least.', type: 'integer' } } },
    defaults: { minLength: 40 },
  },
  message: ({ length }) => (length === 0 ? 'It is not said what this API is for.' : `What this API is for is said in ${length} characters.`),
  check({ node }, report, { minLength }) {
    const at = child(node, 'description');
    const { length } = (stringOf(at) ?? '').trim();
    if (length < minLength) report({ length }, at);
  },
});
