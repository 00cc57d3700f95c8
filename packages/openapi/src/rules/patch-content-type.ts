import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { bodyIn, mediaTypesIn } from '../model/operation-parts.ts';
import { renameKey } from '../model/rename-key.ts';

interface PlainPatch {
  readonly label: string;
  readonly mediaTypes: readonly string[];
}

interface Options {
  readonly mediaTypes: readonly string[];
}

/** RFC 5789, section 2: the media type of a patch says how it is applied. */
export const patchContentType = defineRule<OperationElement, PlainPatch, Options>({
  id: 'patch-content-type',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  options: {
    schema: {
      type: 'object',
      properties: { mediaTypes: { description: 'Media types that say how a patch is applied.', type: 'array', items: { type: 'string' } } },
    },
    defaults: { mediaTypes: ['application/merge-patch+json', 'application/json-patch+json'] },
  },
  message: ({ label, mediaTypes }) =>
    `\`${label}\` takes ${mediaTypes.map((one) => `\`${one}\``).join(' and ')}, which does not say how the change is applied.`,
  check(operation, report, { mediaTypes }) {
    const { method, label, of } = operation;
    const types = mediaTypesIn(method === 'PATCH' && of === 'paths' ? bodyIn(operation) : undefined);
    const names = types.map(({ mediaType }) => mediaType.split(';')[0]?.trim().toLowerCase() ?? '');
    const [first] = types;
    if (first && !names.some((name) => mediaTypes.includes(name))) report({ label, mediaTypes: names }, first.place);
  },
  fixes(operation, _plain, { mediaTypes }) {
    const json = mediaTypesIn(bodyIn(operation)).find(({ mediaType }) => /^application\/json\b/i.test(mediaType));
    const [first] = mediaTypes;
    return json && first !== undefined && operation.document.version !== '2.0' ? renameKey(json, first) : [];
  },
});
