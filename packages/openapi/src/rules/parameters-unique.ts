import { defineRule, removeItem, repair } from '@breakwater/core';
import type { ListedParameter, ParameterListElement } from '../model/element.ts';
import { placeOfParameter } from '../model/parameter-list.ts';

interface RepeatedParameter {
  readonly name: string;
  readonly place: string;
  /** Which one of the list it is, from 0. */
  readonly index: number;
}

/** "A unique parameter is defined by a combination of a name and location" (OpenAPI 3.1.1, section 4.8.10.1). */
export const parametersUnique = defineRule<ParameterListElement, RepeatedParameter>({
  id: 'parameters-unique',
  on: 'parameterList',
  severity: 'error',
  message: ({ name, place }) => `The ${place} parameter \`${name}\` is listed twice.`,
  check(list, report) {
    const known = new Map<string, ListedParameter>();
    for (const [index, parameter] of list.parameters().entries()) {
      const { id, name } = parameter;
      const first = known.get(id);
      if (!first) known.set(id, parameter);
      else report({ name, place: parameter.in, index }, placeOfParameter(parameter, 'name'), { related: first.item });
    }
  },
  fixes(list, { name, index }) {
    const again = list.parameters()[index];
    return again ? repair(`Remove the second \`${name}\``, false, removeItem(list.node, again.item)) : [];
  },
});
