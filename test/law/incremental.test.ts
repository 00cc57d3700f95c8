import { createChecker, EditedText, type Host, incrementalReader, LintMemory, memoryHost, overlay, type Settings } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { editedTo } from '../../packages/core/test/text/edited-to.ts';
import { corpusPaths, sample } from '../../packages/core/test/tree/corpus.ts';
import { randomEdit, randomOf } from '../../packages/core/test/tree/random-edit.ts';

const checker = createChecker(FORMATS, { guideOf });

/** People change words more often than they break the text. */
function change(text: string, random: (bound: number) => number): string {
  if (random(3) === 0) return randomEdit(text, random);
  const words = [...text.matchAll(/[A-Za-z0-9]{3,}/g)];
  const [from, to] = [words[random(words.length)], words[random(words.length)]];
  return from && to ? text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length) : text;
}

async function load(host: Host, entry: string, read?: ReturnType<typeof incrementalReader>) {
  const contract = await checker.load(entry, host, read);
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

/** What an editor that remembers says after each edit of one of the files, held to what is said from nothing. */
async function follow(
  files: Readonly<Record<string, string>>,
  entry: string,
  { seed, edits, isStable = true }: { readonly seed: number; readonly edits: number; readonly isStable?: boolean },
): Promise<void> {
  const random = randomOf(seed);
  const settings: Settings = { preset: (['recommended', 'strict', 'full'] as const)[seed % 3] ?? 'recommended' };
  const [read, memory] = [incrementalReader(), new LintMemory()];
  const base = await load(memoryHost(files), entry);
  let now = { ...files };
  const held = new Map(Object.entries(files).map(([uri, text]) => [uri, EditedText.of(text)]));
  for (let i = 0; i < edits; i++) {
    const edited = Object.keys(files)[random(Object.keys(files).length)] ?? entry;
    now = random(6) === 0 ? { ...files } : { ...now, [edited]: change(now[edited] ?? '', random) };
    for (const [uri, text] of held) held.set(uri, editedTo(text, now[uri] ?? ''));
    const isThere = (uri: string) => isStable || uri === entry || random(6) > 0;
    const there = Object.keys(now).filter(isThere);
    const [open, saved] = [new Map([...held].filter(([uri]) => there.includes(uri))), Object.fromEntries(there.map((uri) => [uri, now[uri] ?? '']))];
    const [again, whole] = [await load(overlay(open, memoryHost({})), entry, read), await load(memoryHost(saved), entry)];
    const told = (contract: typeof again, known?: LintMemory) => [checker.lint(contract, settings, known), checker.compare(base, contract, settings)];
    expect(told(again, memory), `${entry}, seed ${seed}, edit ${i} of ${edited}`).toEqual(told(whole));
  }
}

const PATHS = (count: number, file: string) =>
  Array.from(
    { length: count },
    (_, i) => `  /orders/${i}:
    parameters: [{ name: X-Trace, in: header, schema: { type: string } }]
    post:
      operationId: createOrder${i}
      requestBody: { content: { application/json: { schema: { $ref: '${file}#/components/schemas/Order${i}' }, example: { id: ${i} } } } }
      responses:
        '201': { $ref: '${file}#/components/responses/Made' }
        default: { description: wrong, content: { application/json: { schema: { $ref: '${file}#/components/schemas/Order0' } } } }
`,
  ).join('');

const COMPONENTS = (count: number) => `components:
  responses:
    Made: { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Order1' } } } }
  schemas:
${Array.from(
  { length: count },
  (_, i) => `    Order${i}:
      type: object
      required: [id, name]
      properties:
        id: { type: integer, maximum: ${i + 100}, example: ${i * 9} }
        name: { type: string, readOnly: true }
        next: { $ref: '#/components/schemas/Order${(i + 1) % count}' }
`,
).join('')}`;

const HEAD = 'openapi: 3.0.3\ninfo: { title: Orders, version: 1.0.0 }\npaths:\n';

test('what an editor remembers of one file is what is found from nothing', async () => {
  // Of many, the first ones, and those that have found something.
  for (const seed of [0, 1, 2, 3, 209, 211]) await follow({ 'openapi.yaml': HEAD + PATHS(16, '') + COMPONENTS(16) }, 'openapi.yaml', { seed, edits: 30 });
});

const VERBS = ['list', 'List', 'make', 'take'];

/** A description that rules about the whole have much to say of: few names, which come again and again. */
const TANGLE = (count: number) => `openapi: 3.1.0
info: { title: Tangle, version: 1.0.0 }
security: [{ key: [] }]
paths:
${Array.from(
  { length: count },
  (_, i) => `  /things/${['{id}', 'mine', '{name}', `other${i}`][i % 4]}/${i % 3 === 0 ? `{part${i}}` : `part${i}`}:
    ${['get', 'put'][i % 2]}:
      operationId: ${VERBS[i % 4]}Thing${i >> 2}
      description: ${i % 7 === 0 ? '<script>alert(1)</script>' : 'Takes a thing.'}
      ${i % 3 === 0 ? `security: [{ ${['key', 'token', 'gone'][(i / 3) % 3]}: [read] }]` : 'deprecated: false'}
      responses:
        '200':
          description: made
          content: { application/json: { schema: { $ref: '#/components/schemas/Thing${i}' } } }
          links: { next: { operationId: ${VERBS[(i + 1) % 4]}Thing${i >> 2}, parameters: { id: $response.body#/id } } }
        '404': { $ref: '#/components/responses/Fault${i % 3}' }
`,
).join('')}webhooks:
  made: { post: { operationId: madeThing, responses: { '200': { description: taken } } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: key }
    token: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'http://token', scopes: { read: reads } } } }
  responses:
${Array.from({ length: 12 }, (_, i) => `    Fault${i}: { description: fault, content: { application/json: { schema: { $ref: '#/components/schemas/Thing${i * 2}' } } } }\n`).join('')}  schemas:
${Array.from(
  { length: count * 2 },
  (_, i) => `    Thing${i}:
      type: object
      ${i % 5 === 0 ? `discriminator: { propertyName: kind, mapping: { one: Thing${i + 1} } }` : `allOf: [{ $ref: '#/components/schemas/Thing${i - (i % 5)}' }]`}
      required: [kind]
      properties: { kind: { type: string }, code: { type: string }, message: { type: ${i % 4 === 0 ? 'integer' : 'string'} } }
`,
).join('')}`;

test('what an editor remembers of what rules ask of the whole is what is found from nothing', async () => {
  for (const seed of [0, 1006, 5008]) await follow({ 'openapi.yaml': TANGLE(16) }, 'openapi.yaml', { seed, edits: 30 });
});

test('what an editor remembers of files that come and go is what is found from nothing', async () => {
  const whole = TANGLE(12);
  const at = whole.indexOf('  schemas:');
  const parts = `components:\n${whole.slice(at)}`;
  const head = whole.slice(0, at).replaceAll("'#/components/schemas/", "'parts.yaml#/components/schemas/");
  const files = {
    'openapi.yaml': head.replaceAll("'parts.yaml#/components/schemas/Thing1", "'others.yaml#/components/schemas/Thing1"),
    'parts.yaml': parts,
    'others.yaml': parts,
  };
  for (const seed of [0, 1, 9014]) await follow(files, 'openapi.yaml', { seed, edits: 30, isStable: false });
});

test('what an editor remembers of two files is what is found from nothing, large parts and small', async () => {
  for (const seed of [0, 1, 2, 3, 204]) {
    const count = seed % 2 === 0 ? 16 : 2;
    await follow({ 'openapi.yaml': HEAD + PATHS(16, 'parts.yaml'), 'parts.yaml': COMPONENTS(count) }, 'openapi.yaml', { seed, edits: 30 });
  }
});

test('what an editor remembers of published descriptions is what is found from nothing', async () => {
  const files = sample(
    corpusPaths('openapi/specs').filter((path) => /\.(ya?ml|json)$/.test(path)),
    900_000,
    150_000,
  ).filter(({ text }) => text.length > 8_000);
  for (const [seed, { path, text }] of files.entries()) await follow({ [path]: text }, path, { seed, edits: 6 });
});

test('an edit of one path asks rules of little else', async () => {
  let asked: string[] = [];
  const counting = FORMATS.map((format) => ({
    ...format,
    rules: format.rules.map((rule) => ({
      ...rule,
      check(...given: Parameters<typeof rule.check>) {
        asked.push(rule.id);
        rule.check(...given);
      },
    })),
  }));
  const own = createChecker(counting);
  const [read, memory] = [incrementalReader(), new LintMemory()];
  const askedFor = async (text: string) => {
    const contract = await own.load('openapi.yaml', memoryHost({ 'openapi.yaml': text }), read);
    if ('refusal' in contract) throw new Error(contract.refusal);
    asked = [];
    own.lint(contract, {}, memory);
    return asked;
  };
  const text = HEAD + PATHS(60, '') + COMPONENTS(60);
  const whole = await askedFor(text);
  expect(whole.length).toBeGreaterThan(1_000);
  const renamed = await askedFor(text.replace('createOrder7\n', 'createOrder7x\n'));
  expect(renamed.length).toBeLessThan(whole.length / 10);
  expect(renamed).toContain('operation-id-unique');
  expect((await askedFor(text)).length).toBeLessThan(whole.length / 10);
  // Nothing that is called by a name has another one.
  const reworded = await askedFor(text.replace('X-Trace', 'X-Track'));
  for (const id of ['operation-id-unique', 'component-unused', 'path-overlap', 'oas-structure']) expect(whole).toContain(id);
  for (const id of ['operation-id-unique', 'component-unused', 'path-overlap', 'oas-structure']) expect(reworded).not.toContain(id);
});
