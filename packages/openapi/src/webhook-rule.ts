import { defineRule, type Fix, type Preset, type Rule, type Severity } from '@breakwater/core';
import type { OperationElement } from './model/element.ts';

interface Unsaid {
  readonly label: string;
}

interface Wanted {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: Preset;
  /** As the end of "`webhook POST paid` …". */
  readonly what: string;
  isThere(operation: OperationElement): boolean;
  fixes?(operation: OperationElement): readonly Fix[];
}

/** Rules of one shape: what a webhook, or a callback, has to have for its receiver. */
export function webhookRule({ id, severity, preset, what, isThere, fixes }: Wanted): Rule<OperationElement, Unsaid> {
  return defineRule<OperationElement, Unsaid>({
    id,
    on: 'operation',
    severity,
    preset,
    message: ({ label }) => `\`${label}\` ${what}.`,
    check(operation, report) {
      if (operation.of !== 'paths' && operation.method === 'POST' && !isThere(operation)) report({ label: operation.label });
    },
    ...(fixes && { fixes }),
  });
}
