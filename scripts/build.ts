/** Bundles the programs: `node scripts/build.ts [cli] [action]`; without names, both. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
};

const PROGRAMS: Readonly<Record<string, BuildOptions>> = {
  cli: { entryPoints: ['packages/cli/src/main.ts'], outfile: 'packages/cli/dist/breakwater.cjs', minifySyntax: true },
  action: { entryPoints: ['packages/action/src/main.ts'], outfile: 'packages/action/dist/index.cjs', minifySyntax: true, minifyWhitespace: true },
};

const wanted = process.argv.slice(2);
for (const [name, options] of Object.entries(PROGRAMS)) if (wanted.length === 0 || wanted.includes(name)) await build({ ...COMMON, ...options });
