import { defineRule } from '@breakwater/core';
import type { ApiElement, OperationElement } from '../model/element.ts';
import { COMMANDS, commandOf, operationsByPath } from '../model/resource.ts';

interface CommandMethod {
  readonly label: string;
  readonly command: string;
}

interface Options {
  readonly commands: readonly string[];
}

export const commandPathUsesPost = defineRule<ApiElement, CommandMethod, Options>({
  id: 'command-path-uses-post',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  options: {
    schema: { type: 'object', properties: { commands: { description: 'Verbs that a path may end with.', type: 'array', items: { type: 'string' } } } },
    defaults: { commands: COMMANDS },
  },
  message: ({ label, command }) => `\`${command}\` is a command, and \`${label}\` is not how commands are sent.`,
  check(api, report, { commands }) {
    for (const operations of operationsByPath(api).values()) {
      const command = commandOf(operations[0]?.path ?? '', commands);
      if (command === undefined || isResource(operations)) continue;
      for (const { method, label, place } of operations) if (METHODS.includes(method)) report({ label, command }, place);
    }
  },
});

const METHODS = ['GET', 'PUT', 'PATCH', 'DELETE'];

/** What is read and written, or set and taken away, is a thing by the same word: the archive, the lock. */
function isResource(operations: readonly OperationElement[]): boolean {
  return operations.filter(({ method }) => METHODS.includes(method)).length > 1;
}
