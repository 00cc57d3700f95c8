import { child, defineRule, itemsOf, stringOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement } from '../model/element.ts';

interface UnreadForm {
  readonly label: string;
  readonly name: string;
}

const FORMS: ReadonlySet<string> = new Set(['application/x-www-form-urlencoded', 'multipart/form-data']);

/** "`application/x-www-form-urlencoded`, `multipart/form-data` or both are usually used as the content type" of a form (Swagger 2.0, Parameter Object, Form). */
export const formDataConsumed = defineRule<OperationElement, UnreadForm>({
  id: 'form-data-consumed',
  on: 'operation',
  severity: 'warn',
  message: ({ label, name }) => `\`${label}\` has the form field \`${name}\` and consumes no form.`,
  check({ node, document, label, parameters }, report) {
    if (document.version !== '2.0') return;
    const fields = parameters().filter((parameter) => parameter.in === 'formData');
    // A file is an error, and told as one.
    const form = fields.some((parameter) => stringOf(child(parameter.node, 'type')) === 'file') ? undefined : fields[0];
    const consumes = itemsOf(field(document, node, 'consumes') ?? field(document, document.root, 'consumes'));
    const readsForm = consumes.some((item) => FORMS.has((stringOf(item)?.split(';')[0] ?? '').trim().toLowerCase()));
    if (form && !readsForm) report({ label, name: form.name }, child(node, 'consumes'));
  },
});
