/** Runs tests inside a real VS Code with the packaged extension, and scenarios in its page: `node test/e2e/e2e.ts [window]…`, after `install.sh` and `npm run package`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Editor, startEditor } from './driver.ts';
import { createRepository } from './repository.ts';
import { bundleInside, runInside } from './run-inside.ts';
import { SCENARIOS, type Scenario } from './scenario.ts';
import { WINDOWS } from './windows.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const BUILT = { host: join(ROOT, '.e2e/host'), vsix: join(ROOT, 'dist/breakwater.vsix') };
/** What is packaged, as files. */
const WEB_EXTENSION = join(ROOT, 'packages/vscode/dist');
const ARTIFACTS = join(ROOT, '.e2e/artifacts');
/** With `--pictures`, those of the documentation are taken anew; they differ a little every time. */
const PICTURES = process.argv.includes('--pictures') ? join(ROOT, 'docs/images') : ARTIFACTS;

/** The number of steps that passed: all of them, or those before the one that failed. */
async function run({ settings, steps, inBrowser = false }: Scenario, artifacts: string): Promise<number> {
  const start = Date.now();
  const tell = (verdict: string, what: string) => console.log(`${verdict}  ${String(Date.now() - start).padStart(6)} ms  ${what}`);
  const repository = createRepository(join(HERE, 'fixture'));
  let editor: Editor | undefined;
  let passed = 0;
  try {
    editor = await startEditor({ ...BUILT, workspace: repository.folder, artifacts, settings, webExtension: inBrowser ? WEB_EXTENSION : undefined });
    for (const [what, act] of steps) {
      await act({ editor, repository, pictures: PICTURES });
      passed++;
      tell('ok  ', what);
    }
  } catch (error) {
    tell('FAIL', steps[passed]?.[0] ?? '');
    console.error(error);
    if (editor) await keepTraces(editor, artifacts);
  } finally {
    await editor?.close();
    repository.remove();
  }
  return passed;
}

async function keepTraces({ page }: Editor, artifacts: string): Promise<void> {
  await page.screenshot({ path: join(artifacts, 'failure.png') });
  writeFileSync(join(artifacts, 'failure.html'), await page.content());
}

rmSync(ARTIFACTS, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const start = Date.now();
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const tests = await bundleInside(HERE, join(ROOT, '.e2e/inside'));
const windows = WINDOWS.filter(({ name }) => only.length === 0 || only.includes(name));
const failed: string[] = [];
for (const window of windows) {
  console.log(`inside the window \`${window.name}\``);
  if (!(await runInside(window, tests, join(HERE, 'fixture'), { ...BUILT, artifacts: join(ARTIFACTS, window.name) }))) failed.push(window.name);
}
for (const [index, scenario] of SCENARIOS.entries()) {
  if (only.length > 0 && !only.includes('page')) break;
  console.log(`in the page, scenario ${index + 1}`);
  // Steps build on one another: those behind a failed one could not pass.
  if ((await run(scenario, join(ARTIFACTS, String(index + 1)))) < scenario.steps.length) failed.push(`scenario ${index + 1}`);
}
console.log(`${failed.length === 0 ? 'all passed' : `FAILED: ${failed.join(', ')}`} in ${Math.round((Date.now() - start) / 1000)} s`);
process.exitCode = failed.length === 0 ? 0 : 1;
