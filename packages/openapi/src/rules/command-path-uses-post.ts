import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { COMMANDS, commandOf } from '../model/resource.ts';

interface CommandMethod {
  readonly label: string;
  readonly command: string;
}

interface Options {
  readonly commands: readonly string[];
}

export const commandPathUsesPost = defineRule<OperationElement, CommandMethod, Options>({
  id: 'command-path-uses-post',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  options: {
    schema: { type: 'object', properties: { commands: { description: 'Verbs that a path may end with.', type: 'array', items: { type: 'string' } } } },
    defaults: { commands: COMMANDS },
  },
  message: ({ label, command }) => `\`${command}\` is a command, and \`${label}\` is not how commands are sent.`,
  check({ method, path, label, of }, report, { commands }) {
    const command = of === 'paths' && ['GET', 'PUT', 'DELETE', 'PATCH'].includes(method) ? commandOf(path, commands) : undefined;
    if (command !== undefined) report({ label, command });
  },
});
