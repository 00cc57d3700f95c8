import { child, entriesOf, type Fix, insertEntry, type Node, repair, resolve, stringOf } from '@breakwater/core';
import { apiOf } from './api.ts';
import { type Document, field } from './document.ts';
import type { OperationElement } from './element.ts';
import { errorBodiesOf } from './error-response.ts';
import { mediaTypesIn } from './operation-parts.ts';

/** What a status is mostly called where it is shared, and in words. */
const STATUSES: Readonly<Record<string, { readonly name: RegExp; readonly words: string }>> = {
  '400': { name: /^(bad_?request|validation|invalid|.*400.*)/i, words: 'The request is malformed' },
  '401': { name: /^(unauthori[sz]ed|unauthenticated|.*401.*)/i, words: 'The credentials are missing or not valid' },
  '403': { name: /^(forbidden|.*403.*)/i, words: 'The caller may not do this' },
  '404': { name: /^(not_?found|.*404.*)/i, words: 'There is no such resource' },
  '409': { name: /^(conflict|.*409.*)/i, words: 'The request contradicts the state of the resource' },
  '412': { name: /^(precondition|.*412.*)/i, words: 'The resource was changed by somebody else' },
  '429': { name: /^(too_?many|rate_?limit|throttl|.*429.*)/i, words: 'Too many requests' },
  default: { name: /^(default|general|generic|unexpected)?_?(error|problem|failure)(_?response)?$/i, words: 'Something went wrong' },
  '500': { name: /^(internal|server_?error|.*500.*)/i, words: 'Something went wrong on the server' },
};

/** Adds a response: the shared one for that status if there is one, else one with the form that other errors have. Without either, nothing is known to add. */
export function addResponse({ document, node }: OperationElement, status: string): readonly Fix[] {
  const responses = child(node, 'responses');
  // References are written as seen from the description itself.
  if (entriesOf(responses).length === 0 || node.file !== document.root.file) return [];
  const { name, words } = STATUSES[status] ?? { name: /^$/, words: status };
  const isOld = document.version === '2.0';
  const components = isOld ? document.root : field(document, document.root, 'components');
  const shared = entriesOf(field(document, components, 'responses')).find((entry) => name.test(entry.name.replaceAll(/[-_ ]/g, '_')));
  const form = usualForm(document) ?? namedForm(document, components);
  const body = form && (isOld ? { schema: form.schema } : { content: { [form.mediaType]: { schema: form.schema } } });
  const response = shared
    ? { $ref: `#/${isOld ? '' : 'components/'}responses/${pointed(shared.name)}` }
    : body && { description: words, ...headersFor(status, isOld), ...body };
  return response ? repair(`Describe ${status === 'default' ? 'errors' : status}`, false, insertEntry(responses, status, response)) : [];
}

interface Form {
  readonly mediaType: string;
  readonly schema: { readonly $ref: string };
}

/** The schema that most errors refer to. */
function usualForm({ snapshot }: Document): Form | undefined {
  const api = apiOf(snapshot);
  const counts = new Map<string, { form: Form; count: number }>();
  for (const { response } of api ? errorBodiesOf(api) : []) {
    const [type] = mediaTypesIn(response);
    const $ref = stringOf(child(child(type?.node, 'schema'), '$ref'));
    // What another file refers to is not found from here.
    if (!type || $ref === undefined || type.node.file !== api?.node.file || !resolve(snapshot, child(type.node, 'schema'))) continue;
    const known = counts.get(`${type.mediaType} ${$ref}`);
    counts.set(`${type.mediaType} ${$ref}`, { form: { mediaType: type.mediaType, schema: { $ref } }, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.form;
}

function namedForm(document: Document, components: Node | undefined): Form | undefined {
  const isOld = document.version === '2.0';
  const found = entriesOf(field(document, components, isOld ? 'definitions' : 'schemas')).find(({ name }) => FORM.test(name));
  return found && { mediaType: 'application/json', schema: { $ref: `#/${isOld ? 'definitions' : 'components/schemas'}/${pointed(found.name)}` } };
}

/** What schemas of errors are mostly called. */
const FORM = /^(api|http|generic|default|standard)?_?(error|problem|fault)(_?(response|model|details?|object|body|message))?$/i;

function headersFor(status: string, isOld: boolean): object {
  const header = { description: 'Seconds to wait', ...(isOld ? { type: 'integer' } : { schema: { type: 'integer' } }) };
  return status === '429' ? { headers: { 'Retry-After': header } } : {};
}

/** A name as a part of a pointer in a reference (RFC 6901, section 6). */
function pointed(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
