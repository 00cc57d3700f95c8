import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pullRequestNumber } from '../src/accept/pull-request-number.ts';
import { type Context, contextOf, isFromFork, mayOnlyRead, visibleHead } from '../src/context.ts';
import { originOf } from '../src/origin.ts';

/** What follows from the environment and the event, both of which may lack anything. */

const folder = mkdtempSync(join(tmpdir(), 'context-'));
afterAll(() => rmSync(folder, { recursive: true }));

function contextFor(event: string, payload: unknown = {}, env: NodeJS.ProcessEnv = {}): Context {
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(payload));
  return contextOf({ GITHUB_REPOSITORY: 'octo-org/shop', GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, ...env });
}

const pullRequest = (base: string | undefined, head: string | undefined, more: object = {}) => ({
  pull_request: { number: 7, base: { repo: base && { full_name: base } }, head: { sha: 'h', repo: head && { full_name: head } }, ...more },
});

test('all that the runner says', () => {
  const env = {
    ...{ GITHUB_WORKSPACE: '/w', GITHUB_SHA: 's', GITHUB_REF: 'refs/heads/main', GITHUB_SERVER_URL: 'https://ghe.example', RUNNER_TEMP: '/t' },
    ...{ GITHUB_API_URL: 'https://ghe.example/api/v3', GITHUB_RUN_ID: '12', GITHUB_WORKFLOW: 'contract', GITHUB_JOB: 'check' },
  };
  expect(contextFor('push', { before: 'b' }, env)).toEqual({
    ...{ workspace: '/w', event: 'push', payload: { before: 'b' }, owner: 'octo-org', repo: 'shop', sha: 's', ref: 'refs/heads/main', temp: '/t' },
    ...{ serverUrl: 'https://ghe.example', apiUrl: 'https://ghe.example/api/v3' },
    ...{ runUrl: 'https://ghe.example/octo-org/shop/actions/runs/12', job: 'contract/check' },
  });
});

test('what it leaves out is that of github.com, of this folder, or nothing', () => {
  const here = process.cwd();
  expect(contextOf({ GITHUB_REPOSITORY: 'octo-org/shop' })).toEqual({
    ...{ workspace: here, event: '', payload: {}, owner: 'octo-org', repo: 'shop', sha: '', ref: '', temp: here, job: '' },
    ...{ serverUrl: 'https://github.com', apiUrl: 'https://api.github.com', runUrl: 'https://github.com/octo-org/shop/actions/runs/' },
  });
  expect(contextFor('push', {}, { GITHUB_JOB: 'check' }).job).toBe('/check');
  expect(contextFor('push', {}, { GITHUB_WORKFLOW: 'contract' }).job).toBe('');
  for (const payload of [null, 1, 'text']) expect(contextFor('push', payload).payload).toEqual({});
});

test.each(['', 'shop', '/shop', 'octo-org/', undefined])('outside of Actions it is an error: %j', (repository) => {
  expect(() => contextOf({ GITHUB_REPOSITORY: repository })).toThrow('this program runs as a step of GitHub Actions');
});

test.each<[string, object, boolean, boolean]>([
  ['pull_request', pullRequest('a/b', 'a/b'), false, false],
  ['pull_request', pullRequest('a/b', 'c/b'), true, true],
  ['pull_request', pullRequest('a/b', undefined), true, true],
  ['pull_request', pullRequest(undefined, undefined), true, true],
  ['pull_request', {}, true, true],
  ['pull_request', pullRequest('a/b', 'a/b', { user: { login: 'dependabot[bot]' } }), false, true],
  ['pull_request', pullRequest('a/b', 'a/b', { user: null }), false, false],
  ['pull_request_target', pullRequest('a/b', 'a/b'), true, false],
  ['pull_request_target', pullRequest('a/b', 'c/b'), true, false],
  ['push', {}, false, false],
  ['workflow_run', pullRequest('a/b', 'c/b', { user: { login: 'dependabot[bot]' } }), false, false],
])('on %s of %j, from a fork: %s, and may only read: %s', (event, payload, fork, readOnly) => {
  const context = contextFor(event, payload);
  expect([isFromFork(context), mayOnlyRead(context)]).toEqual([fork, readOnly]);
});

test('the commit that people see is that of the branch, and not the one that is checked out', () => {
  const env = { GITHUB_SHA: 's' };
  expect(visibleHead(contextFor('pull_request', pullRequest('a/b', 'a/b'), env))).toBe('h');
  expect(visibleHead(contextFor('merge_group', { merge_group: { head_sha: 'm' } }, env))).toBe('m');
  expect(visibleHead(contextFor('push', {}, env))).toBe('s');
});

describe('the pull request that the event is about', () => {
  const queued = (ref: string) => pullRequestNumber(contextFor('merge_group', pullRequest('a/b', 'a/b'), { GITHUB_REF: ref }));
  const sha = 'a'.repeat(40);

  test('is that of the payload', () => {
    expect(pullRequestNumber(contextFor('pull_request', pullRequest('a/b', 'a/b')))).toBe(7);
    expect(pullRequestNumber(contextFor('push'))).toBeUndefined();
  });

  test('in a merge queue stands in the name of the branch that GitHub made', () => {
    expect(queued(`refs/heads/gh-readonly-queue/main/pr-12-${sha}`)).toBe(12);
    expect(queued(`refs/heads/gh-readonly-queue/release/2/pr-12-${sha}`)).toBe(12);
    for (const ref of [`refs/heads/gh-readonly-queue/main/pr-x-${sha}`, `refs/heads/pr-12-${sha}`, `refs/heads/gh-readonly-queue/main/pr-12-${sha}x`, ''])
      expect(queued(ref)).toBeUndefined();
  });
});

test('a report says of which commits and of which pull request it is', () => {
  const context = contextFor('pull_request', pullRequest('a/b', 'a/b'), { GITHUB_SHA: 's' });
  const version = { host: { readFile: async () => ({ refusal: '' }) }, files: async () => new Map() };
  const base = { version, sha: 'b', label: '' };
  const shard = { index: 1, of: 2, contracts: 'c' };
  const pull = { number: 7, head: 'h' };
  expect(originOf(context, base, { failed: true, shard })).toEqual({ failed: true, head: 's', base: 'b', pullRequest: pull, shard });
  expect(originOf(context, { version, file: 'a.yaml', label: '' }, { failed: false, shard: undefined })).toEqual({
    failed: false,
    head: 's',
    pullRequest: pull,
  });
  const nothing = { failed: false, head: 's' };
  for (const payload of [{}, { pull_request: { number: 7 } }, { pull_request: { head: { sha: 'h' } } }])
    expect(originOf(contextFor('push', payload, { GITHUB_SHA: 's' }), { refusal: '' }, { failed: false, shard: undefined })).toEqual(nothing);
});
