import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from './json.ts';

/** One request as it came in, and the way to answer it. */
export interface Exchange {
  readonly method: string;
  /** Still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Breaks the connection without an answer. */
  reset(): void;
  send(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array | string): void;
}

export async function receive(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [path = '', query = ''] = (request.url ?? '').split('?');
  return {
    method: request.method ?? '',
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    text: Buffer.concat(chunks).toString('utf8'),
    reset: () => void request.socket.destroy(),
    send: (status, headers, body) => void response.writeHead(status, { ...headers }).end(body),
  };
}

/** `undefined` without a body; `null` is not JSON of any use here, so it stands for text that is none. */
export function parseBody(text: string): { readonly value: Json | undefined; readonly isBroken: boolean } {
  if (text === '') return { value: undefined, isBroken: false };
  try {
    return { value: JSON.parse(text) as Json, isBroken: false };
  } catch {
    return { value: undefined, isBroken: true };
  }
}
