import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GIT_ENVIRONMENT } from './git.ts';

/** What `git` asks a smart HTTP server for (gitprotocol-http(5)). */
const ADDRESS = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

export interface GitAddress {
  /** `owner/name`. */
  readonly fullName: string;
  /** The rest of the path, for `git http-backend`. */
  readonly pathInfo: string;
}

export function gitAddressOf(path: string): GitAddress | undefined {
  const [, fullName = '', service = ''] = ADDRESS.exec(path) ?? [];
  return service === '' ? undefined : { fullName, pathInfo: `/${service}` };
}

/** GitHub lets nobody fetch a private repository without a token, and asks for one in git's own way. */
export function askForCredentials(response: ServerResponse): void {
  response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end('Authentication failed.');
}

/** Serves a bare repository with `git http-backend` (a CGI program, RFC 3875); fetching only, pushes are refused. */
export function serveGit(folder: string, { pathInfo }: GitAddress, request: IncomingMessage, response: ServerResponse): void {
  const header = (name: string) => String(request.headers[name] ?? '');
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...GIT_ENVIRONMENT,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathInfo,
      REQUEST_METHOD: request.method ?? 'GET',
      QUERY_STRING: (request.url ?? '').split('?')[1] ?? '',
      CONTENT_TYPE: header('content-type'),
      REMOTE_ADDR: '127.0.0.1',
      GIT_PROTOCOL: header('git-protocol'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      ...(request.headers['content-length'] !== undefined && { CONTENT_LENGTH: header('content-length') }),
    },
  });
  child.stdin.on('error', () => undefined);
  child.on('error', () => response.destroy());
  response.on('close', () => child.kill());
  request.pipe(child.stdin);
  let head = Buffer.alloc(0);
  let isBody = false;
  child.stdout.on('data', (chunk: Buffer) => {
    if (isBody) return void response.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    isBody = true;
    writeHead(response, head.subarray(0, end).toString('latin1'));
    response.write(head.subarray(end + 4));
  });
  child.stdout.on('end', () => response.end());
}

function writeHead(response: ServerResponse, text: string): void {
  for (const line of text.split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
}
