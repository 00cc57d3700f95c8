import { child, defineRule, insertEntry, repair, stringOf } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';

interface PlainType {
  readonly label: string;
}

/** RFC 9457, section 3.1.1: `type` is a URI reference. */
export const errorTypeUri = defineRule<ApiElement, PlainType>({
  id: 'error-type-uri',
  on: 'api',
  severity: 'hint',
  preset: 'full',
  message: ({ label }) => `The \`type\` of ${label} is not said to be a URI.`,
  check(api, report) {
    for (const { schema, node } of plainTypes(api)) report({ label: schema.label }, node);
  },
  fixes(api, { label }) {
    const found = plainTypes(api).find(({ schema }) => schema.label === label);
    return found ? repair('Add `format: uri-reference`', false, insertEntry(found.node, 'format', 'uri-reference')) : [];
  },
});

/** Of errors that have the form of a problem. */
function plainTypes(api: ApiElement) {
  const seen = new Set<unknown>();
  return errorBodiesOf(api).flatMap(({ schema }) => {
    const { properties } = schema.effective();
    const [node] = ['title', 'status'].every((name) => properties.has(name)) ? (properties.get('type') ?? []) : [];
    if (!node || seen.has(node) || child(node, '$ref')) return [];
    seen.add(node);
    return /^(uri|iri)(-reference)?$/.test(stringOf(child(node, 'format')) ?? '') ? [] : [{ schema, node }];
  });
}
