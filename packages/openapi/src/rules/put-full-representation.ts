import { booleanOf, child, defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ApiElement } from '../model/element.ts';
import { bodyIn, jsonSchemaIn, mediaTypesIn, responsesIn } from '../model/operation-parts.ts';
import { operationsByPath } from '../model/resource.ts';

interface PartialPut {
  readonly label: string;
  readonly name: string;
}

/** RFC 9110, section 9.3.4: PUT creates or replaces the state of the resource "with the state defined by the representation enclosed". */
export const putFullRepresentation = defineRule<ApiElement, PartialPut>({
  id: 'put-full-representation',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  message: ({ label, name }) => `\`${label}\` replaces the resource, and may leave out \`${name}\`, which it always has.`,
  check(api, report) {
    for (const operations of operationsByPath(api).values()) {
      const get = operations.find(({ method }) => method === 'GET');
      const put = operations.find(({ method }) => method === 'PUT');
      const read = get && jsonSchemaIn(responsesIn(get).find(({ status }) => status === '200'));
      const written = put && jsonSchemaIn(bodyIn(put));
      const [type] = put ? mediaTypesIn(bodyIn(put)) : [];
      if (!put || !read || !written || !type) continue;
      for (const name of missingIn(read, written)) report({ label: put.label, name }, written.place.node === read.place.node ? type.place : written.place);
    }
  },
});

function missingIn(read: SchemaElement, written: SchemaElement): readonly string[] {
  const { required, properties } = written.effective();
  const own = read.effective();
  const isReadOnly = (name: string) => own.properties.get(name)?.some((node) => booleanOf(child(node, 'readOnly')) === true) === true;
  // Where the two have little in common, the body is no representation of what is read.
  return [...own.required.keys()].filter((name) => properties.has(name) && !required.has(name) && !isReadOnly(name));
}
