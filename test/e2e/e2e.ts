/** The packaged extension in a real VS Code: one person, one contract, one breaking change. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Editor, startEditor } from './driver.ts';
import { createRepository, type Repository } from './repository.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const ARTIFACTS = join(ROOT, '.e2e/artifacts');
const PICTURE = join(ROOT, 'docs/images/editor.png');
const DISK_TIME = 5_000;

const CONTRACT = 'openapi.yaml';
const RULE = /has no `operationId`/;
const FIX = 'Add operationId';
const CHANGE = /`type` changed from `string` to `integer`/;

type Step = readonly [what: string, run: (editor: Editor, repository: Repository) => Promise<void>];

/** Each goes on where the one before it stopped. */
const STEPS: readonly Step[] = [
  [
    'a rule is underlined in the editor',
    async ({ openFile, squiggles }) => {
      await openFile(CONTRACT);
      await squiggles('warning').first().waitFor();
    },
  ],
  [
    'and listed in Problems',
    async ({ page, problem }) => {
      await page.keyboard.press('Control+Shift+M');
      await problem(RULE).waitFor();
    },
  ],
  [
    'a quick fix repairs it',
    async ({ page, problem, openProblem, fix }) => {
      await openProblem(problem(RULE));
      await page.keyboard.press('Control+.');
      await fix(FIX).click();
      await problem(RULE).waitFor({ state: 'detached' });
    },
  ],
  [
    'and the file on the disk has it after saving',
    async ({ page, editorFocused }, repository) => {
      await editorFocused();
      await page.keyboard.press('Control+S');
      await until(() => /^ {4}get:\n {6}operationId: \w+\n {6}summary: List/m.test(repository.read(CONTRACT)), 'the fix is on the disk');
    },
  ],
  [
    'a breaking change is listed while it is typed, before it is saved',
    async ({ page, goTo, problem, squiggles }, repository) => {
      const { line, column } = repository.find(CONTRACT, 'string }\n        state');
      await goTo(line, column);
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.type('integer');
      await problem(CHANGE).waitFor();
      await squiggles('error').first().waitFor();
      await page.screenshot({ path: PICTURE });
    },
  ],
  [
    'the page asked nothing of the outside world',
    async ({ strangers }) => {
      if (strangers.size > 0) throw new Error(`Requests to ${[...strangers].join(', ')}`);
    },
  ],
];

async function until(holds: () => boolean, what: string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < DISK_TIME; await wait(50)) if (holds()) return;
  throw new Error(`Not within ${DISK_TIME} ms: ${what}.`);
}

async function keepTraces({ page }: Editor, name: string): Promise<void> {
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`) });
  writeFileSync(join(ARTIFACTS, `${name}.html`), await page.content());
}

async function run(): Promise<boolean> {
  rmSync(ARTIFACTS, { recursive: true, force: true });
  mkdirSync(dirname(PICTURE), { recursive: true });
  const repository = createRepository(join(HERE, 'fixture'));
  const start = Date.now();
  const editor = await startEditor({
    host: join(ROOT, '.e2e/host'),
    vsix: join(ROOT, 'dist/breakwater.vsix'),
    workspace: repository.folder,
    artifacts: ARTIFACTS,
  });
  let passed = 0;
  try {
    for (const [what, act] of STEPS) {
      await act(editor, repository);
      passed++;
      console.log(`ok    ${String(Date.now() - start).padStart(6)} ms  ${what}`);
    }
  } catch (error) {
    console.log(`FAIL  ${String(Date.now() - start).padStart(6)} ms  ${STEPS[passed]?.[0]}\n${error}`);
    await keepTraces(editor, 'failure');
  } finally {
    await editor.close();
    repository.remove();
  }
  console.log(`${passed} passed, ${STEPS.length - passed} failed`);
  return passed === STEPS.length;
}

process.exitCode = (await run()) ? 0 : 1;
