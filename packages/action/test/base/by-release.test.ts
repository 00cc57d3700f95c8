import type { ReadLimits } from '@breakwater/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plainEvent } from '../../../../test/github/event.ts';
import { type Choosing, startChoosing } from './choosing.ts';

/** A release by `release:`, as a commit or as the contract that was published with it. */

let world: Choosing;
let released = '';
beforeAll(async () => {
  world = await startChoosing({ base: { a: '1' }, head: { a: '2' }, released: { 'v1.0.0': { a: '0' } }, branch: 'v1.0.0' });
  released = await world.commit({ ref: 'refs/tags/v1.0.0', from: world.repository.pull.baseSha });
});
afterEach(() => {
  world.github.state.releases.splice(0);
  world.github.heal();
});
afterAll(() => world.end());

const base = (name: string, limits?: ReadLimits) =>
  world.choose({ event: plainEvent('schedule', world.repository, 'refs/heads/main', world.repository.pull.headSha), base: `release:${name}`, limits });
const release = (...[tag, options]: Parameters<Choosing['github']['state']['addRelease']>) => world.github.state.addRelease(tag, options);

describe('a release', () => {
  test.each(['latest', 'v1.0.0'])('is the commit of its tag, and not a branch of that name: %s', async (name) => {
    release('v1.0.0');
    expect(await base(name)).toMatchObject({ sha: released, said: `${released.slice(0, 7)} (release v1.0.0)` });
  });

  test('that is not there is said to be so', async () => {
    release('v1.0.0', { isPrerelease: true });
    expect((await base('latest')).said).toBe(
      'There is no release to compare with: drafts and previews are not the latest one. Name one by its tag, as in `release:v1.0.0-rc.1`.',
    );
    expect((await base('v2.0.0')).said).toBe('There is no published release of the tag `v2.0.0` to compare with.');
  });

  test.each(['latest', 'v1.0.0'])('that GitHub does not tell is no other one: %s', async (name) => {
    release('v1.0.0');
    world.github.plant({ operation: '*', status: 403, times: 9 });
    expect((await base(name)).said).toContain('could not be asked of GitHub: it answered 403.');
  });
});

describe('an asset', () => {
  const read = async (name: string, limits?: ReadLimits) => {
    const chosen = await base(name, limits);
    if ('refusal' in chosen) return chosen.refusal;
    const { file = '', label, version } = chosen;
    return { file, label, files: await version.files(), text: await version.host.readFile(file) };
  };

  test.each(['yaml', 'yml', 'json', 'YAML'])('is named behind its release, and is the base of one contract: .%s', async (ending) => {
    const asset = `orders.${ending}`;
    release('v1.0.0', { assets: { 'a.yaml': 'other', [asset]: 'ä: 1\n' } });
    const label = `release v1.0.0, asset ${asset}`;
    for (const name of ['latest', 'v1.0.0'])
      expect(await read(`${name}/${asset}`)).toEqual({ file: asset, label, files: new Map([[asset, '']]), text: { text: 'ä: 1\n' } });
  });

  test('belongs to the release of a tag that has slashes too', async () => {
    release('api/v2', { assets: { 'a.yaml': 'a: 1' } });
    expect(await read('api/v2/a.yaml')).toMatchObject({ text: { text: 'a: 1' }, label: 'release api/v2, asset a.yaml' });
    expect(await read('api/v3')).toBe('There is no published release of the tag `api/v3` to compare with.');
  });

  test('is taken byte for byte, whatever the host says that it is', async () => {
    const { assets } = release('v1.0.0', { assets: { 'a.yaml': 'a: 1' } });
    expect(assets).toHaveLength(1);
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      world.github.plant({ operation: 'repos/get-release-asset', status: 200, headers: { 'content-type': type }, body: '\uFEFF{"a":   1}' });
      expect(await read('latest/a.yaml')).toMatchObject({ text: { text: '\uFEFF{"a":   1}' } });
    }
  });

  test('that is missed is looked for by its name, and some that are there are named', async () => {
    const assets = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.yaml`, '']));
    const missed = async (count: number) => {
      world.github.state.releases.splice(0);
      release('v1.0.0', { assets: assets(count) });
      return read('latest/x.yaml');
    };
    const none = 'The release `v1.0.0` has no asset `x.yaml`; it has';
    expect(await missed(0)).toBe(`${none} none at all.`);
    expect(await missed(1)).toBe(`${none} \`0.yaml\`.`);
    expect(await missed(5)).toBe(`${none} \`0.yaml\`, \`1.yaml\`, \`2.yaml\`, \`3.yaml\`, \`4.yaml\`.`);
    expect(await missed(7)).toBe(`${none} \`0.yaml\`, \`1.yaml\`, \`2.yaml\`, \`3.yaml\`, \`4.yaml\` and 2 more.`);
  });

  test('may be as large as any contract, is not fetched if it is larger, and has to be text', async () => {
    release('v1.0.0', {
      assets: { 'large.yaml': Buffer.alloc(20_000_000, 'a'), 'larger.yaml': Buffer.alloc(20_000_001), 'broken.yaml': Buffer.from([0x61, 0xff]) },
    });
    expect(await read('latest/large.yaml')).toMatchObject({ file: 'large.yaml', text: { text: expect.stringMatching(/^a{1000}/) } });
    world.asked();
    expect([await read('latest/larger.yaml'), world.asked()]).toEqual(['The asset `larger.yaml` is larger than 20 MB.', ['repos/get-latest-release']]);
    expect(await read('latest/larger.yaml', { maxFileSize: 20_000_001 })).toMatchObject({ file: 'larger.yaml' });
    expect(await read('latest/broken.yaml')).toMatch(/^The asset `broken\.yaml` is .*\.$/);
  });
});
