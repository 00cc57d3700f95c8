/** Bundles the extension and the server that it starts into `out/`, beside the schema of the configuration: `node packages/vscode/build.mjs`. */
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: join(HERE, '../..'),
  outdir: 'packages/vscode/out',
  bundle: true,
  external: ['vscode'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  minifySyntax: true,
  metafile: true,
};

/**
 * The extension and its server for Node, the extension in a browser, and its server there, which is a worker.
 * @type {readonly import('esbuild').BuildOptions[]}
 */
const BUNDLES = [
  {
    entryPoints: { extension: 'packages/vscode/src/extension.ts', server: 'packages/language-server/src/main.ts' },
    ...{ outExtension: { '.js': '.cjs' }, platform: 'node', format: 'cjs', target: 'node22' },
  },
  {
    entryPoints: { 'extension-browser': 'packages/vscode/src/browser.ts' },
    ...{ outExtension: { '.js': '.cjs' }, platform: 'browser', format: 'cjs', target: 'es2024' },
  },
  { entryPoints: { 'server-browser': 'packages/language-server/src/browser.ts' }, platform: 'browser', format: 'iife', target: 'es2024' },
];

/**
 * @param {{ readonly minifyWhitespace?: boolean, readonly sourcemap?: boolean }} options
 * @returns {Promise<readonly string[]>} every file that became part of a bundle, relative to the root of the repository
 */
export async function bundle(options) {
  const built = await Promise.all(BUNDLES.map((own) => build({ ...COMMON, ...own, ...options })));
  copyMedia();
  return built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
}

/** What the walkthrough shows: `npm run e2e -- --pictures` takes the pictures. */
function copyMedia() {
  for (const name of ['editor.png', 'fixes.png', 'changes.png', 'report.png']) cpSync(join(HERE, '../../docs/images', name), join(HERE, 'out/media', name));
  cpSync(join(HERE, 'configure.md'), join(HERE, 'out/media/configure.md'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle({ sourcemap: true });
