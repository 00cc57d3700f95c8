import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/tree/json-reader.ts';
import { readText } from '../../src/tree/read-text.ts';
import { readStrictYaml } from '../../src/tree/yaml-reader.ts';
import { readTolerantYaml } from '../../src/tree/yaml-tolerant-reader.ts';
import { corpusFile, corpusPaths, hasCorpus } from './corpus.ts';
import { difference, misplaced } from './tree-law.ts';

type Codes = readonly string[];

/** What a text's problems come to: nothing, or that it is not what it should be. */
function codesOf(read: typeof readText, uri: string, text: string): Codes {
  const { root, problems, damaged } = read({ uri, text });
  expect(misplaced(root, text.length), uri).toEqual([]);
  for (const { span } of problems) expect(span.start >= 0 && span.end >= span.start && span.end <= text.length + 1, uri).toBe(true);
  return [...new Set([...problems.map(({ code }) => code), ...(damaged ? ['damaged'] : [])])];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(yaml|json)$/, '');
}

/** Valid YAML that is not one contract, or of which we keep less than YAML has; by the words of the problem. */
const NOT_ACCEPTED: Readonly<Record<string, { reason: string; names: string }>> = {
  'A second document': {
    reason: 'A contract is one document: a stream of several is read up to its first end.',
    names: '35KP 5TYM 6WLZ 6XDY 6ZKB 7Z25 9DXL 9KAX 9WXW JHB9 KSS4 L383 M7A3 NKF9 PUW8 RZT7 U9NS UT92 W4TN',
  },
  'A key is a list or a mapping': {
    reason: 'JSON has text for keys only, and every format here is defined on JSON.',
    names: '4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8_00 M2N8_01 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D',
  },
  'The file is empty': { reason: 'A stream without a document says nothing that could be a contract.', names: '8G76 98YD AVM7 HWV9 QT73' },
  'stands twice': { reason: 'Two keys without text are equal; the suite looks at the syntax alone.', names: '2JQS' },
  'does not fit this value': { reason: '`%TAG` gives `!!int` another meaning, which is not followed.', names: 'P76L' },
};

/** No YAML 1.2, but libyaml and js-yaml 4 load it, and so do we, with a problem of its own: lines that are indented too little. */
const OLD_FASHIONED = ['9C9N', 'DK95_01', 'QB6E', 'Y79Y_003'];

describe.skipIf(!hasCorpus)('yaml-test-suite', () => {
  test('accepts what is YAML, except what one contract cannot be', () => {
    const paths = corpusPaths('broken/yaml-test-suite/pass');
    expect(paths.length).toBeGreaterThan(250);
    const refused: string[] = [];
    for (const path of paths) {
      const { text } = corpusFile(path);
      if (codesOf(readText, path, text).length === 0) continue;
      const { problems } = readText({ uri: path, text });
      const known = Object.entries(NOT_ACCEPTED).filter(([words]) => problems.every(({ message }) => message.includes(words)));
      if (!known.some(([, { names }]) => names.split(' ').includes(nameOf(path)))) refused.push(`${nameOf(path)}: ${problems[0]?.message}`);
    }
    expect(refused).toEqual([]);
  });

  test('refuses what is no YAML, except what older parsers load', () => {
    const paths = corpusPaths('broken/yaml-test-suite/fail');
    expect(paths.length).toBeGreaterThan(90);
    const codes = new Map(paths.map((path) => [nameOf(path), codesOf(readText, path, corpusFile(path).text)]));
    expect([...codes].filter(([, found]) => !found.includes('syntax')).map(([name]) => name)).toEqual(OLD_FASHIONED);
    for (const name of OLD_FASHIONED) expect(codes.get(name)).toEqual(['deprecated-yaml']);
  });

  test('the tolerant reader builds the tree of the strict one', () => {
    const wrong: string[] = [];
    for (const path of corpusPaths('broken/yaml-test-suite/pass')) {
      const { text } = corpusFile(path);
      const strict = readStrictYaml({ uri: path, text }).root;
      const found = strict && difference(strict, readTolerantYaml({ uri: path, text }).root);
      if (found) wrong.push(`${path}${found}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe.skipIf(!hasCorpus)('JSONTestSuite', () => {
  const cases = (prefix: string): string[] => corpusPaths('broken/json-test-suite').filter((path) => path.includes(`/${prefix}_`));

  test('reads what is JSON', () => {
    const paths = cases('y');
    expect(paths.length).toBeGreaterThan(90);
    const wrong = paths.filter((path) => codesOf(readJson, path, corpusFile(path).text).includes('syntax'));
    expect(wrong).toEqual([]);
    for (const path of paths) expect(codesOf(readText, path, corpusFile(path).text), path).not.toContain('syntax');
  });

  test('tells what is no JSON', () => {
    const paths = cases('n');
    expect(paths.length).toBeGreaterThan(180);
    const wrong = paths.filter((path) => codesOf(readJson, path, corpusFile(path).text).length === 0);
    expect(wrong).toEqual([]);
  });

  test('survives what may be either, under any name', () => {
    for (const path of corpusPaths('broken/json-test-suite')) {
      const { text } = corpusFile(path);
      codesOf(readJson, path, text);
      codesOf(readText, 'a.yaml', text);
    }
  });
});
