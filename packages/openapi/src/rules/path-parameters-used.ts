import { clip, defineRule } from '@breakwater/core';
import type { ParameterListElement } from '../model/element.ts';
import { placeOfParameter } from '../model/parameter-list.ts';

interface UnusedParameter {
  readonly name: string;
  readonly path: string;
}

/** The name of a path parameter "MUST correspond to a template expression" of the path (OpenAPI 3.1.2, section 4.8.12.1). */
export const pathParametersUsed = defineRule<ParameterListElement, UnusedParameter>({
  id: 'path-parameters-used',
  on: 'parameterList',
  severity: 'error',
  message: ({ name, path }) => `The path parameter \`${name}\` has no place in \`${path}\`.`,
  check(list, report) {
    const { path } = list;
    if (path === undefined) return;
    const names = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name));
    for (const parameter of list.parameters())
      if (parameter.in === 'path' && !names.has(parameter.name)) report({ name: parameter.name, path: clip(path) }, placeOfParameter(parameter, 'name'));
  },
});
