import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from './json.ts';
import { type GitHub, startGitHub } from './loopback.ts';
import { buildRepository, type TestRepository } from './repository.ts';

let repository: TestRepository;
let github: GitHub;

const BASE = {
  'openapi.yaml': 'openapi: 3.1.0\n',
  'docs/old.md': '# Old\n\nA page that moves.\n',
  'link.yaml': { symlink: 'openapi.yaml' },
  away: { symlink: '/etc/passwd' },
};
const HEAD = {
  'openapi.yaml': 'openapi: 3.1.1\n',
  'docs/old.md': null,
  'docs/new.md': '# Old\n\nA page that moves.\n',
  'added "1"\n.txt': 'x',
};

describe.each(['full', 'reduced'] as const)('with the %s description', (validation) => {
  beforeEach(async () => {
    repository = await buildRepository({ base: BASE, head: HEAD, mainSince: { 'README.md': 'later\n' } });
    github = await startGitHub({ repository, validation });
  });

  afterEach(async () => {
    await github.close();
    await repository.remove();
  });

  test('comments are listed in pages, with a Link header', async () => {
    for (let number = 1; number <= 65; number++) github.state.addComment(7, `comment ${number}`);
    const first = await call('GET', '/issues/7/comments');
    expect(first.body).toHaveLength(30);
    expect(first.headers.get('link')).toBe(
      `<${github.apiUrl}/repos/octo-org/shop/issues/7/comments?page=2>; rel="next", <${github.apiUrl}/repos/octo-org/shop/issues/7/comments?page=3>; rel="last"`,
    );
    const last = await call('GET', '/issues/7/comments?per_page=30&page=3');
    expect(last.body).toHaveLength(5);
    expect(last.headers.get('link')).toMatch(/page=2>; rel="prev", .*page=1>; rel="first"$/);
    expect((await call('GET', '/issues/7/comments?per_page=100')).headers.get('link')).toBeNull();
    expect(github.violations).toEqual([]);
  });

  test('a comment is written, changed and deleted by the bot of the token', async () => {
    const created = await call('POST', '/issues/7/comments', { body: 'one' });
    expect(created).toMatchObject({ status: 201, body: { body: 'one', user: { login: 'github-actions[bot]', type: 'Bot' } } });
    const { id } = created.body as { id: number };
    expect(await call('PATCH', `/issues/comments/${id}`, { body: 'two' })).toMatchObject({ status: 200, body: { id, body: 'two' } });
    expect(github.state.comments).toMatchObject([{ id, body: 'two' }]);
    expect((await call('DELETE', `/issues/comments/${id}`)).status).toBe(204);
    expect((await call('GET', `/issues/comments/${id}`)).status).toBe(404);
    expect(github.violations).toEqual([]);
  });

  test('a comment over 65,536 characters is refused, and one of just that length is not', async () => {
    expect(await call('POST', '/issues/7/comments', { body: 'x'.repeat(65_537) })).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'Body is too long (maximum is 65536 characters)' }] },
    });
    expect((await call('POST', '/issues/7/comments', { body: 'x'.repeat(65_536) })).status).toBe(201);
    expect(github.violations).toEqual([]);
  });

  test("a fork's token may read and not write", async () => {
    const refused = await call('POST', '/issues/7/comments', { body: 'one' }, { authorization: 'Bearer fork-token' });
    expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect((await call('GET', '/issues/7/comments', undefined, { authorization: 'token fork-token' })).status).toBe(200);
    expect((await call('GET', '/issues/7/comments', undefined, { authorization: 'token wrong' })).status).toBe(401);
    expect(github.state.comments).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  test('the pull request, its files and its merge base come from git', async () => {
    const { baseSha, headSha, mergeSha, mergeBaseSha } = repository.pull;
    expect((await call('GET', '/pulls/7')).body).toMatchObject({
      merge_commit_sha: mergeSha,
      head: { sha: headSha },
      base: { sha: mergeBaseSha },
    });
    const files = (await call('GET', '/pulls/7/files?per_page=100')).body as readonly JsonObject[];
    expect(files.map(({ status, filename, previous_filename: from }) => [status, filename, from])).toEqual([
      ['added', 'added "1"\n.txt', undefined],
      ['renamed', 'docs/new.md', 'docs/old.md'],
      ['modified', 'openapi.yaml', undefined],
    ]);
    expect(files[2]).toMatchObject({ additions: 1, deletions: 1, changes: 2, patch: '@@ -1 +1 @@\n-openapi: 3.1.0\n+openapi: 3.1.1' });
    expect((await call('GET', `/compare/${baseSha}...feature`)).body).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      merge_base_commit: { sha: mergeBaseSha },
      commits: [{ sha: headSha }],
    });
    expect((await call('GET', `/commits/${mergeSha}`)).body).toMatchObject({ parents: [{ sha: baseSha }, { sha: headSha }] });
    expect(github.violations).toEqual([]);
  });

  test('contents come as JSON, raw and object', async () => {
    const json = (await call('GET', '/contents/openapi.yaml?ref=main')).body as JsonObject;
    expect(Buffer.from(String(json.content), 'base64').toString()).toBe(BASE['openapi.yaml']);
    expect(json).toMatchObject({ type: 'file', path: 'openapi.yaml', encoding: 'base64' });
    const raw = await fetch(`${github.apiUrl}/repos/octo-org/shop/contents/docs%2Fnew.md?ref=feature`, {
      headers: { accept: 'application/vnd.github.raw+json' },
    });
    expect(await raw.text()).toBe(HEAD['docs/new.md']);
    const folder = await call('GET', '/contents/docs?ref=refs/pull/7/head', undefined, { accept: 'application/vnd.github.object+json' });
    expect(folder.body).toMatchObject({ type: 'dir', entries: [{ name: 'new.md', path: 'docs/new.md' }] });
    expect((await call('GET', '/contents/link.yaml')).body).toMatchObject({ type: 'file', path: 'link.yaml', size: 15 });
    expect((await call('GET', '/contents/away')).body).toMatchObject({ type: 'symlink', target: '/etc/passwd' });
    expect((await call('GET', '/contents/nowhere')).status).toBe(404);
    expect((await call('GET', '/contents/openapi.yaml?ref=nowhere')).status).toBe(404);
    expect(github.violations).toEqual([]);
  });

  test('trees, blobs and refs come from git', async () => {
    const tree = (await call('GET', '/git/trees/main?recursive=1')).body as { tree: readonly JsonObject[] };
    expect(tree.tree.map(({ path }) => path)).toEqual(['README.md', 'away', 'docs', 'docs/old.md', 'link.yaml', 'openapi.yaml']);
    expect((await call('GET', `/git/blobs/${tree.tree[0]?.sha}`)).body).toMatchObject({ size: 6, content: 'bGF0ZXIK\n' });
    expect((await call('GET', '/git/ref/pull/7/merge')).body).toMatchObject({ object: { sha: repository.pull.mergeSha } });
    expect(github.violations).toEqual([]);
  });

  test('a check run collects annotations over several requests, and refuses a column over lines', async () => {
    const annotation = { path: 'openapi.yaml', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'x' };
    const output = { title: 'Contract', summary: 'None', annotations: [annotation] };
    const created = await call('POST', '/check-runs', { name: 'contract', head_sha: repository.pull.headSha, output });
    expect(created).toMatchObject({ status: 201, body: { status: 'queued', output: { annotations_count: 1 } } });
    const { id } = created.body as { id: number };
    expect((await call('PATCH', `/check-runs/${id}`, { conclusion: 'failure', output })).body).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      output: { annotations_count: 2 },
    });
    const wrong = { ...output, annotations: [{ ...annotation, end_line: 2, start_column: 1 }] };
    expect((await call('PATCH', `/check-runs/${id}`, { conclusion: 'failure', output: wrong })).status).toBe(422);
    expect((await call('GET', `/commits/${repository.pull.headSha}/check-runs`)).body).toMatchObject({
      total_count: 1,
      check_runs: [{ id }],
    });
    expect(github.violations).toEqual([]);
  });

  test('labels, permissions and SARIF are kept', async () => {
    github.state.labels.set(7, ['accepted']);
    github.state.permissions.set('mona', 'admin');
    expect((await call('GET', '/issues/7/labels')).body).toMatchObject([{ name: 'accepted' }]);
    expect((await call('GET', '/collaborators/mona/permission')).body).toMatchObject({ permission: 'admin' });
    const sarif = gzipSync(JSON.stringify({ version: '2.1.0', runs: [] })).toString('base64');
    const upload = { commit_sha: repository.pull.headSha, ref: 'refs/pull/7/merge', sarif };
    const { status, body } = await call('POST', '/code-scanning/sarifs', upload);
    expect(status).toBe(202);
    expect((await call('GET', `/code-scanning/sarifs/${String((body as JsonObject).id)}`)).body).toMatchObject({
      processing_status: 'complete',
    });
    expect(github.state.sarifUploads).toMatchObject([{ ref: 'refs/pull/7/merge', document: { runs: [] } }]);
    expect((await call('POST', '/code-scanning/sarifs', { ...upload, sarif: 'e30=' })).status).toBe(400);
    expect(github.violations).toEqual([]);
  });

  test('a request that GitHub does not describe is a violation', async () => {
    expect((await call('POST', '/issues/7/comments', { body: 'one', boddy: 'two' })).status).toBe(422);
    await call('GET', '/issues/7/comments?per_page=101');
    await call('GET', '/issues/7/comments?perpage=10');
    await call('POST', '/issues/7/comments', {});
    await call('GET', '/nothing');
    expect(github.violations).toEqual([
      validation === 'full' ? 'issues/create-comment: body: must NOT have unevaluated properties (`boddy`)' : expect.stringContaining('(`boddy`)'),
      'issues/list-comments: query/per_page: must be <= 100',
      'issues/list-comments: query: must NOT have additional properties (`perpage`)',
      "issues/create-comment: body: must have required property 'body'",
      'GET /repos/octo-org/shop/nothing: is no described operation',
    ]);
  });
});

test('a request without a User-Agent is refused', async () => {
  repository = await buildRepository({ base: BASE, head: HEAD });
  github = await startGitHub({ repository });
  const status = await new Promise((resolve) => {
    request(`${github.apiUrl}/repos/octo-org/shop`, (response) => resolve(response.resume().statusCode)).end();
  });
  expect(status).toBe(403);
  expect(github.violations).toEqual(['repos/get: header: User-Agent is missing']);
  await github.close();
  await repository.remove();
});

interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

async function call(method: string, path: string, body?: JsonObject, headers: Record<string, string> = {}): Promise<Called> {
  const response = await fetch(`${github.apiUrl}/repos/octo-org/shop${path}`, {
    method,
    headers: { authorization: 'Bearer write-token', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as Json) : text };
}
