import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@breakwater/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../src/run.ts';

const RULE = 'operation-id-unique';
const API = `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /a: { get: { operationId: same, responses: { '200': { description: ok } } } }
  /internal/b: { get: { operationId: same, responses: { '200': { description: ok } } } }
`;
const AFTER = API.replace(/ {2}\/a:.*\n/, '');

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'breakwater-config-'));
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: top });
  write('api/openapi.yaml', API);
  write('api/after.yaml', AFTER);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  writeFileSync(join(top, name), text);
}

async function breakwater(args: readonly string[], folder = '') {
  const result = { out: '', err: '', code: 0 as number | undefined };
  result.code = await run(args, {
    cwd: join(top, folder),
    stdin: async () => API,
    out: (text) => void (result.out += text),
    err: (text) => void (result.err += text),
    color: false,
    interactive: false,
    today: '2026-11-26',
  });
  return result;
}

/** Severities of a rule, as the report tells them. */
async function lint(args: readonly string[], folder = ''): Promise<readonly string[]> {
  const { out } = await breakwater(['lint', ...args, '--format', 'json'], folder);
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  return findings.filter(({ ruleId }) => ruleId === RULE).map(({ severity }) => severity);
}

const severity = (level: string) => `rules: { ${RULE}: ${level} }\n`;

describe('which configuration counts', () => {
  test('none: the defaults', async () => expect(await lint(['api/openapi.yaml'])).toEqual(['error']));

  test.each(['breakwater.yaml', '.breakwater.yaml', 'breakwater.yml', '.breakwater.yml'])('%s', async (name) => {
    write(name, severity('hint'));
    expect(await lint(['api/openapi.yaml'])).toEqual(['hint']);
  });

  test('JSON', async () => {
    write('breakwater.json', JSON.stringify({ rules: { [RULE]: 'info' } }));
    expect(await lint(['api/openapi.yaml'])).toEqual(['info']);
  });

  test('the nearest one, from wherever it is asked', async () => {
    write('breakwater.yaml', severity('hint'));
    write('api/breakwater.yaml', severity('info'));
    expect(await lint(['api/openapi.yaml'])).toEqual(['info']);
    expect(await lint(['openapi.yaml'], 'api')).toEqual(['info']);
    rmSync(join(top, 'api/breakwater.yaml'));
    expect(await lint(['openapi.yaml'], 'api')).toEqual(['hint']);
  });

  test('two in one folder are a mistake', async () => {
    write('breakwater.yaml', severity('hint'));
    write('breakwater.json', '{}');
    const { out, code } = await breakwater(['lint', 'api/openapi.yaml']);
    expect([code, out]).toEqual([2, expect.stringContaining('`breakwater.yaml` beside it is the configuration, so this file is not read.')]);
  });

  test('each contract has its own', async () => {
    write('breakwater.yaml', severity('hint'));
    write('other/openapi.yaml', API);
    write('other/breakwater.yaml', severity('off'));
    expect(await lint(['api/openapi.yaml', 'other/openapi.yaml'])).toEqual(['hint']);
  });

  test('none above the repository, and none above the root that is asked for', async () => {
    write('breakwater.yaml', severity('hint'));
    expect(await lint(['api/openapi.yaml', '--root', 'api'])).toEqual(['error']);
    execFileSync('git', ['init', '-q'], { cwd: join(top, 'api') });
    expect(await lint(['api/openapi.yaml'])).toEqual(['error']);
  });

  test('a named one, or none', async () => {
    write('breakwater.yaml', severity('hint'));
    write('other/strict.yaml', severity('info'));
    expect(await lint(['api/openapi.yaml', '--config', 'other/strict.yaml'])).toEqual(['info']);
    expect(await lint(['api/openapi.yaml', '--no-config'])).toEqual(['error']);
    const { code, out } = await breakwater(['lint', 'api/openapi.yaml', '--config', 'nothing.yaml']);
    expect([code, out]).toEqual([2, expect.stringContaining('The configuration `nothing.yaml` does not exist.')]);
  });

  test('without a repository, one between the contract and the current folder', async () => {
    rmSync(join(top, '.git'), { recursive: true });
    write('breakwater.yaml', severity('hint'));
    expect(await lint(['api/openapi.yaml'])).toEqual(['hint']);
  });
});

