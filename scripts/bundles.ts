import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

const COMMON: BuildOptions = {
  absWorkingDir: join(dirname(fileURLToPath(import.meta.url)), '..'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  legalComments: 'none',
  logLevel: 'warning',
  charset: 'utf8',
  minifySyntax: true,
};

/** The programs that are shipped as one file each. CommonJS, since a bundle of ES modules cannot load the Node modules that its parts require. */
export const BUNDLES: Readonly<Record<'cli' | 'action', BuildOptions>> = {
  cli: { ...COMMON, entryPoints: ['packages/cli/src/main.ts'], outfile: 'packages/cli/dist/breakwater.cjs', minifyWhitespace: true },
  action: { ...COMMON, entryPoints: ['packages/action/src/main.ts'], outfile: 'packages/action/dist/index.cjs', minifyWhitespace: true },
};
