import { child, clip, defineRule, insertEntry, insertItem, isReference, repair } from '@breakwater/core';
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
    const { path, method } = operation;
    for (const name of missingIn(operation)) report({ name, path: clip(path), method });
  },
  fixes(operation, { name }) {
    const { node, document } = operation;
    const schema = document.version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } };
    const declared = (missing: string) => ({ name: missing, in: 'path', required: true, ...schema });
    const list = child(node, 'parameters');
    // The shape of the value is a guess, and what it replaces was no description at all.
    if (list) return repair(`Declare the path parameter \`${name}\``, true, insertItem(list, declared(name)));
    const all = missingIn(operation);
    const title = `Declare the path parameter${all.length > 1 ? 's' : ''} ${all.map((missing) => `\`${missing}\``).join(', ')}`;
    return repair(title, true, insertEntry(node, 'parameters', all.map(declared)));
  },
});

/** Nobody reads more of one path. */
const MAX_TOLD = 50;

function missingIn(operation: OperationElement): readonly string[] {
  // What a reference to nowhere would have declared is not known.
  if (operation.of !== 'paths' || isReference(operation.node) || !operation.knowsParameters()) return [];
  const declared = new Set(operation.parameters().flatMap((parameter) => (parameter.in === 'path' ? [parameter.name] : [])));
  const names = new Set([...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
  return [...names].filter((name) => !declared.has(name)).slice(0, MAX_TOLD);
}
