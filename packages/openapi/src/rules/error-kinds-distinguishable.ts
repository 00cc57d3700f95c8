import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { errorsIn } from '../model/error-response.ts';
import { jsonSchemaIn } from '../model/operation-parts.ts';

interface OneError {
  readonly label: string;
  readonly status: string;
}

export const errorKindsDistinguishable = defineRule<OperationElement, OneError>({
  id: 'error-kinds-distinguishable',
  on: 'operation',
  severity: 'hint',
  preset: 'full',
  message: ({ label, status }) => `Consumers of \`${label}\` cannot tell its errors apart: there is only \`${status}\`, and no list of codes.`,
  check(operation, report) {
    const [only, ...others] = errorsIn(operation);
    if (!only || others.length > 0 || !/^(default|4xx)$/i.test(only.status)) return;
    const schema = jsonSchemaIn(only);
    const inner = schema?.parts().filter(({ id }) => id === 'property error') ?? [];
    const codes = [...(schema ? [schema] : []), ...inner]
      .flatMap((one) => one.parts())
      .filter(({ id }) => /^property (code|type|error_code|errorCode)$/.test(id));
    if (!codes.some((code) => code.effective().values || code.effective().all('x-extensible-enum').length > 0))
      report({ label: operation.label, status: only.status }, only.place);
  },
});
