import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChecker, loadConfiguration, memoryHost, settingsFor } from '@breakwater/core';
import { FORMATS, language } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { parsePage, takeMarks } from './page.ts';

/** What the guide shows is what happens: all that rules of rulesets tell stands under its place there, and nothing else. */
const page = parsePage(readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../docs/custom-rules.md'), 'utf8'));
const checker = createChecker(FORMATS);
const shown = page.cases.filter(({ after }) => after.has('openapi.yaml'));

test.each(shown.map((one) => [one.title, one] as const))('%s', async (_title, { after }) => {
  const texts = [...after].map(([name, text]) => [name, takeMarks(name, text)] as const);
  const host = memoryHost(Object.fromEntries(texts.map(([name, { text }]) => [name, text])));
  const { configuration, mistakes } = await loadConfiguration('breakwater.yaml', host, language());
  expect(mistakes).toEqual([]);
  const contract = await checker.load('openapi.yaml', host);
  if ('refusal' in contract) throw new Error(contract.refusal);
  const told = checker.lint(contract, settingsFor(configuration, 'openapi.yaml')).filter(({ ofRuleset, suppressed }) => ofRuleset && suppressed === undefined);
  const marks = texts.flatMap(([, { marks: own }]) => own);
  const found = told.map(({ at, severity, ruleId, message }) => ({
    file: at.uri,
    line: at.start.line,
    start: at.start.character,
    end: at.end.character,
    severity,
    ruleId,
    message,
  }));
  expect(found).toEqual(marks);
  expect(marks.length).toBeGreaterThan(0);
});

test('the guide shows something', () => expect(shown.length).toBeGreaterThan(2));
