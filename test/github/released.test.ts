import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunResult } from './runner.ts';
import { BASE, HEAD, type Scenario, type ScenarioOptions, startScenario } from './scenario.ts';

/** A base that is named: the last release by its tag, a release or its asset, a file, a ref. What has broken since then counts. */

let scenario: Scenario;
afterEach(() => scenario.end());

const FILE = 'openapi.yaml';
/** The target branch has broken the contract already; only what was released knows what it was. */
const open = (options: ScenarioOptions = {}) =>
  startScenario({ [FILE]: HEAD }, { [FILE]: `${HEAD}# touched\n` }, { released: { 'v1.0.0': { [FILE]: BASE } }, ...options });
const runWith = async (base: string, inputs: Record<string, string> = {}) => scenario.run({ inputs: { base, ...inputs } });
const comment = () => scenario.ours()[0]?.body ?? '';

/** What cannot be compared is red, unknown, and says why where it is read. */
function expectRefused(result: RunResult, reason: string): void {
  expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
  const plain = (text: string) => text.replaceAll('`', '').replaceAll('&#58;', ':');
  for (const text of [result.log, result.summary, comment()]) expect(plain(text)).toContain(plain(reason));
}

const WAYS = [
  ['at depth 1', {}],
  ['with the whole history', { checkout: { depth: 0 } }],
  ['without a checkout', { checkout: 'none' }],
  ['of a fork', { fork: 'mona/shop' }],
] as const;

describe('the last release by its tag', () => {
  test.each(WAYS)('is what was released last, and the comment says which: %s', async (_way, options) => {
    scenario = await open(options);
    const result = await runWith('tag:v*');
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
    expect(comment()).toContain('last release, tag v1.0.0');
    await scenario.repository.tag('v1.1.0', scenario.repository.pull.baseSha, { message: 'An annotated tag' });
    const later = await runWith('tag:v*');
    expect([later.exitCode, later.outputs.verdict]).toEqual([0, 'compatible']);
    expect(comment()).toContain('last release, tag v1.1.0');
  });

  test('is the highest version, not the first of the list, and no preview, no other product and no commit of the head itself', async () => {
    scenario = await open({ released: { 'v9.0.0': { [FILE]: HEAD }, 'v10.0.0': { [FILE]: BASE } } });
    const { repository } = scenario;
    await repository.tag('v11.0.0-rc.1', repository.pull.baseSha);
    await repository.tag('web/v12.0.0', repository.pull.baseSha);
    await repository.tag('v13.0.0', repository.pull.mergeSha);
    await runWith('tag:v*');
    expect(comment()).toContain('last release, tag v10.0.0');
  });

  test('of another branch counts only where this one contains none, and what has no history in common does not', async () => {
    scenario = await open();
    const { repository } = scenario;
    await repository.tag('v2.0.0', repository.pull.mergeBaseSha, { files: { [FILE]: HEAD, more: '1' } });
    await runWith('tag:v*');
    expect(comment()).toContain('last release, tag v1.0.0');
    const beside = await runWith('tag:v2*');
    expect([beside.exitCode, beside.outputs.verdict]).toEqual([0, 'compatible']);
    expect(comment()).toContain('tag v2.0.0 of another branch');
    await repository.tag('v3.0.0', '', { files: { 'index.html': 'pages' } });
    expectRefused(await runWith('tag:v3*'), 'No version that matches `v3*` was released before this commit');
  });

  test.each([
    ['V*', 'No tag matches `V*`; there is, for one, `x0.1.0`'],
    ['stable', 'The tags that match `stable` are no versions; a tag of any name is a base without `tag:`'],
    ['x0.*', 'The tags that match `x0.*` are at this very commit'],
  ])('that no tag is: %s', async (pattern, reason) => {
    scenario = await open();
    await scenario.repository.tag('stable', scenario.repository.pull.baseSha);
    await scenario.repository.tag('x0.1.0', scenario.repository.pull.mergeSha);
    expectRefused(await runWith(`tag:${pattern}`), reason);
  });

  test('where nothing was ever tagged is said to be so', async () => {
    scenario = await open({ released: {} });
    expectRefused(await runWith('tag:v*'), 'since the repository has none');
  });

  test('is found among more tags than one page has', async () => {
    scenario = await open();
    await Promise.all(Array.from({ length: 120 }, (_, i) => scenario.repository.tag(`w${i}`, scenario.repository.pull.baseSha)));
    await runWith('tag:v*');
    expect(comment()).toContain('last release, tag v1.0.0');
  });

  test('that GitHub does not list is asked for again, and no guess', async () => {
    scenario = await open();
    scenario.github.plant({ operation: 'repos/list-tags', status: 502, times: 9 });
    expectRefused(await runWith('tag:v*'), 'could not be asked of GitHub: it answered 502');
  });
});

describe('a release', () => {
  test.each(WAYS)('is the commit of its tag, the latest or one that is named: %s', async (_way, options) => {
    scenario = await open(options);
    scenario.github.state.addRelease('v1.0.0');
    for (const base of ['release:latest', 'release:v1.0.0']) {
      expect((await runWith(base)).outputs.breaking).toBe('5');
      expect(comment()).toContain('release v1.0.0');
    }
  });

  test('is meant by its tag, and not a branch of that name', async () => {
    scenario = await open({ branch: 'v1.0.0' });
    scenario.github.state.addRelease('v1.0.0');
    expect((await runWith('release:latest')).outputs.breaking).toBe('5');
  });

  test('that is a draft or a preview is not the latest one; a preview can be named', async () => {
    scenario = await open();
    scenario.github.state.addRelease('v1.0.0', { isPrerelease: true });
    scenario.github.state.addRelease('v2.0.0', { isDraft: true });
    expectRefused(await runWith('release:latest'), 'drafts and previews are not the latest one');
    expectRefused(await runWith('release:v2.0.0'), 'no published release of the tag `v2.0.0`');
    expect((await runWith('release:v1.0.0')).outputs.breaking).toBe('5');
  });
});

