import { child, defineRule, type Edit, type Node, repair, sourceOf, stringOf } from '@breakwater/core';
import type { ApiElement, ServerElement } from '../model/element.ts';
import { flowsOf, securitySchemesOf } from '../model/security.ts';
import { rootServersOf } from '../model/server.ts';

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
    for (const { url, place } of plainServers(api)) report({ url }, place);
    for (const at of plainAddresses(api)) report({ url: stringOf(at) ?? '' }, at);
  },
  // Whether the other end speaks TLS, only its owner knows.
  fixes(api, { url }) {
    const nodes = [...plainServers(api).map(({ place }) => place.node), ...plainAddresses(api)];
    return repair('Encrypt it', false, ...nodes.filter((node) => stringOf(node) === url).map(encrypted));
  },
});

function plainServers(api: ApiElement): readonly ServerElement[] {
  return rootServersOf(api.document).filter(({ url }) => PLAIN.test(url));
}

function plainAddresses({ document }: ApiElement): readonly Node[] {
  const holders = securitySchemesOf(document).flatMap(({ node }) => [node, ...flowsOf(document, node).values()]);
  return holders.flatMap((holder) => URLS.map((name) => child(holder, name)).filter(isPlain));
}

function encrypted(node: Node): Edit | undefined {
  const [scheme] = /^["']?(?:http|ws)(?=:)/i.exec(sourceOf(node)) ?? [];
  const end = node.start + (scheme?.length ?? 0);
  return scheme === undefined ? undefined : { uri: node.file.uri, span: { start: end, end }, text: 's' };
}

function isPlain(node: Node | undefined): node is Node {
  return PLAIN.test(stringOf(node) ?? '');
}
