import { describe, expect, test } from 'vitest';
import { readText } from '../../src/tree/read-text.ts';
import { readTolerantYaml } from '../../src/tree/yaml-tolerant-reader.ts';
import { misplaced } from './tree-law.ts';

/** Reads, and checks that the places are inside the text and parents are around their children. */
function read(text: string, uri = 'a.yaml'): ReturnType<typeof readText> {
  const result = readText({ uri, text });
  const wrong = misplaced(result.root, text.length);
  if (wrong.length > 0) expect.fail(`${JSON.stringify(text.slice(-40))}: ${wrong[0]}`);
  return result;
}

const LIKE_A_REAL_ONE = `openapi: 3.1.0
info:
  title: "Pets: a shop"
  description: |
    Everything about pets.

      - more indented
  version: '1.0'   # a comment
  x-folded: >-
    one line
    of text
servers:
- url: https://example.com/{base}
  variables: {base: {default: v1, enum: [v1, "v2"]}}
x-common: &common
  deprecated: false
  tags: [pets, 'the "others"']
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - $ref: '#/components/parameters/Limit'
    get:
      <<: *common
      operationId: getPet
      responses:
        200:
          description: ok
          content:
            application/json: { schema: { $ref: "#/components/schemas/Pet" } }
        default: &error
          description: "An error
            on two lines"
    delete:
      <<: [*common, {summary: gone}]
      responses: {204: {description: deleted}, default: *error}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer, maximum: 100, default: ~}}
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string, pattern: '^\\\\w+$'}
        age:
          type: [integer, "null"]
          minimum: 0
        ? tag
        : type: string
`;
const OPERATIONS = Array.from(
  { length: 20 },
  (_, i) => `  /generated/${i}:
    post:
      summary: Number ${i}
      requestBody:
        content: {text/plain: {schema: {type: string, example: "a ${i}"}}}
      responses:
        '201': {description: "made"}
        4XX:
          description: >
            wrong
`,
).join('');
const DOCUMENT = LIKE_A_REAL_ONE.replace('components:\n', `${OPERATIONS}components:\n`);

describe('half-typed', () => {
  test('the document itself is whole', () => {
    expect(DOCUMENT.split('\n').length).toBeGreaterThan(200);
    expect(read(DOCUMENT)).toMatchObject({ problems: [], damaged: false });
  });

  test('every prefix gives a tree or a problem', () => {
    for (let end = 0; end < DOCUMENT.length; end++) {
      const text = DOCUMENT.slice(0, end);
      const { root, problems, damaged } = read(text);
      if (!root && problems.length === 0) expect.fail(`nothing at ${end}`);
      if (damaged && problems.length === 0) expect.fail(`damaged without a reason at ${end}`);
    }
  });

  test('every line left out, and every prefix of JSON', () => {
    const lines = DOCUMENT.split('\n');
    for (const index of lines.keys()) read(lines.toSpliced(index, 1).join('\n'));
    const json = '{"openapi": "3.1.0", "paths": {"/a": {"get": {"tags": ["x", "\\u0041\\n"], "deprecated": false, "x": [1, -2.5e3, null, {}]}}}}';
    for (let end = 0; end < json.length; end++) {
      for (const uri of ['a.json', 'a.yaml']) expect(read(json.slice(0, end), uri).damaged, `${uri} ${end}`).toBe(true);
    }
  });

  test('the tolerant reader takes any text by itself', () => {
    for (const text of ['', '\0', '{', '&', '*', '!', '? ? :', '- - -\n-', '"', "'", '|', '>-', '%YAML 9.9\n---', '[a: b: c]']) {
      expect(() => readTolerantYaml({ uri: 'a.yaml', text })).not.toThrow();
    }
  });
});
