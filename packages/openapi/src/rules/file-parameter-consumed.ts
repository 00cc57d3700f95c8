import { child, defineRule, itemsOf, stringOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { OperationElement } from '../model/element.ts';

interface UnreadFile {
  readonly label: string;
  readonly name: string;
}

/** "If `type` is "file", the `consumes` MUST be either "multipart/form-data", "application/x-www-form-urlencoded" or both" (OpenAPI 2.0, Parameter Object). */
export const fileParameterConsumed = defineRule<OperationElement, UnreadFile>({
  id: 'file-parameter-consumed',
  on: 'operation',
  severity: 'error',
  message: ({ label, name }) => `\`${label}\` has the file \`${name}\` and consumes no form that can hold it.`,
  check({ node, document, label, parameters }, report) {
    if (document.version !== '2.0') return;
    const file = parameters().find((parameter) => stringOf(child(parameter.node, 'type')) === 'file');
    const consumes = itemsOf(field(document, node, 'consumes') ?? field(document, document.root, 'consumes'));
    if (file && !consumes.some((item) => isForm(stringOf(item) ?? ''))) report({ label, name: file.name }, child(node, 'consumes'));
  },
});

/** Also of a vendor: `application/vnd.mine+x-www-form-urlencoded`. */
function isForm(mediaType: string): boolean {
  return /^(?:multipart\/(?:[^;]*\+)?form-data|application\/(?:[^;]*\+)?x-www-form-urlencoded)\s*(?:;|$)/i.test(mediaType.trim());
}
