import { child, defineRule, type Preset, type Rule, type Severity } from '@breakwater/core';
import type { OperationElement } from './model/element.ts';
import { addResponse } from './model/missing-response.ts';
import { speaksFor } from './model/operation-parts.ts';

interface MissingStatus {
  readonly label: string;
}

interface Wanted {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: Preset;
  /** Any of them will do; the first is what a repair adds. */
  readonly statuses: readonly [string, ...string[]];
  /** Of which operations it is wanted, as the end of "`GET /orders` …". */
  readonly because: string;
  isWanted(operation: OperationElement): boolean;
  /** Whether `default` speaks for it too. */
  readonly byDefault?: boolean;
}

/** Rules of one shape: operations of a kind describe a status. What is said of all responses by a reference to nowhere is not known. */
export function missingStatusRule({ id, severity, preset, statuses, because, isWanted, byDefault = true }: Wanted): Rule<OperationElement, MissingStatus> {
  return defineRule<OperationElement, MissingStatus>({
    id,
    on: 'operation',
    severity,
    preset,
    message: ({ label }) => `\`${label}\` ${because}, and does not describe ${statuses.join(' or ')}.`,
    check(operation, report) {
      const responses = child(operation.node, 'responses');
      if (operation.of !== 'paths' || !responses || !isWanted(operation)) return;
      if (!statuses.some((status) => speaksFor(operation, status, byDefault))) report({ label: operation.label }, responses);
    },
    fixes: (operation) => addResponse(operation, statuses[0]),
  });
}
