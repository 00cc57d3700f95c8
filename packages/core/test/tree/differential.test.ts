import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { expect, test } from 'vitest';
import { readJson } from '../../src/tree/json-reader.ts';
import { readText } from '../../src/tree/read-text.ts';
import { readYaml } from '../../src/tree/read-yaml.ts';
import { toValue } from '../../src/tree/to-value.ts';
import { readLegacyYaml } from '../../src/tree/yaml-legacy-reader.ts';
import { readStrictYaml } from '../../src/tree/yaml-reader.ts';
import { readTolerantYaml } from '../../src/tree/yaml-tolerant-reader.ts';
import { corpusFile, corpusPaths, hasCorpus, sample } from './corpus.ts';
import { difference, misplaced, scalarsOf } from './tree-law.ts';

const paths = corpusPaths('openapi', 'asyncapi', 'jsonschema');
const yaml = paths.filter((path) => /\.ya?ml$/.test(path));
const json = corpusPaths('openapi', 'asyncapi', 'jsonschema', 'avro', 'pact').filter((path) => path.endsWith('.json'));
const MB = 1_000_000;

/** Descriptions that only older parsers load: all of them for one reason, and with the meaning that js-yaml 4 and libyaml give them. */
const OLD_FASHIONED = yaml.filter((path) => /docker-engine|iceberg-rest-catalog-open-api/.test(path));

function read(reader: typeof readText, path: string, text: string): ReturnType<typeof readText> {
  return reader({ uri: path, text });
}

/** Plain data that can be compared: no prototypes, and no difference between a number and the infinity it became. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (inner === Infinity ? '1e999' : inner));
}

function strict(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA.withTags(mergeTag), json: true, maxDepth: 500, maxTotalMergeKeys: -1 });
}

test.skipIf(!hasCorpus)('the samples are large enough to prove something', () => {
  expect(sample(yaml, 12 * MB, MB).length).toBeGreaterThan(1000);
  expect(sample(yaml, 3 * MB, MB / 2).length).toBeGreaterThan(500);
  expect(sample(json, 5 * MB, MB / 2).length).toBeGreaterThan(100);
});

test.skipIf(!hasCorpus)('published descriptions in YAML mean what js-yaml 5 makes of them', () => {
  const wrong: string[] = [];
  for (const { path, text } of sample(yaml, 12 * MB, MB)) {
    if (OLD_FASHIONED.includes(path)) continue;
    const { root, problems, damaged } = read(readText, path, text);
    if (problems.some(({ code }) => code === 'duplicate-key')) continue;
    if (problems.length > 0 || damaged) wrong.push(`${path}: ${problems[0]?.message}`);
    else if (!root || plain(toValue(root)) !== plain(strict(text))) wrong.push(`${path}: another value`);
  }
  expect(wrong).toEqual([]);
});

test.skipIf(!hasCorpus)('published descriptions in JSON mean what JSON.parse makes of them', () => {
  const wrong: string[] = [];
  for (const { path, text } of sample(json, 20 * MB, 3 * MB)) {
    const { root, problems } = read(readText, path, text);
    if (problems.length > 0 || !root || plain(toValue(root)) !== plain(JSON.parse(text.replace(/^\ufeff/, '')))) wrong.push(`${path}: ${problems[0]?.message}`);
  }
  expect(wrong).toEqual([]);
});

test.skipIf(!hasCorpus)('the strict and the tolerant reader build the same tree, place by place', () => {
  const wrong: string[] = [];
  for (const { path, text } of sample(yaml, 3 * MB, MB / 2)) {
    if (OLD_FASHIONED.includes(path)) continue;
    const found = difference(read(readStrictYaml, path, text).root, read(readTolerantYaml, path, text).root);
    if (found) wrong.push(`${path}${found}`);
  }
  expect(wrong).toEqual([]);
});

test.skipIf(!hasCorpus)('JSON read as YAML is the same tree, place by place', () => {
  const wrong: string[] = [];
  for (const { path, text } of sample(json, 5 * MB, MB / 2)) {
    const found = difference(read(readJson, path, text).root, read(readYaml, path, text).root);
    if (found) wrong.push(`${path}${found}`);
  }
  expect(wrong).toEqual([]);
});

test.skipIf(!hasCorpus)('descriptions that only older parsers load keep their meaning, with one problem', async () => {
  const { load: load4, CORE_SCHEMA: core4 } = (await import('js-yaml-4')) as unknown as {
    load: (text: string, options: object) => unknown;
    CORE_SCHEMA: unknown;
  };
  const seen: string[] = [];
  for (const path of OLD_FASHIONED) {
    const { text } = corpusFile(path);
    const { root, problems, damaged } = read(readText, path, text);
    if (problems.length === 0) continue;
    seen.push(path);
    expect([path, problems.map(({ code }) => code), damaged]).toEqual([path, ['deprecated-yaml'], false]);
    expect(root && plain(toValue(root)) === plain(load4(text, { schema: core4 })), path).toBe(true);
    expect(misplaced(root, text.length), path).toEqual([]);
  }
  expect(seen.length).toBeGreaterThanOrEqual(10);
});

test.skipIf(!hasCorpus)('docker-engine v1.25 has the 87 paths that libyaml finds', () => {
  const path = yaml.find((each) => each.includes('docker-engine/00-v1.25'));
  const { text } = corpusFile(path ?? '');
  const { root } = readLegacyYaml({ uri: 'swagger.yaml', text });
  const value = root && (toValue(root) as { paths: object });
  expect(Object.keys(value?.paths ?? {})).toHaveLength(87);
});

test.skipIf(!hasCorpus)('children stand inside their parents, and the text of a scalar is its value', () => {
  const wrong: string[] = [];
  for (const { path, text } of [...sample(yaml, 3 * MB, MB / 2), ...sample(json, 3 * MB, MB / 2)]) {
    const { root } = read(readText, path, text);
    wrong.push(...misplaced(root, text.length).map((reason) => `${path}: ${reason}`));
    for (const node of scalarsOf(root)) {
      if (node.style === 'block' || node.start === node.end) continue;
      const source = text.slice(node.start, node.end);
      const again = readYaml({ uri: path, text: source }).root;
      if (again?.kind !== 'scalar' || again.value !== node.value) wrong.push(`${path}: ${node.start}-${node.end} is not ${node.value}`);
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});
