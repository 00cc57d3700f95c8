/** Bundles the extension and the server that it starts into `out/`, beside the schema of the configuration: `node packages/vscode/build.mjs`. */
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const OPTIONS = {
  absWorkingDir: join(HERE, '../..'),
  entryPoints: { extension: 'packages/vscode/src/extension.ts', server: 'packages/language-server/src/main.ts' },
  outdir: 'packages/vscode/out',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  minifySyntax: true,
  metafile: true,
};

/**
 * @param {{ readonly minifyWhitespace?: boolean, readonly sourcemap?: boolean }} options
 * @returns {Promise<readonly string[]>} every file that became part of a bundle, relative to the root of the repository
 */
export async function bundle(options) {
  const { metafile } = await build({ ...OPTIONS, ...options });
  cpSync(join(HERE, '../../docs/breakwater.schema.json'), join(HERE, 'out/breakwater.schema.json'));
  return Object.keys(metafile?.inputs ?? {});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle({ sourcemap: true });
