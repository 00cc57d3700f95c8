import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { type EditorOptions, startEditor } from './driver.ts';
import { MARK } from './inside/suite.ts';
import { createRepository } from './repository.ts';
import type { Window } from './windows.ts';

const WINDOW_TIME = 120_000;

/** Bundles the tests that run inside the editor, which loads no TypeScript. The file that exports `run`. */
export async function bundleInside(here: string, outdir: string): Promise<string> {
  mkdirSync(outdir, { recursive: true });
  const outfile = join(outdir, 'index.cjs');
  await build({
    entryPoints: [join(here, 'inside/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
  });
  return outfile;
}

/** Whether all tests of a window passed. */
export async function runInside({ name, settings, open }: Window, tests: string, fixture: string, options: Omit<EditorOptions, 'settings' | 'workspace'>) {
  const repository = createRepository(fixture);
  let ended: (failed: boolean) => void = () => {};
  const end = new Promise<boolean>((resolve) => (ended = resolve));
  let editor: Awaited<ReturnType<typeof startEditor>> | undefined;
  try {
    const inside = {
      env: { BREAKWATER_WINDOW: name },
      tests,
      log: (line: string) => (process.env.E2E_LOG || line.startsWith(MARK)) && console.log(line.slice(MARK.length)),
      ended,
    };
    editor = await startEditor({ ...options, settings, workspace: open(repository), inside });
    const failed = await Promise.race([end, wait(WINDOW_TIME, 'late' as const, { ref: false })]);
    if (failed === 'late') console.error(`The window \`${name}\` did not end within ${WINDOW_TIME} ms.`);
    if (failed !== false) await editor.page.screenshot({ path: join(options.artifacts, `${name}.png`) });
    return failed === false;
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    await editor?.close();
    repository.remove();
  }
}
