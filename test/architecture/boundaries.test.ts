import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Who may import whom. A folder may always import itself and what is below it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/core/src/text': [],
  'packages/core/src/tree': ['packages/core/src/text'],
  'packages/core/src/edit': ['packages/core/src/text', 'packages/core/src/tree'],
  'packages/core/src/finding': ['packages/core/src/text', 'packages/core/src/tree'],
  'packages/core/src/workspace': ['packages/core/src/text', 'packages/core/src/tree', 'packages/core/src/finding'],
  'packages/core/src/problems': ['packages/core/src/text', 'packages/core/src/tree', 'packages/core/src/finding', 'packages/core/src/workspace'],
  'packages/core/src/policy': ['packages/core/src/finding', 'packages/core/src/text'],
  'packages/core/src/config': [
    'packages/core/src/text',
    'packages/core/src/tree',
    'packages/core/src/edit',
    'packages/core/src/finding',
    'packages/core/src/workspace',
    'packages/core/src/problems',
    'packages/core/src/policy',
    'packages/core/src/report',
    'packages/core/src/engine',
    'packages/core/src/edit',
  ],
  'packages/core/src/report': ['packages/core/src/finding', 'packages/core/src/text'],
  'packages/core/src/engine': [
    'packages/core/src/text',
    'packages/core/src/tree',
    'packages/core/src/edit',
    'packages/core/src/finding',
    'packages/core/src/workspace',
    'packages/core/src/problems',
    'packages/core/src/policy',
    'packages/core/src/report',
  ],
  'packages/json-schema/src': ['@breakwater/core', 'ajv', 'ajv-draft-04'],
  'packages/json-schema/src/containment': ['ajv', 'ajv-formats', 're2js'],
  'packages/openapi/src': ['@breakwater/core', '@breakwater/json-schema'],
  'packages/spectral/src': ['@breakwater/core', '@breakwater/json-schema', 'jsep', '@jsep-plugin/regex'],
  'packages/formats/src': ['@breakwater/core', '@breakwater/openapi', '@breakwater/spectral'],
  'packages/node/src': ['@breakwater/core', 'node:'],
  'packages/cli/src': [
    '@breakwater/core',
    '@breakwater/formats',
    '@breakwater/node',
    '@breakwater/language-server',
    '@apidevtools/swagger-parser',
    'commander',
    'js-yaml',
    'node:',
    'packages/cli/package.json',
  ],
  'packages/language-server/src': ['@breakwater/core', '@breakwater/formats', 'vscode-', 'packages/language-server/package.json'],
  'packages/language-server/src/surroundings': ['packages/language-server/src/session/path.ts', '@breakwater/core', '@breakwater/node', 'node:', 'vscode-'],
  'packages/action/src': [
    '@breakwater/core',
    '@breakwater/formats',
    '@breakwater/node',
    '@actions/',
    '@octokit/',
    'ajv',
    'node:',
    'packages/action/package.json',
  ],
  'packages/vscode/src': ['vscode', 'vscode-', 'node:'],
};

/** Libraries that one folder of the core may use beside its own kind. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = { 'packages/core/src/tree': ['js-yaml', 'js-yaml-4', 'yaml', 'jsonc-parser'] };

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = [...text.matchAll(/(?:^|\n)(?:import|export)\b[^'";]*?from '([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import '([^']+)'/g)];
  return found.map(([, a, b, c]) => a ?? b ?? c ?? '').map((name) => (name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), name)) : name));
}

/** The most specific row for a file; a package's `index.ts` may import all of its package. */
function rowOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

test('every import is in the table', () => {
  const files = readdirSync(join(ROOT, 'packages')).flatMap((name) =>
    existsSync(join(ROOT, 'packages', name, 'src')) ? sourcesBelow(`packages/${name}/src`) : [],
  );
  const wrong = files.flatMap((file) => {
    if (file === 'packages/core/src/index.ts') return [];
    const row = rowOf(file);
    if (row === undefined) return [`${file} is in no row of the table`];
    const allowed = [row, ...(MAY_IMPORT[row] ?? []), ...(LIBRARIES[row] ?? [])];
    return importsOf(file)
      .filter(
        (name) =>
          !allowed.some(
            (prefix) => name === prefix || name.startsWith(prefix.endsWith(':') || prefix.endsWith('-') || prefix.endsWith('/') ? prefix : `${prefix}/`),
          ),
      )
      .map((name) => `${file} imports ${name}`);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test('only where the server starts it is said on what it runs', () => {
  const bound = sourcesBelow('packages/language-server/src').filter((file) =>
    importsOf(file).some((name) => /^vscode-languageserver\/(node|browser)$/.test(name)),
  );
  expect(bound.map((file) => basename(file)).sort()).toEqual(['browser.ts', 'main.ts', 'stdio.ts']);
});

test('the table names only folders that exist', () => {
  expect(Object.keys(MAY_IMPORT).filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
});

test('pure packages compile without Node and without a browser', () => {
  for (const name of ['core', 'json-schema', 'openapi', 'formats']) {
    const { extends: base, compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'packages', name, 'tsconfig.json'), 'utf8'));
    expect([name, base, compilerOptions]).toEqual([name, '../../tsconfig.base.json', undefined]);
  }
  const { lib, types } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')).compilerOptions;
  expect({ lib, types }).toEqual({ lib: ['ES2023'], types: [] });
});

test.each(['core', 'formats'])('%s bundles for a browser', async (name) => {
  const { errors } = await build({
    entryPoints: [join(ROOT, 'packages', name, 'src/index.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
  });
  expect(errors).toEqual([]);
});

test('no shell holds a rule id or the name of a format', () => {
  const ids = readdirSync(join(ROOT, 'packages'))
    .flatMap((name) => ['rules', 'changes'].map((folder) => `packages/${name}/src/${folder}`))
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => name.slice(0, -3)),
    );
  const shells = ['cli', 'action', 'language-server', 'vscode'].flatMap((name) => sourcesBelow(`packages/${name}/src`));
  const wrong = shells.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^\s*(\*|\/\*|\/\/).*$/gm, '');
    return ids.filter((id) => id.includes('-') && new RegExp(`'${id}'`).test(text)).map((id) => `${file} names ${id}`);
  });
  expect(wrong).toEqual([]);
});
