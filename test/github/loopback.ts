import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Api, answerTo, complete, plantedAnswer, type Understood, understand } from './api.ts';
import { describeGitHub } from './description.ts';
import { type Exchange, receive } from './exchange.ts';
import { type Fault, faultBox } from './fault.ts';
import { askForCredentials, type GitAddress, gitAddressOf, serveGit } from './git-remote.ts';
import { answerGraphql, GRAPHQL } from './graphql.ts';
import type { Json } from './json.ts';
import { FORK_TOKEN, type Token, tokenOf, WRITE_TOKEN } from './permission.ts';
import type { TestRepository } from './repository.ts';
import { emptyState, type State } from './state.ts';
import { startStorage } from './storage.ts';

export interface GitHubOptions {
  readonly repository: TestRepository;
  /** By their text. When left out there are `write-token` and `fork-token`. */
  readonly tokens?: Readonly<Record<string, Token>>;
  readonly isPrivate?: boolean;
  /** Entries of a tree in one recursive answer; 100,000 when left out. */
  readonly largestTree?: number;
  /** Whether the API gives the files of releases itself, and does not redirect to another host. */
  readonly streamsAssets?: boolean;
  /** `reduced` leaves GitHub's own description aside even where it is at hand. */
  readonly validation?: 'full' | 'reduced';
}

interface RecordedRequest {
  /** The operation's id; `git` for a fetch, `graphql` for a query; `undefined` when there is no such operation. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

export interface GitHub {
  /** The server, for git and for links: `GITHUB_SERVER_URL`. */
  readonly url: string;
  /** `url` + `/api/v3`, as on GitHub Enterprise Server: `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly repository: TestRepository;
  readonly state: State;
  /** Requests and answers that are not as GitHub describes them. Every test ends with none. */
  readonly violations: readonly string[];
  readonly requests: readonly RecordedRequest[];
  /** What requests and answers are compared with. */
  readonly validation: 'full' | 'reduced';
  plant(fault: Fault): void;
  /** Takes out every fault that was planted. */
  heal(): void;
  close(): Promise<void>;
}

const TOKENS: Readonly<Record<string, Token>> = { 'write-token': WRITE_TOKEN, 'fork-token': FORK_TOKEN };

/** GitHub Enterprise Server has its API below this path (docs.github.com, "Getting started with the REST API", GHES). */
const API = '/api/v3';

/** Everything the handling of one request needs. */
interface Server {
  readonly api: Api;
  readonly requests: RecordedRequest[];
  readonly faults: ReturnType<typeof faultBox>;
  /** Timers of delayed answers: `close` does not wait for them. */
  readonly timers: Set<NodeJS.Timeout>;
}

/** A GitHub on 127.0.0.1, with one repository, at a port that the system chooses. */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const { repository, tokens = TOKENS, isPrivate = false, largestTree = 100_000, streamsAssets = false } = options;
  const description = describeGitHub(options.validation);
  const state = emptyState();
  const requests: RecordedRequest[] = [];
  const faults = faultBox();
  const violations: string[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const storage = await startStorage({ state, violations });
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const world = {
    state,
    repository,
    isPrivate,
    largestTree,
    api: `${url}${API}/repos/${repository.fullName}`,
    html: `${url}/${repository.fullName}`,
    storage: streamsAssets ? undefined : storage.url,
  };
  const server = { api: { description, world, tokens, violations }, requests, faults, timers };
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    handle(server, request, response).catch((error: unknown) => {
      violations.push(`the double failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      response.destroy();
    });
  });
  return {
    url,
    apiUrl: `${url}${API}`,
    repository,
    state,
    violations,
    requests,
    validation: description.validation,
    plant: faults.plant,
    heal: faults.heal,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await Promise.all([closed, storage.close()]);
    },
  };
}

async function handle(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = gitAddressOf((request.url ?? '').split('?')[0] ?? '');
  if (address) return handleGit(server, address, request, response);
  const exchange = await receive(request, response);
  // A client that went away is no failure of the double.
  response.on('error', () => undefined);
  if (exchange.path === GRAPHQL) return handleGraphql(server, exchange);
  if (!exchange.path.startsWith(`${API}/`)) {
    server.api.violations.push(`${exchange.method} ${exchange.path}: is no address of the API`);
    return exchange.send(404, {}, 'Not Found');
  }
  const understood = understand(server.api, exchange, exchange.path.slice(API.length));
  const { method, path, query, headers } = exchange;
  server.requests.push({ operation: understood?.operation.id, method, path, query: query.toString(), headers, body: understood?.body });
  if (!understood) return exchange.send(404, { 'content-type': 'application/json' }, '{"message":"Not Found","status":"404"}');
  return handleOperation(server, exchange, understood);
}

async function handleGraphql({ api, requests, faults }: Server, exchange: Exchange): Promise<void> {
  const { method, path, headers } = exchange;
  requests.push({ operation: 'graphql', method, path, query: '', headers, body: undefined });
  const fault = faults.next('graphql');
  if (fault?.reset) return exchange.reset();
  if (fault?.status === undefined) return answerGraphql(exchange, api.tokens, api.violations);
  const { status, raw = '', headers: sent = {} } = plantedAnswer(fault);
  return exchange.send(status, sent, raw);
}

async function handleOperation(server: Server, exchange: Exchange, understood: Understood): Promise<void> {
  const { api } = server;
  const fault = server.faults.next(understood.operation.id);
  if (fault?.delay !== undefined) await wait(fault.delay, server.timers);
  if (fault?.reset === 'before') return exchange.reset();
  if (fault?.status !== undefined || fault?.body !== undefined) {
    const { status, raw = '', headers = {} } = plantedAnswer(fault);
    return exchange.send(status, headers, raw);
  }
  const answer = await answerTo(api, exchange, understood);
  const { headers, body } = complete(api, understood.operation, answer);
  if (fault?.reset === 'after') return exchange.reset();
  return exchange.send(answer.status, { ...RATE_LIMIT, ...headers, ...fault?.headers }, body);
}

/** `GITHUB_TOKEN` has 1,000 requests per hour and repository (docs.github.com, "Rate limits for the REST API"). */
const RATE_LIMIT = { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '900', 'x-ratelimit-resource': 'core' };

async function handleGit(server: Server, address: GitAddress, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, tokens } = server.api;
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  server.requests.push({ operation: 'git', method: request.method ?? '', path, query, headers, body: undefined });
  const fault = server.faults.next('git');
  if (fault?.delay !== undefined) await wait(fault.delay, server.timers);
  if (fault?.reset !== undefined) return void request.socket.destroy();
  if (fault?.status !== undefined) return void response.writeHead(fault.status, { ...fault.headers }).end(String(fault.body ?? ''));
  const text = tokenOf(request.headers.authorization);
  const isKnown = text !== undefined && tokens[text] !== undefined;
  if ((world.isPrivate || text !== undefined) && !isKnown) return askForCredentials(response);
  if (address.fullName.toLowerCase() !== world.repository.fullName.toLowerCase()) return void response.writeHead(404).end('Repository not found.');
  return serveGit(world.repository.path, address, request, response);
}

function wait(milliseconds: number, timers: Set<NodeJS.Timeout>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      resolve();
    }, milliseconds);
    timers.add(timer);
  });
}
