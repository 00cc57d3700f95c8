import { child, defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';

interface UnlistedCodes {
  readonly label: string;
}

const SAYING = ['enum', 'const', 'pattern', 'x-extensible-enum', 'examples', 'example'];

export const errorCodesDocumented = defineRule<ApiElement, UnlistedCodes>({
  id: 'error-codes-documented',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `Which codes there are is not said: the \`code\` of ${label} may be any text.`,
  check(api, report) {
    const seen = new Set<unknown>();
    for (const { schema, response } of errorBodiesOf(api)) {
      const inner = schema.parts().find(({ id }) => id === 'property error');
      const code = [schema, ...(inner ? [inner] : [])].flatMap((one) => one.parts()).find(({ id }) => id === 'property code');
      if (!code || seen.has(code.node)) continue;
      seen.add(code.node);
      const isShown = response.children().some(({ node }) => child(node, 'example') || child(node, 'examples'));
      if (!isShown && !SAYING.some((keyword) => code.effective().all(keyword).length > 0)) report({ label: schema.label }, code.place);
    }
  },
});
