import { clip, defineRule, inline, isReference, nearest, removeItem, repair, replaceValue } from '@breakwater/core';
import type { ParameterListElement } from '../model/element.ts';
import { placeOfParameter } from '../model/parameter-list.ts';

interface UnusedParameter {
  readonly name: string;
  /** Its place in the list. */
  readonly index: number;
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
    const names = namesIn(path);
    for (const [index, parameter] of list.parameters().entries())
      if (parameter.in === 'path' && !names.has(parameter.name)) report({ name: parameter.name, index, path: clip(path) }, placeOfParameter(parameter, 'name'));
  },
  fixes(list, { name, index }) {
    const all = list.parameters();
    const parameter = all[index];
    const free = [...namesIn(list.path ?? '')].filter((one) => !all.some((other) => other.in === 'path' && other.name === one));
    const meant = nearest(name, free);
    if (!parameter) return [];
    // A parameter that is shared may be right elsewhere.
    if (meant === undefined || isReference(parameter.item)) return repair(`Remove \`${name}\``, false, removeItem(list.node, parameter.item));
    return repair(`Rename to \`${meant}\``, false, replaceValue(parameter.item, 'name', inline(list.node.file, meant)));
  },
});

function namesIn(path: string): ReadonlySet<string> {
  return new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name));
}
