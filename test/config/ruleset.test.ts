import { type Contract, createChecker, loadConfiguration, memoryHost, settingsFor } from '@breakwater/core';
import { FORMATS, language } from '@breakwater/formats';
import { expect, test } from 'vitest';

const checker = createChecker(FORMATS);
const OPENAPI = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get: { summary: a }
  /admin:
    get: { description: b }
`;

/** What rulesets tell of a contract, as `severity rule place`, and what is wrong in them. */
async function run(files: Readonly<Record<string, string>>, contract = 'openapi.yaml') {
  const host = memoryHost({ [contract]: OPENAPI, 'breakwater.yaml': 'extends: none\nrulesets: ruleset.yaml\n', ...files });
  const { configuration, mistakes } = await loadConfiguration('breakwater.yaml', host, language());
  const loaded = (await checker.load(contract, host)) as Contract; // It is there.
  const told = checker.lint(loaded, settingsFor(configuration, contract));
  return {
    told: told.filter(({ ruleId }) => ruleId !== 'rule-not-run').map(({ severity, ruleId, at }) => `${severity} ${ruleId} ${at.pointer}`),
    notRun: told.filter(({ ruleId }) => ruleId === 'rule-not-run').map(({ message, at }) => `${at.uri}: ${message}`),
    mistakes: mistakes.map(({ at, message }) => `${at.uri}:${at.start.line + 1} ${message}`),
  };
}

const SUMMARY = 'given: "$.paths[*][get]", then: { field: summary, function: truthy }';
const HAS = (severity: string) => `rules: { s: { severity: ${severity}, ${SUMMARY} }, off: { recommended: false, ${SUMMARY} } }`;

test('what a file extends holds, and what it says itself counts over it', async () => {
  const base = HAS('error');
  expect((await run({ 'ruleset.yaml': 'extends: ./base.yaml\nrules: { s: info }', 'base.yaml': base })).told).toEqual(['info s /paths/~1admin/get']);
  expect((await run({ 'ruleset.yaml': 'extends: ./base.yaml\nrules: { s: false }', 'base.yaml': base })).told).toEqual([]);
  expect((await run({ 'ruleset.yaml': 'extends: [[./base.yaml, all]]', 'base.yaml': base })).told).toEqual([
    'warn off /paths/~1admin/get',
    'error s /paths/~1admin/get',
  ]);
  expect((await run({ 'ruleset.yaml': 'extends: [[./base.yaml, off]]\nrules: { off: true }', 'base.yaml': base })).told).toEqual([
    'warn off /paths/~1admin/get',
  ]);
  expect((await run({ 'ruleset.yaml': 'extends: ./base.yaml\nrules: { s: { given: $.paths } }', 'base.yaml': base })).told).toEqual(['error s /paths']);
});

test('files that extend each other end', async () => {
  const files = { 'ruleset.yaml': 'extends: ./base.yaml\nrules: {}', 'base.yaml': `extends: ./ruleset.yaml\n${HAS('warn')}` };
  expect(await run(files)).toEqual({ told: ['warn s /paths/~1admin/get'], notRun: [], mistakes: [] });
});

test('overrides hold for files, and for parts of files', async () => {
  const rules = HAS('warn');
  const here = `${rules}\noverrides: [{ files: ['openapi.yaml'], rules: { s: error } }]`;
  expect((await run({ 'ruleset.yaml': here })).told).toEqual(['error s /paths/~1admin/get']);
  expect((await run({ 'ruleset.yaml': here }, 'api/openapi.yaml')).told).toEqual(['error s /paths/~1admin/get']);
  const elsewhere = `${rules}\noverrides: [{ files: ['other/*.yaml'], rules: { s: error } }]`;
  expect((await run({ 'ruleset.yaml': elsewhere })).told).toEqual(['warn s /paths/~1admin/get']);
  const part = `${rules}\noverrides: [{ files: ['*.yaml#/paths'], rules: { s: error } }, { files: ['*.yaml#/paths/~1admin'], rules: { s: off } }]`;
  expect((await run({ 'ruleset.yaml': part })).told).toEqual([]);
  expect((await run({ 'ruleset.yaml': `${rules}\nexcept: { 'openapi.yaml#/paths/~1admin': [s] }` })).told).toEqual([]);
  expect((await run({ 'ruleset.yaml': `${rules}\nexcept: { 'openapi.yaml#/paths/~1other': [s] }` })).told).toEqual(['warn s /paths/~1admin/get']);
});

test('formats choose rules and aliases', async () => {
  const rule = (formats: string) => `rules: { s: { formats: [${formats}], ${SUMMARY} } }`;
  expect((await run({ 'ruleset.yaml': rule('oas2') })).told).toEqual([]);
  expect((await run({ 'ruleset.yaml': rule('oas2, oas3_1') })).told).toEqual(['warn s /paths/~1admin/get']);
  const aliases = "aliases: { Op: { targets: [{ formats: [oas2], given: ['$.nothing'] }, { formats: [oas3.1], given: ['$.paths[*]'] }] } }";
  const aliased = `${aliases}\nrules: { s: { given: '#Op[get]', then: { field: summary, function: truthy } } }`;
  expect((await run({ 'ruleset.yaml': aliased })).told).toEqual(['warn s /paths/~1admin/get']);
});

test('what is left out is told where it stands', async () => {
  const { notRun, told, mistakes } = await run({
    'ruleset.yaml': `extends: [https://example.com/rules.yaml, ./rules.js, '@acme/rules']
functions: [f]
rules:
  code: { given: $, then: { function: f } }
  path: { given: $.a^.b, then: { function: truthy } }
  alias: { given: '#Nothing', then: { function: truthy } }
  expression: { given: '$[?(run(1))]', then: { function: truthy } }
  s: { ${SUMMARY} }
`,
  });
  expect(mistakes).toEqual([]);
  expect(told).toEqual(['warn s /paths/~1admin/get']);
  expect(notRun).toEqual([
    'ruleset.yaml: The ruleset `https://example.com/rules.yaml` is not run: it is on the network, from where Breakwater takes nothing.',
    'ruleset.yaml: The ruleset `./rules.js` is not run: it is neither YAML nor JSON.',
    'ruleset.yaml: The ruleset `@acme/rules` is not run: it is a package, which is code.',
    'ruleset.yaml: The rule `code` is not run: its function `f` is code, and Breakwater runs no code of a repository.',
    'ruleset.yaml: The rule `path` is not run: its path `$.a^.b` goes on after `^` or `~`, which Breakwater reads at the end only.',
    'ruleset.yaml: The rule `alias` is not run: its path uses the alias `Nothing`, which is not defined.',
    'ruleset.yaml: The rule `expression` is not run: its path `$[?(run(1))]` has a filter that calls what is no method.',
  ]);
});

