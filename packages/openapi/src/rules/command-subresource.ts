import { child, defineRule } from '@breakwater/core';
import type { ApiElement, OperationElement } from '../model/element.ts';
import { bodyIn, jsonSchemaIn } from '../model/operation-parts.ts';
import { COMMANDS, commandOf, operationsByPath, shapeOf } from '../model/resource.ts';

interface StateBySet {
  readonly label: string;
  readonly name: string;
}

export const commandSubresource = defineRule<ApiElement, StateBySet>({
  id: 'command-subresource',
  on: 'api',
  severity: 'hint',
  preset: 'full',
  message: ({ label, name }) => `\`${label}\` moves the resource to another \`${name}\` as if that were any property.`,
  check(api, report) {
    const groups = operationsByPath(api);
    const withCommands = new Set(
      [...groups.values()].flat().flatMap(({ path }) => (commandOf(path, COMMANDS) === undefined ? [] : [shapeOf(path.replace(/[/:][^/:]*$/, ''))])),
    );
    for (const operation of [...groups.values()].flat()) {
      const state = ['PUT', 'PATCH'].includes(operation.method) && !withCommands.has(shapeOf(operation.path)) ? stateIn(operation) : undefined;
      if (state) report({ label: operation.label, name: state.name }, state.place);
    }
  },
});

function stateIn(operation: OperationElement) {
  const parts = jsonSchemaIn(bodyIn(operation))?.parts() ?? [];
  const state = parts.find(({ id }) => /^property (status|state)$/.test(id));
  const isWritable = state && !state.nodes.some((node) => child(node, 'readOnly'));
  return isWritable && (state.effective().values?.length ?? 0) > 1 ? { name: state.id.slice('property '.length), place: state.place } : undefined;
}
