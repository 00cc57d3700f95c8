import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { escapeUnsafe, type Finding } from '@breakwater/core';
import { expect, test } from 'vitest';
import { run } from '../../packages/cli/src/run.ts';
import { commit, Editor, newRepository, write } from '../../packages/language-server/test/editor.ts';
import { startScenario } from '../github/scenario.ts';

/** Twenty published contracts, each with a later version of it: what the editor, the command line and the Action say of them is the same. */

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const PAIRS = 20;
const isHere = existsSync(CORPUS);
if (!isHere) console.log('SKIPPED: the corpus is not here (../shared/corpus), so editor, command line and Action were compared on none of its pairs.');

interface Manifest {
  readonly items: readonly { readonly id: string; readonly path: string }[];
  readonly histories: readonly { readonly id: string; readonly kind: string; readonly pairs: readonly { readonly base: string; readonly head: string }[] }[];
}

type Files = Record<string, string>;

/** The smallest pairs, one of each history; of the names that they have here, none is one of a configuration. */
function smallestPairs(): { readonly base: Files; readonly head: Files } {
  const { items, histories }: Manifest = JSON.parse(readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'));
  const pathOf = (id: string) => items.find((item) => item.id === id)?.path ?? '';
  const pairs = histories.flatMap(({ id, kind, pairs: [first] }) =>
    kind === 'openapi' && first ? [{ id, base: pathOf(first.base), head: pathOf(first.head) }] : [],
  );
  const sizeOf = (path: string) => statSync(join(CORPUS, path)).size;
  const chosen = pairs.sort((a, b) => sizeOf(a.base) + sizeOf(a.head) - sizeOf(b.base) - sizeOf(b.head)).slice(0, PAIRS);
  const filesOf = (side: 'base' | 'head') =>
    Object.fromEntries(chosen.map((pair) => [`api/${pair.id}${/\.\w+$/.exec(pair[side])?.[0]}`, readFileSync(join(CORPUS, pair[side]), 'utf8')]));
  return { base: filesOf('base'), head: filesOf('head') };
}

const CONFIGURATION = { 'breakwater.yaml': 'extends: recommended\n' };

type Diagnostic = ReturnType<Editor['diagnosticsOf']>[number];

/** By contract, sorted, as text. */
type Said = Readonly<Record<string, readonly string[]>>;

const sorted = (said: readonly (readonly [uri: string, text: string])[]): Said => {
  const byUri = Map.groupBy(said, ([uri]) => uri);
  return Object.fromEntries([...byUri].map(([uri, list]) => [uri, list.map(([, text]) => text).sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
};

function ofFindings(findings: readonly Finding[]): Said {
  return sorted(
    findings.map(({ at, ruleId, message }) => [
      at.uri,
      `${at.start.line}:${at.start.character}-${at.end.line}:${at.end.character} ${ruleId} ${escapeUnsafe(message)}`,
    ]),
  );
}

async function inEditor(folder: string): Promise<Said> {
  const editor = await Editor.start(folder, { capabilities: { textDocument: { diagnostic: {} } } });
  const { items }: { items: { uri: string; items: Diagnostic[] }[] } = await editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  await editor.stop();
  const told = items.flatMap(({ uri, items: found }) => found.map((one) => [uri.slice(editor.uri('').length + 1), one] as const));
  return sorted(
    told.map(
      ([
        uri,
        {
          range: { start, end },
          code,
          message,
        },
      ]) => [uri, `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${message}`],
    ),
  );
}

async function inTerminal(cwd: string): Promise<Said> {
  let text = '';
  const out = (more: string) => void (text += more);
  await run(['check', '--format', 'json'], {
    cwd,
    stdin: async () => '',
    out,
    err: out,
    color: false,
    interactive: false,
    today: new Date().toISOString().slice(0, 10),
  });
  const { findings }: { findings: readonly Finding[] } = JSON.parse(text);
  expect(findings.filter(({ kind }) => kind === 'change').length).toBeGreaterThan(100);
  return ofFindings(findings);
}

async function inAction(base: Files, head: Files): Promise<Said> {
  const scenario = await startScenario({ ...base, ...CONFIGURATION }, head);
  const { files } = await scenario.run({ inputs: { comment: 'false' } });
  const { findings } = JSON.parse(files['breakwater-report.json'] ?? '');
  await scenario.end();
  return ofFindings(findings);
}

test.skipIf(!isHere)('the editor, the command line and the Action say the same of twenty published contracts', { timeout: 180_000 }, async () => {
  const { base, head } = smallestPairs();
  const folder = newRepository({ ...base, ...CONFIGURATION });
  for (const name of Object.keys(base).filter((one) => !(one in head))) rmSync(join(folder, name));
  write(folder, head);
  commit(folder);
  const [editor, terminal, action] = [await inEditor(folder), await inTerminal(folder), await inAction(base, head)];
  rmSync(folder, { recursive: true, force: true });
  expect(Object.keys(terminal)).toHaveLength(PAIRS);
  expect(editor).toEqual(terminal);
  expect(action).toEqual(terminal);
});
