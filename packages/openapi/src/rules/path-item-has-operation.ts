import { defineRule, entriesOf } from '@breakwater/core';
import type { PathElement } from '../model/element.ts';

interface IdlePath {
  readonly path: string;
}

/** What a path item may have beside its operations. */
const NO_OPERATIONS = /^(?:summary|description|servers|parameters|x-.*)$/;

export const pathItemHasOperation = defineRule<PathElement, IdlePath>({
  id: 'path-item-has-operation',
  on: 'path',
  severity: 'warn',
  message: ({ path }) => `\`${path}\` has no operation.`,
  check(path, report) {
    // What a reference to nowhere would have said is not known, and what is not read as an operation is told as such.
    if (entriesOf(path.node).some(({ name }) => !NO_OPERATIONS.test(name)) || path.children().some(({ kind }) => kind === 'operation')) return;
    report({ path: path.path });
  },
});
