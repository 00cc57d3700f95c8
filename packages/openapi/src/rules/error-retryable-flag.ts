import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';
import { headerOf } from '../model/operation-parts.ts';

interface NoHint {
  readonly label: string;
}

export const errorRetryableFlag = defineRule<ApiElement, NoHint>({
  id: 'error-retryable-flag',
  on: 'api',
  severity: 'hint',
  preset: 'full',
  message: ({ label }) => `Whether trying again helps is not told by ${label}.`,
  check(api, report) {
    const seen = new Set<unknown>();
    for (const { schema, response } of errorBodiesOf(api)) {
      if (seen.has(schema.node) || !/^(408|429|5..|5xx|default)$/i.test(response.status) || headerOf(response, ['Retry-After'])) continue;
      seen.add(schema.node);
      const inner = schema.parts().filter(({ id }) => id === 'property error');
      const names = [schema, ...inner].flatMap((one) => [...one.effective().properties.keys()]);
      if (!names.some((name) => /retr(y|iable|yable)|transient|temporary/i.test(name))) report({ label: schema.label }, response.place);
    }
  },
});
