import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@breakwater/core';
import { expect, test } from 'vitest';
import { run } from '../../packages/cli/src/run.ts';
import { commit, Editor, newRepository, write } from '../../packages/language-server/test/editor.ts';

/** One configuration, and the same findings in the terminal and in the editor, also from a folder below. */

const BASE = `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /orders/: { get: { operationId: same, tags: [old], responses: { '200': { description: ok } } }, put: { responses: {} } }
  /users/: { get: { operationId: same, responses: { '200': { description: ok } } }, put: { responses: {} } }
  /internal/: { get: { operationId: same, responses: {} }, delete: {} }
`;
const HEAD = BASE.replace(', put: { responses: {} } }\n  /users/: ', ' } # breakwater-ignore operation-removed: never used\n  /users/: ')
  .replace("{ '200': { description: ok } } }, put: { responses: {} } }", "{ '200': { description: ok } } } }")
  .replace(', delete: {}', '');
const CONFIGURATION = `extends: [strict, team.yaml]
overrides: [{ tags: old, rules: { path-no-trailing-slash: off, operation-id-unique: hint } }]
ignore: { paths: /internal/** }
version-policy: none
`;
const TEAM = 'rules: { operation-id-unique: warn }\n';

async function inTerminal(folder: string, below: string): Promise<readonly string[]> {
  let text = '';
  const out = (more: string) => void (text += more);
  const io = { cwd: join(folder, below), stdin: async () => '', out, err: out, color: false, interactive: false, today: '2026-11-26' };
  await run(['check', '--format', 'json', ...(below === '' ? [] : ['openapi.yaml'])], io);
  const { findings }: { findings: readonly Finding[] } = JSON.parse(text);
  return findings.map(({ at, ruleId }) => `${at.start.line + 1}:${at.start.character + 1} ${ruleId}`).sort();
}

test.each(['', 'api'])('the terminal and the editor say the same: %s', async (below) => {
  const folder = newRepository({ 'api/openapi.yaml': BASE, 'breakwater.yaml': CONFIGURATION, 'team.yaml': TEAM });
  write(folder, { 'api/openapi.yaml': HEAD });
  commit(folder);
  const editor = await Editor.start(folder);
  await editor.open('api/openapi.yaml', HEAD);
  const seen = [...((await editor.seen('api/openapi.yaml')) ?? [])].sort();
  await editor.stop();
  expect(seen).toEqual(await inTerminal(folder, below));
  expect(seen.filter((one) => one.includes('operation-removed'))).toHaveLength(1);
  expect(seen.filter((one) => one.includes('path-no-trailing-slash'))).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
