import { defineRule } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { ApiElement } from '../model/element.ts';
import { operationProfiles } from '../model/operation-profile.ts';

interface Undecided {
  /** `null`: it is said nowhere. */
  readonly label: string | null;
}

export const securityDocumented = defineRule<ApiElement, Undecided>({
  id: 'security-documented',
  on: 'api',
  severity: 'warn',
  message: ({ label }) =>
    label === null
      ? 'This description does not say who may call it: nothing in it has `security`.'
      : `\`${label}\` does not say who may call it: neither it nor the whole description has \`security\`.`,
  check(api, report) {
    if (field(api.document, api.node, 'security')) return;
    const operations = operationProfiles(api).filter(({ of }) => of === 'paths');
    const silent = operations.filter(({ schemes }) => !schemes);
    // One cause, one finding: most of the time nobody has thought of it at all.
    if (silent.length === operations.length) {
      if (silent.length > 0) report({ label: null });
    } else for (const { label, place } of silent) report({ label }, place);
  },
});
