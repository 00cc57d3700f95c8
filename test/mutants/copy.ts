import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT } from '../github/description.ts';

/** The project in a temporary folder, where it may be broken. Libraries are those of the original; its own packages are the copies. */
export function copyProject(): string {
  const top = mkdtempSync(join(tmpdir(), 'mutants-'));
  const folder = join(top, 'project');
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: PROJECT, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  for (const file of files.filter((name) => existsSync(join(PROJECT, name)))) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(PROJECT, file), join(folder, file));
  }
  link(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'node_modules/@breakwater'));
  for (const name of readdirSync(join(PROJECT, 'node_modules/@breakwater')))
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@breakwater', name));
  const shared = join(PROJECT, '../shared');
  if (existsSync(shared)) symlinkSync(shared, join(top, 'shared'));
  writeFileSync(join(folder, 'vitest.mutants.config.ts'), CONFIG);
  writeFileSync(join(folder, 'vitest.mutants.setup.ts'), SETUP);
  writeFileSync(join(folder, 'mutant'), '');
  return folder;
}

function link(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (name !== '@breakwater' && !name.startsWith('.vite')) symlinkSync(join(from, name), join(to, name));
}

const CONFIG = `import { defineConfig } from 'vitest/config';
export default defineConfig({
  test: { include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'], setupFiles: ['vitest.mutants.setup.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
`;

/** The programs that a test starts have no environment of its own, so the test's name goes by a file. */
const SETUP = `import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
const say = (name: string) => {
  globalThis.currentTest = name;
  writeFileSync(new URL('./current-test', import.meta.url), name);
};
const names = (task) => (task ? [...names(task.suite), ...(task.name === '' ? [] : [task.name])] : []);
beforeEach(({ task }) => say(JSON.stringify([task.file.name, names(task).filter((name) => name !== task.file.name).join(' ')])));
afterEach(() => say(''));
`;

/** Asked by every planted bug. While nothing is on, it writes down which bugs each test meets. */
export function isOnSource(folder: string): string {
  const path = (name: string) => JSON.stringify(join(folder, name));
  return `const isMutantOn = (globalThis.isMutantOn ??= (() => {
  const fs = process.getBuiltinModule('node:fs');
  const active = fs.readFileSync(${path('mutant')}, 'utf8');
  if (active !== 'watch') { const wanted = active === '' ? -1 : Number(active); return (id) => id === wanted; }
  let [seen, last] = [[], ''];
  const started = fs.existsSync(${path('current-test')}) ? fs.readFileSync(${path('current-test')}, 'utf8') : '';
  return (id) => {
    const test = globalThis.currentTest ?? (process.env.VITEST ? '' : started);
    if (test !== last) [seen, last] = [[], test];
    if (!seen[id]) { seen[id] = true; fs.appendFileSync(${path('met')}, id + '\\t' + test + '\\n'); }
    return false;
  };
})());
`;
}
