import { child, defineRule, removeEntry, removeItem, repair } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { listedParameters } from '../model/parameter-list.ts';
import { placeOfItem } from '../model/part.ts';

interface BodyOnGet {
  readonly label: string;
}

/** "A client SHOULD NOT generate content in a GET request" (RFC 9110, section 9.3.1; likewise HEAD). */
export const noRequestBodyOnGet = defineRule<OperationElement, BodyOnGet>({
  id: 'no-request-body-on-get',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => `\`${label}\` has a request body, which many proxies and clients drop.`,
  check(operation, report) {
    const { node, method, label } = operation;
    if (method !== 'GET' && method !== 'HEAD') return;
    const [part] = bodyParameters(operation);
    const body = child(node, 'requestBody') ?? (part && placeOfItem(part.item, child(part.item, '$ref') ? '$ref' : 'in'));
    if (body) report({ label }, body);
  },
  fixes(operation) {
    const { node } = operation;
    const parts = bodyParameters(operation);
    const edit = parts[0] ? removeItem(child(node, 'parameters'), parts[0].item) : removeEntry(node, 'requestBody');
    return parts.length > 1 ? [] : repair('Remove the request body', false, edit);
  },
});

/** OpenAPI 2.0 describes a body among the parameters. */
function bodyParameters({ node, document, path }: OperationElement) {
  if (document.version !== '2.0') return [];
  return listedParameters(document, child(node, 'parameters'), path).filter((parameter) => parameter.in === 'body' || parameter.in === 'formData');
}
