import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { BUNDLES } from '../../scripts/bundles.ts';
import { PROJECT } from '../github/description.ts';

/** What of others is in the bundle of the Action, which runs with a token. */

/** Reviewed: who adds one says what for. Those of GitHub bring the half of them. */
const PACKAGES = [
  ...['@actions/core', '@actions/exec', '@actions/github', '@actions/http-client', '@actions/io', '@jsep-plugin/regex'],
  ...['@octokit/auth-token', '@octokit/core', '@octokit/endpoint', '@octokit/graphql', '@octokit/plugin-paginate-rest'],
  ...['@octokit/plugin-rest-endpoint-methods', '@octokit/request', '@octokit/request-error', 'ajv', 'ajv-formats', 'before-after-hook'],
  ...['content-type', 'fast-deep-equal', 'fast-uri', 'js-yaml', 'js-yaml-4', 'jsep', 'json-schema-traverse', 'json-with-bigint', 'tunnel'],
  ...['undici', 'universal-user-agent', 'yaml'],
];

let folders: readonly string[] = [];
beforeAll(async () => {
  const { metafile } = await build({ ...BUNDLES.action, write: false, metafile: true });
  const found = Object.keys(metafile?.inputs ?? {}).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []);
  folders = [...new Set(found)].sort();
});

const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly license?: string;
}

const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(PROJECT, folder, 'package.json'), 'utf8'));

test('holds the packages that were reviewed, none of which unpacks an archive', () => {
  expect([...new Set(folders.map(nameOf))]).toEqual(PACKAGES);
});

test('holds no package that runs a script when it is installed, and none of another licence', () => {
  const scripts = folders.flatMap((folder) => Object.keys(manifestIn(folder).scripts ?? {}).filter((name) => /^(?:pre|post)?install$/.test(name)));
  expect(scripts).toEqual([]);
  expect(folders.filter((folder) => !/^(?:MIT|Apache-2.0|BSD-[23]-Clause|ISC)$/.test(manifestIn(folder).license ?? ''))).toEqual([]);
});

test('our own packages in it choose at most twelve of others', () => {
  const own = readdirSync(join(PROJECT, 'packages')).filter((name) => !['cli', 'language-server', 'vscode'].includes(name));
  const chosen = own.flatMap((name) => Object.keys(manifestIn(`packages/${name}`).dependencies ?? {})).filter((name) => !name.startsWith('@breakwater/'));
  expect(new Set(chosen).size).toBeGreaterThan(3);
  expect(new Set(chosen).size).toBeLessThanOrEqual(12);
});
