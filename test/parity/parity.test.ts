import {
  type Contract,
  createChecker,
  type Finding,
  memoryHost,
  type Report,
  summaryOf,
  toAnnotation,
  toGithubCommands,
  toJson,
  toSarif,
  toText,
} from '@breakwater/core';
import { FORMATS, guideOf, ruleInfos } from '@breakwater/formats';
import { toDiagnostic } from '@breakwater/language-server';
import { expect, test } from 'vitest';

/** One snapshot, every shell: equal places, ids and messages, also where UTF-16 units, code points and bytes differ. */

const BEFORE = `openapi: 3.1.0
info: { title: "\u20ac\u{1F600}", version: '1' }
paths:
  /\u20ac\u{1F600}/{id}:
    get: { "x-\u{1F600}": "\u20ac\u{1F600}", operationId: a, parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: tag, in: query, schema: { type: string } }], responses: { '200': { description: "\u20ac\u{1F600}", content: { application/json: { schema: { description: "\u20ac\u{1F600}", type: string, enum: [a] } } } } } }
    delete: { operationId: a, responses: { '204': { $ref: '#/nowhere' } } }
`;
const AFTER = BEFORE.replace('name: tag, in: query, schema: { type: string }', 'name: tag, in: query, schema: { type: integer }')
  .replace('type: string, enum: [a]', "type: [string, 'null'], enum: [a, null]")
  .replace('    delete: { operationId: a,', '    put: { operationId: a,');

const checker = createChecker(FORMATS, { guideOf });
const findings = await findingsOf();

async function findingsOf(): Promise<readonly Finding[]> {
  const [base, head] = await Promise.all([BEFORE, AFTER].map((text) => checker.load('api/a.yaml', memoryHost({ 'api/a.yaml': text }))));
  const [before, after] = [base, head].map((one) => one as Contract);
  if (!before || !after) throw new Error('Both versions are in memory.');
  return [...checker.lint(after), ...checker.compare(before, after).findings.filter(({ kind }) => kind === 'change')];
}

/** A place as text, one-based, UTF-16. */
interface Said {
  readonly place: string;
  readonly id: string;
  readonly message: string;
}

const expected: readonly Said[] = findings.map(({ at, ruleId, message }) => ({
  place: `${at.uri}:${at.start.line + 1}:${at.start.character + 1}-${at.end.line + 1}:${at.end.character + 1}`,
  id: ruleId,
  message,
}));

const report: Report = { tool: { name: 'breakwater', version: '0' }, contracts: [], findings, summary: summaryOf(findings), failures: [] };
const sorted = (said: readonly Said[]) => said.map(({ place, id, message }) => `${place} ${id} ${message}`).sort();

test('there is something to compare, behind astral characters on its line', () => {
  expect(findings.filter(({ kind }) => kind === 'change').length).toBeGreaterThanOrEqual(3);
  expect(findings.filter(({ kind }) => kind !== 'change').length).toBeGreaterThanOrEqual(1);
  const behind = findings.filter(({ at }) => /\p{Extended_Pictographic}/u.test(AFTER.split('\n')[at.start.line]?.slice(0, at.start.character) ?? ''));
  expect(behind.length).toBeGreaterThanOrEqual(2);
});

test('the editor', () => {
  const places = { headUri: (uri: string) => `file:///w/${uri}`, baseUri: () => undefined, helpUri: () => undefined, markOf: () => undefined };
  const said = findings.map((finding) => {
    const { range, code, message } = toDiagnostic(finding, places);
    const { start, end } = range;
    return {
      place: `${finding.at.uri}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
      id: String(code),
      message: String(message),
    };
  });
  expect(sorted(said)).toEqual(sorted(expected));
});

test('an annotation', () => {
  const said = findings.map((finding) => {
    const { properties: p, message } = toAnnotation(finding);
    return { place: `${p.file}:${p.startLine}:${p.startColumn}-${p.endLine}:${p.endColumn}`, id: p.title, message: message.split('\n')[0] ?? '' };
  });
  expect(sorted(said)).toEqual(sorted(expected));
});

test('a workflow command', () => {
  const decode = (text: string) => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const said = toGithubCommands(report)
    .trim()
    .split('\n')
    .map((line) => {
      const [, list = '', message = ''] = /^::\w+ (.*?)::(.*)$/.exec(line) ?? [];
      const p = Object.fromEntries(
        list
          .split(',')
          .map((pair) => pair.split('='))
          .map(([name, value]) => [name, decode(value ?? '')]),
      );
      return { place: `${p.file}:${p.line}:${p.col}-${p.endLine}:${p.endColumn}`, id: p.title ?? '', message: decode(message).split('\n')[0] ?? '' };
    });
  expect(sorted(said)).toEqual(sorted(expected));
});

test('SARIF', () => {
  const { runs } = JSON.parse(toSarif(report, { rules: ruleInfos() }));
  const said = runs[0].results.map(
    (result: {
      ruleId: string;
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
    }) => {
      const { artifactLocation, region: r } = result.locations[0]?.physicalLocation ?? { artifactLocation: { uri: '' }, region: {} };
      return {
        place: `${decodeURIComponent(artifactLocation.uri)}:${r.startLine}:${r.startColumn}-${r.endLine}:${r.endColumn}`,
        id: result.ruleId,
        message: result.message.text,
      };
    },
  );
  expect(sorted(said)).toEqual(sorted(expected));
});

test('JSON', () => {
  expect(JSON.parse(toJson(report)).findings).toEqual(JSON.parse(JSON.stringify(findings)));
});

test('text for people says the start of the place', () => {
  const lines = toText(report).split('\n');
  for (const { place, id, message } of expected) {
    const [, line, column] = /:(\d+):(\d+)-/.exec(place) ?? [];
    expect(lines.some((text) => text.trim().startsWith(`${line}:${column}`) && text.includes(message) && text.endsWith(id))).toBe(true);
  }
});