test('a mistake is told at its place, and nothing is checked by such a file', async () => {
  const { mistakes } = await run({
    'ruleset.yaml': `rules:
  a: { given: $ }
  b: { given: $, then: { function: pattern } }
  c: { given: $, then: { function: length, functionOptions: { mni: 1 } } }
`,
  });
  expect(mistakes).toEqual([
    'ruleset.yaml:2 The rule `a` needs `given` and `then`.',
    'ruleset.yaml:3 `pattern` needs `functionOptions` with `match` or `notMatch`.',
    'ruleset.yaml:4 The options of `length`: There is no key `mni`; did you mean `min`?',
  ]);
  expect((await run({})).mistakes).toEqual(['breakwater.yaml:2 `ruleset.yaml` does not exist.']);
  expect((await run({ 'ruleset.yaml': 'rules: [' })).mistakes).toHaveLength(1);
  const custom = { 'breakwater.yaml': 'custom-rules: { a: { given: $, then: { function: truty } } }\n' };
  expect((await run(custom)).mistakes).toEqual(['breakwater.yaml:1 There is no function `truty`; did you mean `truthy`?']);
});

test('a hostile ruleset costs no more than an honest one', async () => {
  const many = Array.from(
    { length: 400 },
    (_, i) => `  r${i}: { given: ['$..*', '$..[?(@ && @.a${i})]'], then: { function: pattern, functionOptions: { match: '^(a+)+$' } } }`,
  );
  const aliases = Array.from({ length: 40 }, (_, i) => `  A${i}: ['#A${i + 1}', '#A${i + 1}']`);
  const { notRun, told } = await run({
    'ruleset.yaml': `aliases:\n${aliases.join('\n')}\n  A40: [$]\nrules:\n${many.join('\n')}\n  bomb: { given: '#A0', then: { function: falsy } }\n`,
  });
  expect(told.length).toBeGreaterThan(400);
  expect(notRun).toEqual(['ruleset.yaml: The rule `bomb` is not run: its path stands for more than 1000 paths.']);
});
