import { createChecker, loadConfiguration, memoryHost, settingsFor } from '@breakwater/core';
import { FORMATS, language } from '@breakwater/formats';
import { expect, test } from 'vitest';

const API = `openapi: 3.1.0
info: { title: Orders, version: '1' }
paths:
  /orders/{orderId}: { get: { parameters: [{ name: orderId, in: path, required: true, schema: { type: integer } }] } }
components:
  securitySchemes: { login: { type: http, scheme: basic } }
`;

async function told(configuration: string): Promise<Record<string, string>> {
  const checker = createChecker(FORMATS);
  const host = memoryHost({ 'api.yaml': API, 'breakwater.yaml': configuration });
  const loaded = await loadConfiguration('breakwater.yaml', host, language());
  expect(loaded.mistakes).toEqual([]);
  const contract = await checker.load('api.yaml', host);
  if ('refusal' in contract) throw new Error(contract.refusal);
  return Object.fromEntries(checker.lint(contract, settingsFor(loaded.configuration, 'api.yaml')).map(({ ruleId, severity }) => [ruleId, severity]));
}

test('a set adds its rules to those of the preset, with severities of its own', async () => {
  expect(await told('extends: minimal')).not.toHaveProperty('security-no-basic');
  expect(await told('extends: [minimal, owasp]')).toMatchObject({ 'security-no-basic': 'error', 'id-not-numeric': 'warn', 'security-documented': 'error' });
});

test('what is said of a single rule counts over the set', async () => {
  const found = await told('extends: owasp\nrules: { security-no-basic: off, id-not-numeric: info }');
  expect(found).not.toHaveProperty('security-no-basic');
  expect(found).toMatchObject({ 'id-not-numeric': 'info' });
});
