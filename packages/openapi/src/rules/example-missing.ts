import { child, defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { MediaTypeElement, OperationElement } from '../model/element.ts';
import { bodyIn, mediaTypesIn, responsesIn } from '../model/operation-parts.ts';

interface NoExample {
  readonly label: string;
  readonly owner: string;
}

export const exampleMissing = defineRule<OperationElement, NoExample>({
  id: 'example-missing',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  message: ({ label, owner }) => `Nothing shows what ${owner} of \`${label}\` looks like.`,
  check(operation, report) {
    if (operation.of !== 'paths') return;
    const holders = [bodyIn(operation), ...responsesIn(operation).filter(({ status }) => /^2/.test(status))];
    for (const type of holders.flatMap((holder) => mediaTypesIn(holder)))
      if (/json/i.test(type.mediaType) && type.schema() && !isShown(type)) report({ label: operation.label, owner: type.owner }, type.place);
  },
});

/** At the media type, at the schema, or at each of its properties. */
function isShown({ node, schema }: MediaTypeElement): boolean {
  const own = schema();
  return ['example', 'examples'].some((name) => child(node, name)) || (own !== undefined && (hasExample(own) || own.parts().some(hasExample)));
}

function hasExample(schema: SchemaElement): boolean {
  return ['example', 'examples', 'default', 'const'].some((keyword) => schema.effective().all(keyword).length > 0);
}