test('a flag counts over the file, and the file over the default', async () => {
  const diff = async (...args: string[]) => (await breakwater(['diff', 'api/openapi.yaml', 'api/after.yaml', ...args])).code;
  expect(await diff()).toBe(1);
  write('breakwater.yaml', 'mode: FORWARD\n');
  expect(await diff()).toBe(0);
  expect(await diff('--mode', 'BACKWARD')).toBe(1);
  write('breakwater.yaml', 'fail-on: never\n');
  expect(await diff()).toBe(0);
  expect(await diff('--fail-on', 'breaking')).toBe(1);
  write('breakwater.yaml', 'extends: minimal\n');
  const rules = async (...args: string[]) => (await breakwater(['lint', 'api/openapi.yaml', ...args])).out;
  expect(await rules()).not.toEqual(await rules('--preset', 'full'));
  expect(await rules('--preset', 'minimal')).toEqual(await rules());
});

describe('what a configuration sets', () => {
  test('acceptances, with what is stale', async () => {
    const { out } = await breakwater(['diff', 'api/openapi.yaml', 'api/after.yaml', '--format', 'json']);
    const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
    const { fingerprint } = findings.find(({ verdict }) => verdict === 'breaking')!;
    write('breakwater.yaml', `accept:\n  - { fingerprint: ${fingerprint}, reason: agreed }\n  - { fingerprint: 0123456789abcdef, reason: long ago }\n`);
    const { code, out: text } = await breakwater(['diff', 'api/openapi.yaml', 'api/after.yaml']);
    expect(code).toBe(0);
    expect(text).toContain('1 accepted');
    expect(text).toContain('acceptance-stale');
  });

  test('what is ignored, in rules and in changes', async () => {
    write('breakwater.yaml', 'ignore: { paths: [/a, "/internal/**"] }\n');
    expect(await lint(['api/openapi.yaml'])).toEqual([]);
    expect((await breakwater(['diff', 'api/openapi.yaml', 'api/after.yaml'])).code).toBe(0);
  });

  test('globs are seen from the folder of the configuration, wherever it is asked', async () => {
    write('breakwater.yaml', `overrides: [{ files: "api/*.{yaml,yml}", ${severity('hint').trim()} }]\n`);
    expect(await lint(['api/openapi.yaml'])).toEqual(['hint']);
    expect(await lint(['openapi.yaml'], 'api')).toEqual(['hint']);
    write('api/breakwater.yaml', `overrides: [{ files: "api/*", ${severity('hint').trim()} }]\n`);
    expect(await lint(['openapi.yaml'], 'api')).toEqual(['error']);
  });

  test('one contract', async () => {
    write('other.yaml', API);
    write('breakwater.yaml', `contracts: [{ files: other.yaml, ${severity('off').trim()} }]\n`);
    expect(await lint(['api/openapi.yaml'])).toEqual(['error']);
    expect(await lint(['other.yaml'])).toEqual([]);
  });

  test('what it extends, in order, and over that itself', async () => {
    write('team/breakwater.yaml', `${severity('hint')}fail-on: never\n`);
    write('breakwater.yaml', 'extends: [strict, team/breakwater.yaml]\n');
    expect(await lint(['api/openapi.yaml'])).toEqual(['hint']);
    expect((await breakwater(['diff', 'api/openapi.yaml', 'api/after.yaml'])).code).toBe(0);
    write('breakwater.yaml', `extends: [strict, team/breakwater.yaml]\n${severity('warn')}`);
    expect(await lint(['api/openapi.yaml'])).toEqual(['warn']);
  });
});

