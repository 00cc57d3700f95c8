import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WRITE_TOKEN } from './permission.ts';
import { RUNTIME_TOKEN, type RunResult } from './runner.ts';
import { BASE, HEAD, type Scenario, startScenario } from './scenario.ts';

/** What a pull request of somebody who means harm brings along. Which test holds which threat stands in docs/threats.md. */

let scenario: Scenario;
afterEach(() => scenario.end());

const comment = () => scenario.ours()[0]?.body ?? '';

const ONE = 'openapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\npaths:\n';
const answering = (schema: string) => `  /a: { get: { responses: { 200: { description: ok, content: { application/json: { schema: ${schema} } } } } } }\n`;

/** Everything that anybody can read of a run. */
function everythingOf({ log, summary, outputs, files }: RunResult): string {
  const { comments, checkRuns, sarifUploads } = scenario.github.state;
  return JSON.stringify([log, summary, outputs, files, comments, checkRuns, sarifUploads]);
}

const bomb = Array.from({ length: 9 }, (_, i) => `  a${i}: &a${i} [${i === 0 ? 'x' : Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]\n`).join('');
const ring = Array.from({ length: 400 }, (_, i) => `    S${i}: { properties: { next: { $ref: '#/components/schemas/S${(i + 1) % 400}' } } }\n`).join('');
const diamond = Array.from(
  { length: 24 },
  (_, i) => `    D${i}: { allOf: [{ $ref: '#/components/schemas/D${i + 1}' }, { $ref: '#/components/schemas/D${i + 1}' }] }\n`,
).join('');

/** Red, with the words that somebody reads; or as green as any other contract. */
const EXHAUSTING: Readonly<Record<string, readonly [text: string | Uint8Array, says: string | undefined]>> = {
  'aliases.yaml': [`openapi: 3.1.0\nx-bomb:\n${bomb}`, 'aliases'],
  'deep.json': [`{"openapi":"3.1.0","x":${'['.repeat(100_000)}`, 'deeper than'],
  'deep.yaml': [`openapi: 3.1.0\nx: ${'['.repeat(100_000)}\n`, 'deeper than'],
  'large.json': [`{"openapi":"3.1.0"}${' '.repeat(20_000_001)}`, 'is larger than 20 MB; the input `max-file-size` allows more'],
  'utf16.yaml': [Buffer.from(`\ufeff${ONE}`, 'utf16le'), 'is UTF-16 text'],
  'itself.yaml': [`${ONE}${answering("{ $ref: '#/components/schemas/A' }")}components: { schemas: { A: { $ref: '#/components/schemas/A' } } }\n`, undefined],
  'ring.yaml': [`${ONE}${answering("{ $ref: '#/components/schemas/S0' }")}components:\n  schemas:\n${ring}`, undefined],
  'diamond.yaml': [`${ONE}${answering("{ $ref: '#/components/schemas/D0' }")}components:\n  schemas:\n${diamond}    D24: { type: string }\n`, undefined],
  'keys.yaml': [`${ONE}${answering('{}')}x-keys:\n${Array.from({ length: 80_000 }, (_, i) => `  k${i}: v\n`).join('')}`, undefined],
  'pattern.yaml': [`${ONE}${answering(`{ type: string, pattern: '^(a+)+$', example: '${'a'.repeat(5_000)}!' }`)}`, undefined],
};

test('contracts that are made to exhaust who reads them are told of, each, and the others are checked', async () => {
  const files = Object.fromEntries(Object.entries(EXHAUSTING).map(([name, [text]]) => [name, text]));
  scenario = await startScenario({ 'api.yaml': BASE }, { ...files, 'api.yaml': HEAD });
  const result = await scenario.run({ inputs: { files: '*.{yaml,json}' } });
  expect([result.exitCode, result.isTimedOut, result.outputs.breaking]).toEqual([1, false, '5']);
  const report = JSON.parse(result.files['breakwater-report.json'] ?? '') as { findings: { at: { uri: string } }[]; failures: { message: string }[] };
  for (const [name, [, says]] of Object.entries(EXHAUSTING)) {
    const told = [...report.findings.filter(({ at }) => at.uri === name), ...report.failures.filter(({ message }) => message.includes(name))];
    expect([name, JSON.stringify(told)]).toEqual([name, expect.stringContaining(says ?? '')]);
  }
});

