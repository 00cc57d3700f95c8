import { child, defineRule, insertEntry, insertItem, itemsOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface UndeclaredParameter {
  readonly name: string;
  readonly path: string;
  readonly method: string;
}

/** "Each template expression in the path MUST correspond to a path parameter" (OpenAPI 3.1.1, section 4.8.8.2). */
export const pathParametersDeclared = defineRule<OperationElement, UndeclaredParameter>({
  id: 'path-parameters-declared',
  on: 'operation',
  severity: 'error',
  message: ({ name, path, method }) => `\`{${name}}\` of \`${path}\` is not declared as a path parameter of \`${method}\`.`,
  check(operation, report) {
    const { path, method, of } = operation;
    if (of !== 'paths') return;
    const declared = new Set(operation.parameters().flatMap((parameter) => (parameter.in === 'path' ? [parameter.name] : [])));
    for (const name of templateNames(path)) if (!declared.has(name)) report({ name, path, method });
  },
  fixes({ node, document }, { name }) {
    if (node.kind !== 'map') return [];
    const schema = document.version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } };
    const parameter = { name, in: 'path', required: true, ...schema };
    const list = child(node, 'parameters');
    const edit = list?.kind === 'seq' && itemsOf(list).length > 0 ? insertItem(list, parameter) : insertEntry(node, 'parameters', [parameter]);
    return [{ title: `Declare the path parameter \`${name}\``, safe: true, edits: [edit] }];
  },
});

function templateNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