test('a finding has one fingerprint wherever it is asked for, and files are named from there', async () => {
  const told = async (args: readonly string[], folder = '') => {
    const { findings }: { findings: readonly Finding[] } = JSON.parse((await breakwater([...args, '--format', 'json'], folder)).out);
    return { prints: findings.map(({ fingerprint }) => fingerprint), uris: new Set(findings.map(({ at }) => at.uri)) };
  };
  for (const [above, below] of [
    [
      ['lint', 'api/openapi.yaml'],
      ['lint', 'openapi.yaml'],
    ],
    [
      ['diff', 'api/openapi.yaml', 'api/after.yaml'],
      ['diff', 'openapi.yaml', 'after.yaml'],
    ],
  ] as const) {
    const [one, other] = [await told(above), await told(below, 'api')];
    expect(one.prints.length).toBeGreaterThan(0);
    expect(other.prints).toEqual(one.prints);
    expect([[...one.uris], [...other.uris]]).toEqual([[above.at(-1)], [below.at(-1)]]);
  }
  expect((await breakwater(['lint', '--write-baseline', '../known.json', 'openapi.yaml'], 'api')).out).toContain('`../known.json`');
  write('breakwater.yaml', 'baseline: known.json\nrulez: {}\n');
  expect((await breakwater(['lint', 'openapi.yaml'], 'api')).out).toContain('../breakwater.yaml\n  2:1 ');
  write('breakwater.yaml', 'baseline: known.json\n');
  for (const [file, folder] of [
    ['api/openapi.yaml', ''],
    ['openapi.yaml', 'api'],
  ] as const)
    expect((await breakwater(['lint', file], folder)).out).toMatch(/^No findings\. \d+ in the baseline\.\n$/);
  expect((await breakwater(['lint', '-'], 'api')).out).toContain('stdin\n');
});

test('fixes are written where the file is, from a folder below, too', async () => {
  write('api/fixable.yaml', API.replace('/a:', '/a/:').replace('{ description: ok } } } }', '{ description: ok } } }, parameters: [] }'));
  await breakwater(['lint', 'fixable.yaml', '--fix-unsafe', '--preset', 'full'], 'api');
  expect(readFileSync(join(top, 'api/fixable.yaml'), 'utf8')).not.toContain('/a/:');
});

describe('a mistake is an error at its place, with exit code 2', () => {
  test.each<[string, string, string]>([
    ['a key', 'rulez: {}\n', '1:1      error  There is no key `rulez`; did you mean `rules`?  config-valid'],
    ['a rule', 'rules: { operation-id-uniqe: off }\n', `did you mean \`${RULE}\`?`],
    ['broken YAML', 'rules: [\n', 'config-valid'],
    ['a key twice', 'mode: FULL\nmode: NONE\n', 'config-valid'],
    ['what is not in the workspace', 'extends: ../../etc/x.yaml\n', 'is outside the workspace'],
    ['what is on the network', 'extends: https://example.com/x.yaml\n', 'nothing is fetched from the network'],
  ])('%s', async (_name, text, expected) => {
    write('breakwater.yaml', text);
    for (const args of [
      ['lint', 'api/openapi.yaml', 'api/after.yaml'],
      ['diff', 'api/openapi.yaml', 'api/after.yaml'],
    ]) {
      const { out, code } = await breakwater(args);
      expect(code).toBe(2);
      expect(out).toContain(expected);
      expect(out.match(/so nothing was checked by it/g)).toHaveLength(1);
      expect(out).not.toContain(RULE === expected ? '' : '3:3');
    }
  });
});

test('init writes one that holds, and not over one that is there', async () => {
  expect((await breakwater(['init'])).code).toBe(0);
  expect((await breakwater(['lint', 'api/openapi.yaml'])).out).not.toContain('config-valid');
  expect(await lint(['api/openapi.yaml'])).toEqual(['error']);
  const { code, err } = await breakwater(['init']);
  expect([code, err]).toEqual([2, 'breakwater: `breakwater.yaml` is here already; nothing was written.\n']);
  expect(readFileSync(join(top, 'breakwater.yaml'), 'utf8')).toContain('extends: recommended');
});

test('the package that is published holds the schema', () => {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
  const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], { cwd: folder, encoding: 'utf8' }));
  expect(files.map(({ path }: { path: string }) => path)).toContain('schema/breakwater.schema.json');
});