test('a file over the limit is checked where the workflow allows it', async () => {
  const large = (text: string) => `${text}# ${'x'.repeat(20_000_000)}\n`;
  scenario = await startScenario({ 'api.yaml': large(BASE) }, { 'api.yaml': large(HEAD) });
  expect(await scenario.run({ inputs: { 'max-file-size': '21' } })).toMatchObject({ exitCode: 1, outputs: { verdict: 'breaking', breaking: '5' } });
  expect(await scenario.run()).toMatchObject({ exitCode: 1, outputs: { verdict: 'unknown' } });
});

test('a reference to the network is told, and nothing is asked for', async () => {
  const { port } = new URL((await (scenario = await startScenario({ 'api.yaml': BASE }, { 'readme.md': '1' }))).github.url);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `0x7f000001:${port}`, `2130706433:${port}`, `[::ffff:127.0.0.1]:${port}`, `[::1]:${port}`];
  const urls = [...hosts.flatMap((host) => [`http://${host}/x.yaml`, `//${host}/x.yaml`]), 'https://169.254.169.254/latest/meta-data/x.yaml'];
  const paths = urls.map((url, i) => `  /p${i}: { $ref: '${url}#/x' }\n`).join('');
  await scenario.repository.push({
    'api.yaml': `${ONE}${paths}`,
    'rules.yaml': `extends: ['${urls[0]}']\nrules: {}\n`,
    'breakwater.yaml': 'extends: minimal\nrulesets: rules.yaml\n',
  });
  await scenario.checkOutAgain();
  const before = scenario.github.requests.length;
  await scenario.run({ inputs: { comment: 'false', 'accept-replies': 'false', 'accept-label': '' } });
  // An address that is none of the API would be a violation, which `end` finds.
  expect(scenario.github.requests.slice(before).filter(({ path }) => path.includes('x.yaml'))).toEqual([]);
  const result = await scenario.run();
  expect(Number(result.outputs.warnings)).toBeGreaterThanOrEqual(urls.length);
  expect(result.summary).toContain(`The ruleset \`${urls[0] ?? ''}\` is not run`);
});

