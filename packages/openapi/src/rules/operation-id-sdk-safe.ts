import { child, defineRule, inline, repair, replaceValue, stringOf } from '@breakwater/core';
import { camel } from '../model/derived-id.ts';
import type { OperationElement } from '../model/element.ts';
import { wordsOf } from '../model/words.ts';

interface UnsafeId {
  readonly id: string;
}

export const operationIdSdkSafe = defineRule<OperationElement, UnsafeId>({
  id: 'operation-id-sdk-safe',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  message: ({ id }) => `\`${id}\` cannot be the name of a method in generated code.`,
  check({ node }, report) {
    const at = child(node, 'operationId');
    const id = stringOf(at);
    if (id !== undefined && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(id)) report({ id }, at);
  },
  fixes({ node }, { id }) {
    const name = camel(wordsOf(id));
    // Links and generated clients know it by its old name.
    return /^[a-z]/.test(name) ? repair(`Rename to \`${name}\``, false, replaceValue(node, 'operationId', inline(node.file, name))) : [];
  },
});
