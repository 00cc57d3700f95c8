import { expect, test } from 'vitest';
import { toSarif } from '../../src/index.ts';
import { changeOf, NASTY, nastyReport, RULES, reportOf } from './sample.ts';

const runOf = (report: Parameters<typeof toSarif>[0], maxResults?: number) =>
  JSON.parse(toSarif(report, { rules: RULES, ...(maxResults !== undefined && { maxResults }) })).runs[0];

/** The structure, checked by hand against SARIF 2.1.0. */
test('one run, member by member', () => {
  const { witness, affects } = changeOf();
  expect(JSON.parse(toSarif(reportOf([changeOf()]), { rules: RULES }))).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Breakwater',
            version: '0.0.0',
            informationUri: 'https://github.com/breakwater-api/breakwater',
            rules: [
              {
                id: 'enum-value-removed',
                shortDescription: { text: 's' },
                fullDescription: { text: 'w' },
                help: { text: 'a' },
                helpUri: RULES[0]?.helpUri,
                defaultConfiguration: { level: 'error' },
              },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
        results: [
          {
            ruleId: 'enum-value-removed',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'The value `archived` of `Status` was removed.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'api/a.yaml' },
                  region: { startLine: 5, startColumn: 7, endLine: 5, endColumn: 11 },
                },
              },
            ],
            relatedLocations: [{ id: 0, message: { text: 'It was here before. (api/a.yaml:4:1 in base)' } }],
            partialFingerprints: { 'breakwater/v1': 'f' },
            properties: { verdict: 'breaking', witness, affects },
          },
        ],
      },
    ],
  });
});

test('a related place in the head can be opened', () => {
  const at = { ...changeOf().at, uri: 'parts/x y.yaml' };
  const [related] = runOf(reportOf([changeOf({ related: [{ message: 'Here too.', version: 'head', at }] })])).results[0].relatedLocations;
  expect(related).toMatchObject({ id: 0, physicalLocation: { artifactLocation: { uri: 'parts/x%20y.yaml' }, region: { startLine: 5 } } });
});

test('a failure is told, and the run was no success', () => {
  const [invocation] = runOf(reportOf([], { failures: [{ message: 'x does not exist.' }] })).invocations;
  expect(invocation).toEqual({ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'x does not exist.' } }] });
});

test('over the limit the worst are kept in their order, and the others counted', () => {
  const findings = [
    changeOf({ verdict: 'compatible', severity: 'info', message: 'harmless' }),
    changeOf({ verdict: 'dangerous', severity: 'warn', message: 'dangerous' }),
    changeOf({ message: 'breaking' }),
  ];
  const { results, invocations } = runOf(reportOf(findings), 2);
  expect(results.map(({ message }: { message: { text: string } }) => message.text)).toEqual(['dangerous', 'breaking']);
  expect(invocations[0].toolExecutionNotifications).toEqual([{ level: 'warning', message: { text: '1 further results were left out.' } }]);
});

test('GitHub takes 25,000 results', () => {
  const { results } = runOf(reportOf(Array.from({ length: 25_001 }, () => changeOf())));
  expect(results).toHaveLength(25_000);
});

test.each(NASTY.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))(
  '%s is text, and a relative address that leads back to it',
  (_name, nasty) => {
    const report = nastyReport(nasty);
    const text = toSarif(report, { rules: RULES });
    const { results, tool } = JSON.parse(text).runs[0];
    // `JSON.stringify` escapes surrogates only if they are lone ones.
    expect(JSON.stringify(JSON.parse(text))).not.toMatch(/\\ud[89a-f]/);
    const { uri } = results[0].locations[0].physicalLocation.artifactLocation;
    expect(decodeURIComponent(uri)).toBe(`api/${nasty.replaceAll(/\p{Cs}/gu, '\uFFFD')}.yaml`);
    expect(uri).toMatch(/^[\w\-.~%/]*$/);
    // No embedded link (section 3.11.6): a bracket before a parenthesis is an escaped one.
    expect(results[0].message.text).not.toMatch(/(?<!\\)\]\(/);
    expect(tool.driver.rules.map(({ helpUri }: { helpUri: string }) => helpUri)).toEqual([RULES[0]?.helpUri]);
  },
);
