import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GitHub, startGitHub } from './loopback.ts';
import { WRITE_TOKEN } from './permission.ts';
import { buildRepository, type TestRepository } from './repository.ts';

/** The double's own tags and releases. */

let repository: TestRepository;
let github: GitHub;

describe.each(['full', 'reduced'] as const)('with the %s description', (validation) => {
  beforeEach(async () => {
    repository = await buildRepository({ base: { a: '2' }, head: { a: '3' }, released: { 'v1.0.0': { a: '1' }, 'v1.1.0': { a: '1.1' } } });
    const push = { permissions: { ...WRITE_TOKEN.permissions, contents: 'write' } } as const;
    github = await startGitHub({ repository, validation, tokens: { read: WRITE_TOKEN, push } });
  });

  afterEach(async () => {
    await github.close();
    await repository.remove();
  });

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${github.apiUrl}/repos/octo-org/shop${path}`, {
      headers: { authorization: 'Bearer read', 'user-agent': 'test', ...headers },
      redirect: 'manual',
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
  };
  const namesOf = (releases: readonly { tag_name: string }[]) => releases.map((one) => one.tag_name);

  test('tags are listed with their commits, annotated ones too', async () => {
    await repository.tag('v1.2.0', repository.pull.baseSha, { message: 'Annotated' });
    const { body } = await get('/tags?per_page=2');
    expect(body).toMatchObject([{ name: 'v1.2.0', commit: { sha: repository.pull.baseSha } }, { name: 'v1.1.0' }]);
    expect((await get('/tags?per_page=2')).headers.get('link')).toContain('page=2>; rel="next"');
    expect((await get('/compare/v1.0.0...main')).body).toMatchObject({ status: 'ahead', ahead_by: 2 });
    expect(github.violations).toEqual([]);
  });

  test('drafts are shown to who may push, and are not the latest; nor are previews', async () => {
    github.state.addRelease('v1.0.0');
    github.state.addRelease('v1.1.0', { isPrerelease: true });
    github.state.addRelease('v2.0.0', { isDraft: true });
    expect(namesOf((await get('/releases')).body)).toEqual(['v1.1.0', 'v1.0.0']);
    expect(namesOf((await get('/releases', { authorization: 'Bearer push' })).body)).toEqual(['v2.0.0', 'v1.1.0', 'v1.0.0']);
    expect((await get('/releases/latest')).body).toMatchObject({ tag_name: 'v1.0.0', draft: false });
    expect((await get('/releases/tags/v1.1.0')).body).toMatchObject({ prerelease: true });
    expect((await get('/releases/tags/v2.0.0')).status).toBe(404);
    expect(github.violations).toEqual([]);
  });

  test('an asset is said what it is, and as bytes it is at another host, which takes no token', async () => {
    const { assets } = github.state.addRelease('v1.0.0', { assets: { 'a.yaml': 'a: 1\n' } });
    const path = `/releases/assets/${assets[0]?.id}`;
    expect((await get(path)).body).toMatchObject({ name: 'a.yaml', size: 5 });
    expect((await get('/releases/assets/1')).status).toBe(404);
    const { status, headers } = await get(path, { accept: 'application/octet-stream' });
    const location = headers.get('location') ?? '';
    expect([status, new URL(location).hostname]).toEqual([302, 'localhost']);
    expect(await (await fetch(location)).text()).toBe('a: 1\n');
    expect((await fetch(location.replace(/sig=.*/, ''))).status).toBe(403);
    expect((await fetch(location, { headers: { authorization: 'Bearer read' } })).status).toBe(403);
    expect(github.violations).toEqual(['a token was sent to the host of the files']);
  });
});
