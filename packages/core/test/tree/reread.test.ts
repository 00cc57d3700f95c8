import { expect, test } from 'vitest';
import { fileWith } from '../../src/text/edited-file.ts';
import { EditedText } from '../../src/text/edited-text.ts';
import { incrementalReader } from '../../src/tree/incremental-reader.ts';
import type { Node } from '../../src/tree/node.ts';
import { readText } from '../../src/tree/read-text.ts';
import { editedTo } from '../text/edited-to.ts';
import { corpusPaths, hasCorpus, sample } from './corpus.ts';
import { randomEdit, randomOf } from './random-edit.ts';
import { difference, misplaced } from './tree-law.ts';

const DESCRIPTION = (count: number) => `# A description.
openapi: 3.1.0
info:
  title: "Pets: a shop"
  description: |
    Everything about pets.

      - more **indented**
    # no comment
  version: '1.0'   # a comment
tags:
- name: pets
- {name: others}
paths:
${Array.from(
  { length: count },
  (_, i) => `  /pets/${i}:
    # about this one
    get:
      operationId: getPet${i}
      tags: [pets, 'the "others"']
      parameters:
      - name: id
        in: query
      responses:
        200:
          description: >-
            ok
            and more

          content:
            application/json: { schema: { $ref: "#/components/schemas/Pet" } }
`,
).join('')}
components:
  schemas:
${Array.from({ length: count }, (_, i) => `    Pet${i}:\n      type: object\n      description: "A 😀 pet,\n        number ${i}"\n      required: [name]\n`).join('')}`;

/** Reads a text as it is edited, and holds each tree to the one that is read from nothing. How many of the edits kept nodes. */
function follow(start: string, uri: string, seed: number, edits: number): number {
  const random = randomOf(seed);
  const read = incrementalReader();
  let text = start;
  let edited = EditedText.of(start);
  let { root } = read({ uri, text });
  let kept = 0;
  for (let i = 0; i < edits; i++) {
    // What is broken is mended now and then, so that there is something to break.
    const next = random(12) === 0 ? start : randomEdit(text, random);
    const before = nodesOf(root);
    edited = editedTo(edited, next);
    // Some hand over what an editor holds, and some a string.
    const again = read(seed % 2 === 0 ? fileWith(uri, edited) : { uri, text: next });
    const whole = readText({ uri, text: next });
    const where = `${uri}, seed ${seed}, edit ${i}: `;
    if (difference(again.root, whole.root) || misplaced(again.root, next.length).length > 0) {
      expect.fail(`${where}${difference(again.root, whole.root) ?? misplaced(again.root, next.length)[0]}`);
    }
    expect(again.damaged, where).toBe(whole.damaged);
    expect(again.problems.map(told).sort(), where).toEqual(whole.problems.map(told).sort());
    if (nodesOf(again.root).some((node) => before.includes(node))) kept++;
    ({ root } = again);
    text = next;
  }
  return kept;
}

function told({ code, message, span: { start, end }, related }: ReturnType<typeof readText>['problems'][number]): string {
  return `${start}-${end} ${code} ${message} ${related?.start}`;
}

/** The values of the root and of what is right below it. */
function nodesOf(root: Node | undefined): readonly Node[] {
  const below = (node: Node) => (node.kind === 'map' ? node.entries.map(({ value }) => value) : []);
  return root ? below(root).flatMap((node) => [node, ...below(node)]) : [];
}

test.each(['\n', '\r\n', '\r'])('a description that is edited, with lines that end in %j, is what it is from nothing', (lineBreak) => {
  const kept = Array.from({ length: 12 }, (_, seed) => follow(DESCRIPTION(12).replaceAll('\n', lineBreak), 'a.yaml', seed + 1, 60));
  expect(kept.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(80);
});

test('JSON that is edited is what it is from nothing', () => {
  const value = {
    openapi: '3.1.0',
    paths: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`/a/${i}`, { get: { tags: ['x', { y: i }], description: 'A "😀"' } }])),
  };
  const kept = Array.from({ length: 12 }, (_, seed) => follow(JSON.stringify(value, undefined, 2), 'a.json', seed + 1, 60));
  expect(kept.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(50);
});

test('published descriptions that are edited are what they are from nothing', () => {
  const paths = corpusPaths('openapi/specs').filter((path) => /\.ya?ml$/.test(path));
  const kept = sample(paths, 1_500_000, 150_000).map(({ path, text }, i) => follow(text, path, i, 25));
  expect(!hasCorpus || kept.reduce((sum, one) => sum + one, 0) > kept.length).toBe(true);
});