describe('an asset of a release', () => {
  test.each([...WAYS, ['streamed by the API itself', { streamsAssets: true }], ['in a private repository', { isPrivate: true, checkout: 'none' }]] as const)(
    'is the contract that was published: %s',
    async (_way, options) => {
      scenario = await open({ released: {}, ...options });
      scenario.github.state.addRelease('v1.0.0', { assets: { 'orders.yaml': BASE, 'other.zip': 'PK' } });
      for (const base of ['release:latest/orders.yaml', 'release:v1.0.0/orders.yaml']) {
        const result = await runWith(base);
        expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
        expect(comment()).toContain('release v1.0.0, asset orders.yaml');
      }
    },
  );

  test('is fetched from another host, to which the token does not go', async () => {
    scenario = await open();
    scenario.github.state.addRelease('v1.0.0', { assets: { 'orders.yaml': BASE } });
    await runWith('release:latest/orders.yaml');
    // Another host refuses a token and counts it as a violation, which `end` finds.
    expect(scenario.github.violations).toEqual([]);
    expect(scenario.github.requests.find(({ operation }) => operation === 'repos/get-release-asset')?.headers.authorization).toBe('token write-token');
  });

  test.each([
    ['of another name', { assets: { 'shop.yaml': BASE } }, 'has no asset `orders.yaml`; it has `shop.yaml`'],
    ['that was forgotten', {}, 'has no asset `orders.yaml`; it has none at all'],
    ['that is no text', { assets: { 'orders.yaml': Buffer.from([0xff, 0xfe, 0xff, 0x00, 0xd8]) } }, 'The asset `orders.yaml`'],
    ['that is too large', { assets: { 'orders.yaml': Buffer.alloc(20_000_001) } }, 'is larger than 20 MB'],
    ['that is no contract', { assets: { 'orders.yaml': 'a: 1\n' } }, 'orders.yaml'],
  ] as const)('is missed, and never taken for a new contract: one %s', async (_, release, reason) => {
    scenario = await open();
    scenario.github.state.addRelease('v1.0.0', release);
    expectRefused(await runWith('release:latest/orders.yaml'), reason);
  });

  test('that the other host does not give is asked for again', async () => {
    scenario = await open();
    scenario.github.state.addRelease('v1.0.0', { assets: { 'orders.yaml': BASE } });
    const headers = { location: 'http://localhost:1/gone' };
    scenario.github.plant({ operation: 'repos/get-release-asset', status: 302, headers, body: '', times: 9 });
    expectRefused(await runWith('release:latest/orders.yaml'), 'could not be asked of GitHub: it did not answer');
  });
});

describe('a ref', () => {
  test.each([
    ['a branch', 'main'],
    ['a branch as a clone calls it', 'origin/main'],
    ['a tag', 'v1.0.0'],
    ['a tag in full', 'refs/tags/v1.0.0'],
  ])('is %s: %s', async (_, ref) => {
    scenario = await open();
    const result = await runWith(ref);
    expect(result.outputs.breaking).toBe(ref.includes('v1') ? '5' : '0');
    expect(result.log).toContain(`input base: ${ref}`);
  });

  test('is a commit, in full or short', async () => {
    scenario = await open({ checkout: 'none' });
    const { mergeBaseSha } = scenario.repository.pull;
    for (const ref of [mergeBaseSha, mergeBaseSha.slice(0, 10)]) expect((await runWith(ref)).outputs.verdict).toBe('compatible');
  });

  test('counted from the head is known to a clone that goes so far back, and else that is said', async () => {
    scenario = await open({ checkout: { depth: 0 } });
    expect((await runWith('HEAD~2')).outputs.breaking).toBe('5');
    await scenario.checkOutAgain();
    expectRefused(await runWith('HEAD~2'), 'a checkout with `fetch-depth: 0` has its whole history');
  });

  test.each(['--upload-pack=touch x', '-c core.hooksPath=x', 'main:openapi.yaml', 'main..v1.0.0', '@{u}', 'v1.0.0\n::error::x', '../../..'])(
    'is nothing else: %s',
    async (ref) => {
      scenario = await open({ checkout: { depth: 0 } });
      const result = await runWith(ref);
      expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
      expect(result.log).toContain('names no commit of this repository');
    },
  );
});

describe('a file', () => {
  test('is in the workspace, where an earlier step has put it', async () => {
    scenario = await open();
    writeFileSync(join(scenario.workspace.path, 'released.yaml'), BASE);
    const result = await runWith('file:released.yaml', { files: FILE });
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
    expect(comment()).toContain('file released.yaml');
  });

  test.each([
    ['is not there', 'file:gone.yaml', 'gone.yaml'],
    ['is outside the workspace', 'file:../../etc/hostname', 'outside'],
    ['is that of one contract, and there are two', 'file:b.yaml', 'The base is one file, and there are 2 contracts'],
  ])('that %s is red', async (_, base, reason) => {
    scenario = await open();
    if (base.includes('b.yaml')) writeFileSync(join(scenario.workspace.path, 'b.yaml'), BASE);
    expectRefused(await runWith(base), reason);
  });
});
