import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { State } from './state.ts';

export interface Storage {
  readonly url: string;
  close(): Promise<void>;
}

interface Keeper {
  readonly state: Pick<State, 'releases'>;
  readonly violations: string[];
}

/** Who has the address may have the file for some minutes: what it is signed with stands in it. */
const SIGNATURE = 'sig=of-the-storage';

export function storedAt(url: string, id: number): string {
  return `${url}/github-production-release-asset/${id}?${SIGNATURE}`;
}

/** The files of releases, at another host than the API (`release-assets.githubusercontent.com`); it refuses whoever brings a token. */
export async function startStorage({ state, violations }: Keeper): Promise<Storage> {
  const http = createServer((request, response) => {
    const [, id, query] = /^\/github-production-release-asset\/(\d+)\?(.*)$/.exec(request.url ?? '') ?? [];
    const asset = state.releases.flatMap(({ assets }) => assets).find((one) => String(one.id) === id);
    if (request.headers.authorization !== undefined) violations.push('a token was sent to the host of the files');
    if (!asset || query !== SIGNATURE || request.headers.authorization !== undefined) return void response.writeHead(403).end('<Error/>');
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename=${encodeURIComponent(asset.name)}` });
    response.end(asset.bytes);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    // Another name, as it is another host: by the port alone a careless client would not see it.
    url: `http://localhost:${(http.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
    },
  };
}
