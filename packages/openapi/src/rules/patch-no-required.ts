import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { bodyIn, mediaTypesIn } from '../model/operation-parts.ts';

interface WholePatch {
  readonly label: string;
  readonly name: string;
  readonly what: 'required' | 'default';
}

/** RFC 7396, section 1: what a merge patch leaves out stays as it is. */
export const patchNoRequired = defineRule<OperationElement, WholePatch>({
  id: 'patch-no-required',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  message: ({ label, name, what }) =>
    what === 'required'
      ? `\`${label}\` changes a part, and \`${name}\` has to be sent every time.`
      : `\`${label}\` changes a part, and \`${name}\` has a \`default\`, which overwrites what was there.`,
  check(operation, report) {
    if (operation.method !== 'PATCH' || operation.of !== 'paths') return;
    const merge = mediaTypesIn(bodyIn(operation)).find(({ mediaType }) => /^application\/(merge-patch\+)?json\b/i.test(mediaType));
    const schema = merge?.schema();
    const effective = schema?.effective();
    if (!schema || !effective || effective.types?.has('object') === false) return;
    for (const [name, node] of effective.required) report({ label: operation.label, name, what: 'required' }, { node, span: node });
    for (const part of schema.parts()) {
      const [preset] = /^property /.test(part.id) ? part.effective().all('default') : [];
      if (preset) report({ label: operation.label, name: part.id.slice('property '.length), what: 'default' }, preset);
    }
  },
});