test('rules lists what there is, and what a preset has on', async () => {
  const ids = async (...args: string[]) => (await breakwater(['rules', ...args])).out.split('\n').map((line) => line.split(' ')[0] ?? '');
  const all = await ids();
  expect(all).toContain('property-removed');
  const [minimal, full] = [await ids('--preset', 'minimal'), await ids('--preset', 'full')];
  expect(minimal).toContain(RULE);
  expect(full.length).toBeGreaterThan(minimal.length);
  expect(full).not.toContain('property-removed');
});

describe('a baseline', () => {
  const findings = async (...args: string[]) => {
    const { out, code } = await breakwater(['lint', 'api/openapi.yaml', '--format', 'json', ...args]);
    const report: { findings: readonly Finding[]; summary: { baseline: number } } = JSON.parse(out);
    return { ids: report.findings.map(({ ruleId }) => ruleId), known: report.summary.baseline, code };
  };

  beforeEach(async () => {
    write('breakwater.yaml', 'baseline: known.json\n');
    const { out, code } = await breakwater(['lint', 'api/openapi.yaml', '--write-baseline']);
    expect([out, code]).toEqual(['Wrote the baseline `known.json`.\n', 0]);
  });

  test('what is in it is counted and not told', async () => {
    const all = (await findings('--no-config')).ids.length;
    expect(await findings()).toEqual({ ids: [], known: all, code: 0 });
    expect((await breakwater(['lint', 'api/openapi.yaml'])).out).toBe(`No findings. ${all} in the baseline.\n`);
  });

  test('moved lines change nothing; one more of the same is told, and what is repaired, too', async () => {
    write('api/openapi.yaml', `# moved\n${API}`);
    expect((await findings()).ids).toEqual([]);
    write('api/openapi.yaml', `${API}  /c: { get: { operationId: same, responses: { '200': { description: ok } } } }\n`);
    expect((await findings()).ids).toContain(RULE);
    write('api/openapi.yaml', API.replace('same', 'other'));
    expect((await findings()).ids).toContain('baseline-stale');
    expect((await breakwater(['diff', 'api/openapi.yaml', 'api/openapi.yaml'])).out).not.toContain('baseline-stale');
  });

  test('a text that cannot be read is not in it', async () => {
    write('api/openapi.yaml', 'openapi: 3.0.3\npaths: [\n');
    await breakwater(['lint', 'api/openapi.yaml', '--write-baseline']);
    expect((await findings()).ids).toContain('spec-parse');
  });

  test('one that is written again is the same, byte for byte', async () => {
    const before = readFileSync(join(top, 'known.json'), 'utf8');
    await breakwater(['lint', 'api/openapi.yaml', '--write-baseline']);
    expect(readFileSync(join(top, 'known.json'), 'utf8')).toBe(before);
    expect((await breakwater(['lint', 'api/openapi.yaml', '--write-baseline', 'other.json'])).out).toContain(
      'Name it in the configuration: `baseline: other.json`.',
    );
  });

  test.each([
    ['{', 'known.json'],
    ['{ "version": 2, "findings": {} }', '`2` is more than 1.'],
    ['', 'The baseline is empty.'],
    ['[]', 'The file takes a map, not a list.'],
  ])('one that is wrong is a mistake: %s', async (text, expected) => {
    write('known.json', text);
    const { out, code } = await breakwater(['lint', 'api/openapi.yaml']);
    expect([code, out]).toEqual([2, expect.stringContaining(expected)]);
    rmSync(join(top, 'known.json'));
    expect((await breakwater(['lint', 'api/openapi.yaml'])).out).toContain(
      'The baseline `known.json` does not exist; `breakwater lint --write-baseline` writes one.',
    );
  });

  test('nothing is written when something could not be checked', async () => {
    const before = readFileSync(join(top, 'known.json'), 'utf8');
    const { code, err } = await breakwater(['lint', 'api/openapi.yaml', 'nothing.yaml', '--write-baseline']);
    expect([code, err]).toEqual([2, expect.stringContaining('`nothing.yaml` does not exist.')]);
    expect(readFileSync(join(top, 'known.json'), 'utf8')).toBe(before);
  });
});

