import { child, defineRule, type Node, removeEntry, repair } from '@breakwater/core';
import { type SchemaElement, valueFaults } from '@breakwater/json-schema';
import type { HeaderElement, ParameterElement } from '../model/element.ts';
import { allowedTypes, isOfTypes } from '../model/value-type.ts';

interface WrongDefault {
  readonly label: string;
  readonly what: string;
}

/** "The default value […] MUST conform to the defined type for the Schema Object" (OpenAPI 3.0.4, section 4.7.24). */
export const defaultValid = defineRule<SchemaElement | ParameterElement | HeaderElement, WrongDefault>({
  id: 'default-valid',
  on: ['schema', 'parameter'],
  severity: 'warn',
  message: ({ label, what }) => `The \`default\` of ${label} ${what}.`,
  check(element, report) {
    if (element.kind !== 'schema') {
      const [preset] = element.required ? (element.schema()?.effective().all('default') ?? []) : [];
      if (preset && 'label' in element) report({ label: element.label, what: 'is never used: the parameter has to be sent' }, preset);
      return;
    }
    if (!child(element.node, 'default')) return;
    const [preset] = element
      .effective()
      .all('default')
      .filter((node) => node.parent === element.node);
    if (!preset || isToldByType(element, preset)) return;
    const faults = valueFaults(element, preset, { direction: 'output', formats: false });
    for (const { node, what } of valueFaults(element, preset, { direction: 'input', formats: false }).length > 0 ? faults : [])
      report({ label: element.label, what }, { node, span: node });
  },
  // What is filled in today is filled in no more.
  fixes(element) {
    const schema = element.kind === 'schema' ? element : element.schema();
    const [preset] = schema?.effective().all('default') ?? [];
    // That of a shared schema is also that of others.
    const isOwn = preset?.parent === schema?.node && schema?.node === schema?.nodes[0];
    return isOwn || preset?.parent === element.node ? repair('Remove the default', false, removeEntry(preset?.parent, 'default')) : [];
  },
});

/** Before OpenAPI 3.1 a default of another type is an error, and told as one. */
function isToldByType(schema: SchemaElement, preset: Node): boolean {
  const types = allowedTypes(schema);
  const isNull = preset.kind === 'scalar' && preset.value === null;
  return !schema.dialect.refSiblings && !isNull && types !== undefined && !isOfTypes(preset, types);
}
