import { child, defineRule, itemsOf, type Node, removeItem, resolve, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { placeOfItem } from '../model/part.ts';

interface RepeatedParameter {
  readonly name: string;
  readonly place: string;
}

/** "A unique parameter is defined by a combination of a name and location" (OpenAPI 3.1.1, section 4.8.10.1). */
export const parametersUnique = defineRule<OperationElement, RepeatedParameter>({
  id: 'parameters-unique',
  on: 'operation',
  severity: 'error',
  message: ({ name, place }) => `The ${place} parameter \`${name}\` is listed twice.`,
  check(operation, report) {
    for (const { item, name, place, first } of repeated(operation))
      report({ name, place }, placeOfItem(item, child(item, '$ref') ? '$ref' : 'name'), { related: first });
  },
  fixes(operation, { name, place }) {
    const list = child(operation.node, 'parameters');
    const again = repeated(operation).find((one) => one.name === name && one.place === place);
    return list?.kind === 'seq' && again ? [{ title: `Remove the second \`${name}\``, safe: false, edits: [removeItem(list, again.item)] }] : [];
  },
});

function repeated({ node, document }: OperationElement) {
  const known = new Map<string, Node>();
  return itemsOf(child(node, 'parameters')).flatMap((item) => {
    const parameter = resolve(document.snapshot, item);
    const name = stringOf(child(parameter, 'name'));
    const place = stringOf(child(parameter, 'in'));
    if (name === undefined || place === undefined) return [];
    const first = known.get(`${place} ${name}`);
    if (first) return [{ item, name, place, first }];
    known.set(`${place} ${name}`, item);
    return [];
  });
}