describe('a secret', () => {
  const SECRET = 'hunter2-hunter2';

  test('in a file that a contract refers to is told nowhere', async () => {
    const targets = [
      '.env',
      'secrets.txt',
      '../../outside.yaml',
      '..%2f..%2foutside.yaml',
      '/etc/hostname',
      'file:///etc/hostname',
      '.git/config',
      '.GIT/config',
      'link.yaml',
      'folder/x.yaml',
      '/proc/self/environ',
      '..\\..\\outside.yaml',
    ];
    const paths = targets.map((target, i) => `  /p${i}: { $ref: ${JSON.stringify(`${target}#/x`)} }\n`).join('');
    scenario = await startScenario(
      { 'api.yaml': BASE },
      { 'api.yaml': `${ONE}${paths}${answering("{ example: { $ref: 'secrets.txt' } }")}`, '.env': `x=${SECRET}`, 'secrets.txt': `x: ${SECRET}` },
    );
    const { path } = scenario.workspace;
    writeFileSync(join(path, '../outside.yaml'), `x: ${SECRET}`);
    symlinkSync('../outside.yaml', join(path, 'link.yaml'));
    symlinkSync('..', join(path, 'folder'));
    appendFileSync(join(path, '.git/config'), `[x]\n\ty = ${SECRET}\n`);
    const result = await scenario.run({ inputs: { 'check-run': 'true', 'sarif-upload': 'true' }, env: { SECRET } });
    const everything = everythingOf(result);
    expect([result.exitCode, everything.includes(SECRET)]).toEqual([1, false]);
    expect(everything).not.toContain(readFileSync('/etc/hostname', 'utf8').trim());
    expect(result.outputs.errors).not.toBe('0');
  });

  test('that stands in a contract as an example or a default is told nowhere', async () => {
    const schema = (name: string, secret: string) =>
      answering(
        `{ type: object, required: [${name}], properties: { ${name}: { type: string, example: ${secret}, default: ${secret}, examples: [${secret}] } }, example: { ${name}: ${secret} } }`,
      );
    scenario = await startScenario({ 'api.yaml': `${ONE}${schema('before', SECRET)}` }, { 'api.yaml': `${ONE}${schema('after', `${SECRET}-2`)}` });
    const result = await scenario.run({ inputs: { 'check-run': 'true', 'sarif-upload': 'true', audience: 'wire,source,semantic', review: 'true' } });
    expect([result.outputs.verdict, everythingOf(result).includes(SECRET)]).toEqual(['breaking', false]);
  });
});

describe('code', () => {
  test('in the names and values of a contract is not run, though proofs are confirmed by code that is made of its schemas', async () => {
    const codes = [
      '"];process.exit(42);//',
      "'];process.exit(42);//",
      ['`$', '{process.exit(42)}`'].join(''),
      '*/process.exit(42)/*',
      '\u2028process.exit(42)',
      '"+process.exit(42)+"',
      '\\u0022;process.exit(42);',
      '};process.exit(42);{',
    ];
    const of = (values: readonly string[]) =>
      JSON.stringify({
        ...{ openapi: '3.1.0', info: { title: 't', version: '1.0.0' } },
        paths: Object.fromEntries(
          codes.map((code, i) => [`/${i}`, { post: { requestBody: { content: { 'application/json': { schema: schemaOf(code, values) } } }, responses: {} } }]),
        ),
      });
    const schemaOf = (code: string, values: readonly string[]) => ({
      ...{ $id: code, title: code, $comment: code, type: 'object', required: [code], pattern: code },
      properties: {
        [code]: { enum: [code, ...values], format: code },
        x: { const: code },
        y: { patternProperties: { [code.replaceAll(/[^\w ]/g, '.')]: { type: 'string' } } },
      },
      dependentRequired: { [code]: [code] },
      $defs: { [code]: { $anchor: 'a', enum: [code] } },
    });
    scenario = await startScenario({ 'api.json': of(['more']) }, { 'api.json': of([]) });
    const result = await scenario.run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, String(codes.length)]);
    expect(result.summary.match(/proof at/g)).toHaveLength(codes.length);
  });

  test('that a pull request brings along, as a ruleset, a plugin, a hook or a setting of git, is not run', async () => {
    const touch = (name: string) => `require('node:fs').writeFileSync(${JSON.stringify(`ran-${name}`)}, '')`;
    const script = (name: string) => `#!/bin/sh\ntouch "$GITHUB_WORKSPACE/ran-${name}" ran-${name}\n`;
    scenario = await startScenario(
      { 'api.yaml': BASE },
      {
        ...{ 'api.yaml': HEAD, '.gitattributes': '*.yaml diff=evil filter=evil\n', 'ruleset.yaml': 'extends: [./rules.js]\nfunctions: [f]\nrules: {}\n' },
        ...{ 'rules.js': touch('ruleset'), 'functions/f.js': touch('function'), '.spectral.js': touch('spectral'), 'breakwater.config.js': touch('config') },
        'breakwater.yaml': 'extends: minimal\nrulesets: ruleset.yaml\n',
      },
    );
    const { path } = scenario.workspace;
    for (const name of ['fsmonitor', 'textconv', 'smudge', 'pager', 'hooks/post-checkout', 'hooks/post-index-change', 'node_modules/.bin/git']) {
      mkdirSync(join(path, name, '..'), { recursive: true });
      writeFileSync(join(path, name), script(name.replaceAll(/\W/g, '-')), { mode: 0o755 });
    }
    const here = (name: string) => join(path, name);
    appendFileSync(
      join(path, '.git/config'),
      `[core]\n\tfsmonitor = ${here('fsmonitor')}\n\thooksPath = ${here('hooks')}\n\tpager = ${here('pager')}\n[diff "evil"]\n\ttextconv = ${here('textconv')}\n[filter "evil"]\n\tsmudge = ${here('smudge')}\n\tclean = ${here('smudge')}\n`,
    );
    const result = await scenario.run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
    expect(readdirSync(path).filter((name) => name.startsWith('ran-'))).toEqual([]);
    expect(result.log).toContain('is not run');
  });
});