describe('check takes the contracts that the configuration names', () => {
  const checked = async (folder = '') => {
    const { out, code } = await breakwater(['check', '--format', 'json'], folder);
    const { contracts, failures }: { contracts: readonly { uri: string }[]; failures: readonly { message: string }[] } = JSON.parse(out);
    return { uris: contracts.map(({ uri }) => uri), failures: failures.map(({ message }) => message), code };
  };
  beforeEach(() => {
    execFileSync('git', ['add', '.'], { cwd: top });
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'one'], { cwd: top });
  });

  test('all, without any', async () => expect((await checked()).uris).toEqual(['api/after.yaml', 'api/openapi.yaml']));

  test('by globs and by name, also from a folder', async () => {
    write('breakwater.yaml', 'contracts: [{ files: "**/open*.yaml" }]\n');
    expect((await checked()).uris).toEqual(['api/openapi.yaml']);
    expect((await checked('api')).uris).toEqual(['openapi.yaml']);
    write('dist/openapi.yaml', API);
    write('breakwater.yaml', 'contracts: [{ files: [dist/openapi.yaml, api/after.yaml] }]\n');
    expect((await checked()).uris).toEqual(['api/after.yaml', 'dist/openapi.yaml']);
    expect((await checked('api')).uris).toEqual(['after.yaml']);
  });

  test('what it names and nothing is, is told', async () => {
    write('breakwater.yaml', 'contracts: [{ files: ["api/*.json", api/openapi.yaml] }]\n');
    expect(await checked()).toMatchObject({ code: 2, failures: ['No contract matches `api/*.json`, which the configuration names under `contracts`.'] });
    write('breakwater.yaml', 'contracts: [{ files: [nothing.yaml] }]\n');
    expect(await checked()).toMatchObject({ code: 2, failures: ['`nothing.yaml` does not exist.'] });
  });
});

describe('rulesets of Spectral', () => {
  const RULESET = 'rules:\n  team-tags: { severity: error, given: "$.paths[*][get]", then: { field: tags, function: truthy } }\n';
  const idsIn = (out: string): readonly string[] => [...new Set((JSON.parse(out).findings as readonly Finding[]).map(({ ruleId }) => ruleId))].sort();

  test('a ruleset that is named is what is run', async () => {
    write('rules/team.yaml', RULESET);
    const { out, code } = await breakwater(['lint', 'openapi.yaml', '--ruleset', '../rules/team.yaml', '--format', 'json'], 'api');
    expect([idsIn(out), code]).toEqual([['team-tags'], 1]);
    const more = await breakwater(['lint', 'openapi.yaml', '--ruleset', '../rules/team.yaml', '--preset', 'minimal', '--format', 'json'], 'api');
    expect(idsIn(more.out)).toEqual([RULE, 'team-tags']);
  });

  test('one that is not there, or that has a mistake, is no green', async () => {
    const missing = await breakwater(['lint', 'api/openapi.yaml', '--ruleset', 'team.yaml']);
    expect([missing.code, `${missing.out}${missing.err}`]).toEqual([2, expect.stringContaining('The ruleset `team.yaml` does not exist.')]);
    write('team.yaml', RULESET.replace('function', 'fonction'));
    expect((await breakwater(['lint', 'api/openapi.yaml', '--ruleset', 'team.yaml'])).code).toBe(2);
  });

  test('a configuration names rulesets, and sets their rules as its own', async () => {
    write('.spectral.yaml', RULESET);
    expect((await breakwater(['init'])).out).toBe('Wrote breakwater.yaml, with the rules of .spectral.yaml.\n');
    const both = await breakwater(['lint', 'api/openapi.yaml', '--preset', 'minimal', '--format', 'json']);
    expect(idsIn(both.out)).toEqual([RULE, 'team-tags']);
    write('breakwater.yaml', 'extends: none\nrulesets: .spectral.yaml\nrules: { team-tags: off }\n');
    expect(idsIn((await breakwater(['lint', 'api/openapi.yaml', '--format', 'json'])).out)).toEqual([]);
    write('breakwater.yaml', 'extends: none\nrulesets: .spectral.yaml\nrules: { team-tag: off }\n');
    expect((await breakwater(['lint', 'api/openapi.yaml'])).code).toBe(2);
  });
});
