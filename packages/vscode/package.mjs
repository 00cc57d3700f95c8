/** Writes `dist/breakwater.vsix`: `npm run package`. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { bundle } from './build.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const STAGE = join(HERE, 'dist');
const VSIX = join(ROOT, 'dist/breakwater.vsix');
const MAX_BYTES = 3_000_000;

/** What is shipped lies in a folder of its own, so that nothing else can slip into the package. */
function stage(bundled) {
  rmSync(STAGE, { recursive: true, force: true });
  mkdirSync(join(STAGE, 'out'), { recursive: true });
  for (const name of ['extension.cjs', 'server.cjs', 'extension-browser.cjs', 'server-browser.js']) cpSync(join(HERE, 'out', name), join(STAGE, 'out', name));
  cpSync(join(HERE, 'out/media'), join(STAGE, 'out/media'), { recursive: true });
  for (const name of ['README.md', 'icon.png']) cpSync(join(HERE, name), join(STAGE, name));
  cpSync(join(ROOT, 'LICENSE'), join(STAGE, 'LICENSE'));
  cpSync(join(ROOT, 'CHANGELOG.md'), join(STAGE, 'CHANGELOG.md'));
  writeFileSync(join(STAGE, 'package.json'), manifest());
  writeFileSync(join(STAGE, 'NOTICES.txt'), notices(bundled));
}

/** Without dependencies: the bundles hold them. */
function manifest() {
  const { private: _, dependencies: __, ...published } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
  return JSON.stringify({ ...published, files: ['*', 'out/*', 'out/media/*'] }, null, 2);
}

/** The licences of others ask to be handed on with their code. */
function notices(bundled) {
  const folders = new Set(bundled.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...folders]
    .sort()
    .map(notice)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(ROOT, folder)).find((candidate) => /^licen[cs]e/i.test(candidate));
  const text = file && existsSync(join(ROOT, folder, file)) ? readFileSync(join(ROOT, folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}

stage(await bundle({ minifyWhitespace: true, minifyIdentifiers: true }));
mkdirSync(dirname(VSIX), { recursive: true });
await createVSIX({ cwd: STAGE, packagePath: VSIX, dependencies: false });
const { size } = statSync(VSIX);
console.log(`${VSIX}: ${(size / 1_000_000).toFixed(2)} MB`);
if (size > MAX_BYTES) throw new Error(`${VSIX} has ${size} bytes, more than ${MAX_BYTES}.`);
