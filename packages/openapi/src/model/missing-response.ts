import { child, entriesOf, type Fix, insertEntry, repair } from '@breakwater/core';
import { field } from './document.ts';
import type { OperationElement } from './element.ts';

/** What a status is mostly called where it is shared, and in words. */
const STATUSES: Readonly<Record<string, { readonly name: RegExp; readonly words: string }>> = {
  '400': { name: /^(bad_?request|validation|invalid|.*400.*)/i, words: 'The request is malformed' },
  '401': { name: /^(unauthori[sz]ed|unauthenticated|.*401.*)/i, words: 'The credentials are missing or not valid' },
  '403': { name: /^(forbidden|.*403.*)/i, words: 'The caller may not do this' },
  '404': { name: /^(not_?found|.*404.*)/i, words: 'There is no such resource' },
  '409': { name: /^(conflict|.*409.*)/i, words: 'The request contradicts the state of the resource' },
  '412': { name: /^(precondition|.*412.*)/i, words: 'The resource was changed by somebody else' },
  '429': { name: /^(too_?many|rate_?limit|throttl|.*429.*)/i, words: 'Too many requests' },
  '500': { name: /^(internal|server_?error|.*500.*)/i, words: 'Something went wrong on the server' },
};

/** Adds a response: the shared one for that status if there is one, else one with a description only. */
export function addResponse({ document, node }: OperationElement, status: string): readonly Fix[] {
  const { name, words } = STATUSES[status] ?? { name: /^$/, words: status };
  const section =
    document.version === '2.0' ? field(document, document.root, 'responses') : field(document, field(document, document.root, 'components'), 'responses');
  const shared = entriesOf(section).find((entry) => name.test(entry.name.replaceAll(/[-_ ]/g, '_')));
  const prefix = document.version === '2.0' ? '#/responses' : '#/components/responses';
  const response = shared ? { $ref: `${prefix}/${shared.name}` } : { description: words };
  return repair(`Describe ${status}`, false, insertEntry(child(node, 'responses'), status, response));
}