test('git, the one program that is started, gets no token', async () => {
  scenario = await startScenario({ 'api.yaml': BASE }, { 'api.yaml': HEAD }, { checkout: { depth: 0 } });
  const folder = join(scenario.workspace.path, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'git'), `#!/bin/sh\nenv >> "${folder}/env"\nexec ${execFileSync('which', ['git'], { encoding: 'utf8' }).trim()} "$@"\n`, {
    mode: 0o755,
  });
  const result = await scenario.run({ env: { PATH: `${folder}${delimiter}${process.env.PATH}` } });
  const seen = readFileSync(join(folder, 'env'), 'utf8');
  expect(result.outputs.breaking).toBe('5');
  expect(seen).toContain('GIT_CONFIG_NOSYSTEM=1');
  for (const secret of ['write-token', RUNTIME_TOKEN, 'INPUT_', 'ACTIONS_']) expect(seen).not.toContain(secret);
});

test('names that every object has are names, and nothing is written to what all objects share', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  const response = (name: string) => `{ 200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } } }`;
  const schema = (name: string, values: string) => `{ type: object, required: [${name}], properties: { ${name}: { enum: [${values}] } } }`;
  const of = (values: string) => {
    const paths = names.map((name) => `  /${name}: { post: { operationId: ${name}, responses: ${response(name)} } }\n`);
    return `${ONE}${paths.join('')}components:\n  schemas:\n${names.map((name) => `    ${name}: ${schema(name, values)}\n`).join('')}`;
  };
  scenario = await startScenario(
    { 'api.yaml': of('a') },
    { 'api.yaml': of('a, polluted'), 'breakwater.yaml': 'extends: minimal\n__proto__: { polluted: 1 }\n' },
  );
  const watch = join(scenario.workspace.path, '../watch.cjs');
  writeFileSync(watch, WATCH);
  const mistaken = await scenario.run({ env: { NODE_OPTIONS: `--require=${watch}` } });
  expect([mistaken.exitCode, mistaken.log]).toEqual([1, expect.stringContaining('`__proto__`')]);
  await scenario.repository.push({ 'breakwater.yaml': 'extends: minimal\n' });
  await scenario.checkOutAgain();
  const result = await scenario.run({ env: { NODE_OPTIONS: `--require=${watch}` } });
  expect([mistaken.log, result.log].filter((log) => !log.includes('prototypes: as they were'))).toEqual([]);
  for (const name of names) expect(comment()).toContain(`The value \`polluted\` of \`${name}\` was added`);
  const { findings } = JSON.parse(result.files['breakwater-report.json'] ?? '') as { findings: { witness?: { value: object } }[] };
  const proofs = findings.flatMap(({ witness }) => (witness ? [JSON.stringify(witness.value)] : []));
  expect(proofs.sort()).toEqual(names.map((name) => `{"${name}":"polluted"}`).sort());
});

/** Says at the end whether something was added to a prototype or exchanged in it. */
const WATCH = `
const look = () => JSON.stringify([Object, Array, Function, String, Map].map(({ prototype }) => Object.getOwnPropertyNames(prototype)));
const before = look();
const { toString, hasOwnProperty, valueOf } = Object.prototype;
process.on('exit', () => {
  const same = look() === before && Object.prototype.toString === toString && Object.prototype.hasOwnProperty === hasOwnProperty && Object.prototype.valueOf === valueOf;
  console.log('prototypes: ' + (same ? 'as they were' : 'CHANGED'));
});
`;

test('a token that may read contents and nothing else is enough, in a private repository too', async () => {
  const tokens = { least: { permissions: { contents: 'read' } } } as const;
  scenario = await startScenario(
    { 'api.yaml': BASE },
    { 'api.yaml': HEAD },
    { tokens: { ...tokens, 'write-token': WRITE_TOKEN }, isPrivate: true, checkout: 'none' },
  );
  const result = await scenario.run({ token: 'least', inputs: { 'check-run': 'true', 'sarif-upload': 'true', review: 'true' } });
  expect([result.exitCode, result.outputs.verdict, result.outputs.breaking]).toEqual([1, 'breaking', '5']);
  expect(result.summary).toContain('archived');
  expect(result.annotations.filter(({ level, title }) => level === 'error' && title !== undefined)).toHaveLength(5);
});
