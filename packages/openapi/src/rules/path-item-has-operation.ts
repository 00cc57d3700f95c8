import { child, defineRule } from '@breakwater/core';
import type { PathElement } from '../model/element.ts';

interface IdlePath {
  readonly path: string;
}

export const pathItemHasOperation = defineRule<PathElement, IdlePath>({
  id: 'path-item-has-operation',
  on: 'path',
  severity: 'warn',
  message: ({ path }) => `\`${path}\` has no operation.`,
  check(path, report) {
    // What a reference to nowhere would have said is not known, and what is not read as an operation is told as such.
    if (child(path.node, '$ref') || path.children().some(({ kind }) => kind === 'operation')) return;
    report({ path: path.path });
  },
});
