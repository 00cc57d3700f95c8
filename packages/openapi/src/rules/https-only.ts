import { child, defineRule, type Node, stringOf } from '@breakwater/core';
import type { ApiElement, ServerElement } from '../model/element.ts';
import { flowsOf, securitySchemesOf } from '../model/security.ts';

interface Unencrypted {
  readonly url: string;
}

const URLS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'openIdConnectUrl', 'deviceAuthorizationUrl'];
const PLAIN = /^(http|ws):\/\/(?!(localhost|127\.|\[::1\]|[^/:]*\.(localhost|local|test|internal)\b|\{))/i;

export const httpsOnly = defineRule<ApiElement, Unencrypted>({
  id: 'https-only',
  on: 'api',
  severity: 'warn',
  message: ({ url }) => `\`${url}\` is not encrypted.`,
  check(api, report) {
    const { document } = api;
    for (const element of api.children()) if (isServer(element) && PLAIN.test(element.url)) report({ url: element.url }, element.place);
    for (const { node } of securitySchemesOf(document))
      for (const holder of [node, ...flowsOf(document, node).values()])
        for (const at of URLS.map((name) => child(holder, name))) if (isPlain(at)) report({ url: stringOf(at) ?? '' }, at);
  },
});

function isServer(element: { readonly kind: string }): element is ServerElement {
  return element.kind === 'server';
}

function isPlain(node: Node | undefined): node is Node {
  return PLAIN.test(stringOf(node) ?? '');
}
