/** Type-checks every package by its own settings, and the rest by the root's: pure packages see neither Node nor a browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const projects = [
  ...readdirSync(join(ROOT, 'packages'))
    .map((name) => `packages/${name}/tsconfig.json`)
    .filter((path) => existsSync(join(ROOT, path))),
  'tsconfig.json',
];
const failed = projects.filter((project) => spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', project], { cwd: ROOT, stdio: 'inherit' }).status !== 0);
if (failed.length > 0) console.error(`Types do not hold in ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
