import { booleanOf, child, defineChange, type Impact } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterLeniencyChanged {
  readonly label: string;
  readonly field: string;
  readonly allowed: boolean;
}

/** What a parameter may look like beside its schema: `?page` without a value, and characters that are not escaped. */
const FIELDS = ['allowEmptyValue', 'allowReserved'];

export const parameterLeniencyChanged = defineChange<ParameterElement, ParameterLeniencyChanged>({
  id: 'parameter-leniency-changed',
  on: 'parameter',
  // Many receivers cope with either, and the specification leaves it to them.
  impact({ allowed }, direction): Impact {
    const narrows = allowed === (direction === 'output');
    return narrows ? { backward: 'dangerous', forward: 'compatible' } : { backward: 'compatible', forward: 'dangerous' };
  },
  message: ({ label, field, allowed }) => `\`${field}\` of ${label} is ${allowed ? 'now' : 'no longer'} set.`,
  changed(before, { node, label }, report) {
    for (const field of FIELDS) {
      const allowed = booleanOf(child(node, field)) === true;
      if (allowed !== (booleanOf(child(before.node, field)) === true))
        report({ label, field, allowed }, child(node, field), { related: child(before.node, field) });
    }
  },
});
