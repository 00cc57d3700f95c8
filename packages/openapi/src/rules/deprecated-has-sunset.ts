import { booleanOf, child, defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { HeaderElement, OperationElement, ParameterElement } from '../model/element.ts';

interface NoSunset {
  readonly label: string;
}

/** RFC 8594: the Sunset header tells when a resource is likely to become unresponsive. */
export const deprecatedHasSunset = defineRule<OperationElement | ParameterElement | HeaderElement | SchemaElement, NoSunset>({
  id: 'deprecated-has-sunset',
  on: ['operation', 'parameter', 'header', 'schema'],
  severity: 'warn',
  marks: 'deprecated',
  message: ({ label }) =>
    `${label.replace(/^./, (first) => first.toUpperCase())} is deprecated, and it is not said until when it will be there: it has no \`x-sunset\`.`,
  check(element, report) {
    const deprecated = child(element.node, 'deprecated');
    if (booleanOf(deprecated) === true && element.lifecycle?.().sunset === undefined) report({ label: labelOf(element) }, deprecated);
  },
});

function labelOf(element: OperationElement | ParameterElement | HeaderElement | SchemaElement): string {
  if (element.kind === 'operation') return `\`${element.label}\``;
  return element.kind === 'header' ? `the header \`${element.name}\`` : element.label;
}
