import { defineRule } from '@breakwater/core';
import type { ServerElement } from '../model/element.ts';

interface ServerUrl {
  readonly url: string;
  readonly fault: 'slash' | 'example' | 'protocol';
}

const WORDS: Readonly<Record<ServerUrl['fault'], string>> = {
  slash: 'ends with a slash, and paths begin with one',
  example: 'is of a host that is reserved for examples',
  protocol: 'has a protocol in its host',
};

/** "The path is appended […] to the expanded URL from the Server Object" (OpenAPI 3.1.1, section 4.8.8.1). RFC 2606 reserves the names of examples. */
export const serverUrlClean = defineRule<ServerElement, ServerUrl>({
  id: 'server-url-clean',
  on: 'server',
  severity: 'info',
  message: ({ url, fault }) => `The server \`${url}\` ${WORDS[fault]}.`,
  check({ url, isImplied }, report) {
    if (isImplied) return;
    if (/^(?:[a-z]+:)?\/\/[^/]*[a-z]+:\/\//i.test(url)) report({ url, fault: 'protocol' });
    else if (url.length > 1 && url.endsWith('/')) report({ url, fault: 'slash' });
    if (/^(?:[a-z]+:)?\/\/(?:[^/]*\.)?(?:example\.(?:com|org|net)|[^/.]*\.example)(?:[:/]|$)/i.test(url)) report({ url, fault: 'example' });
  },
});
