import { pointerOf, readText, type Snapshot } from '@breakwater/core';
import { expect, test } from 'vitest';
import { parsePath } from '../src/path/parse-path.ts';
import { resolvedView } from '../src/run/view.ts';
import { walk } from '../src/run/walk.ts';

const TEXT = `
paths:
  /a:
    get: { tags: [x, y], responses: { '200': {}, '404': {} } }
    parameters: [{ name: p, in: path }, { $ref: '#/parameters/q' }]
  /b/{id}: { post: { responses: { '404': { properties: { type: 1 } } } } }
parameters:
  q: { name: q, in: query }
loop: { again: { $ref: '#/loop' }, name: n }
nothing: null
`;

/** What a path finds, as pointers of the values, in the order of the text. */
function found(text: string): readonly string[] {
  const { root, problems } = readText({ uri: 'a.yaml', text: TEXT });
  const path = parsePath(text);
  if ('refusal' in path || !root) throw new Error('refusal' in path ? path.refusal : String(problems));
  const references = [...TEXT.matchAll(/\$ref/g)].length > 0 ? referencesOf(root) : [];
  const snapshot: Snapshot = {
    entry: 'a.yaml',
    files: new Map([['a.yaml', { source: { uri: 'a.yaml', text: TEXT }, root, problems, damaged: false, references }]]),
    absent: new Map(),
  };
  const pointers: string[] = [];
  const place = (frame: Parameters<Parameters<typeof walk>[2]['found']>[1]) => {
    let at: typeof frame | undefined = frame;
    for (let i = 0; i < path.parents; i++) at = at?.parent;
    if (at) pointers.push(path.keyed ? `${at.key}` : pointerOf(at.node));
  };
  expect(walk(root, [path], { seen: resolvedView(snapshot), found: (_, frame) => place(frame) })).toBe(true);
  return [...new Set(pointers)].sort();
}

function referencesOf(root: NonNullable<ReturnType<typeof readText>['root']>) {
  const all: import('@breakwater/core').ScalarNode[] = [];
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'map') for (const { name, value } of node.entries) name === '$ref' && value.kind === 'scalar' ? all.push(value) : stack.push(value);
    if (node.kind === 'seq') stack.push(...node.items);
  }
  return all;
}

test.each([
  ['$', ['']],
  ['$.paths', ['/paths']],
  ['$.paths[*]', ['/paths/~1a', '/paths/~1b~1{id}']],
  ['$.paths.*~', ['/a', '/b/{id}']],
  ["$.paths['/a']", ['/paths/~1a']],
  ['$.paths[*][get,post]', ['/paths/~1a/get', '/paths/~1b~1{id}/post']],
  ['$.paths[*].[get,post]', ['/paths/~1a/get', '/paths/~1b~1{id}/post']],
  ['$..tags[0]', ['/paths/~1a/get/tags/0']],
  ['$..tags[-1:]', ['/paths/~1a/get/tags/1']],
  ['$..tags[(@.length-1)]', ['/paths/~1a/get/tags/1']],
  ['$..tags[::2]', ['/paths/~1a/get/tags/0']],
  ['$..responses.404', ['/paths/~1a/get/responses/404', '/paths/~1b~1{id}/post/responses/404']],
  ['$..responses[?(@property >= 400)]^', ['/paths/~1a/get/responses', '/paths/~1b~1{id}/post/responses']],
  ['$..responses[?(@property == "200")]^^', ['/paths/~1a/get']],
  ['$.paths[*].post^~', ['/b/{id}']],
  // References are followed, and the place is what they mean.
  ['$.paths[*].parameters[*]', ['/parameters/q', '/paths/~1a/parameters/0']],
  ["$.paths[*].parameters[?(@.in === 'query')]", ['/parameters/q']],
  ["$..[?(@ && @.in == 'path')]", ['/paths/~1a/parameters/0']],
  ['$.paths[?(@property.match(/\\{.*\\}$/))]', ['/paths/~1b~1{id}']],
  ["$.paths[?(!@path.match(/\\}']$/))]", ['/paths/~1a']],
  ["$.paths[?(@property!='/a')]~", ['/b/{id}']],
  ["$..[?(@property === 'type' && @parentProperty === 'properties')]", ['/paths/~1b~1{id}/post/responses/404/properties/type']],
  ['$.paths[*][?(@.tags && @.tags.includes("x"))]', ['/paths/~1a/get']],
  ['$.paths[*][?(@.tags && @.tags.length > 2)]', []],
  ['$..[?(@ && @.tags && @.tags.constructor.name === "Array")]', ['/paths/~1a/get']],
  // A circle ends, and what is asked of nothing does not hold.
  ['$.loop..name', ['/loop/name']],
  ['$[?(@.name)]', ['/loop']],
  ['$..*.name', ['/loop/name', '/parameters/q/name', '/paths/~1a/parameters/0/name']],
] as const)('%s', (path, pointers) => expect(found(path)).toEqual([...pointers].sort()));

test.each([
  ['paths', 'does not begin with `$`'],
  ['$.a^.b', 'goes on after `^` or `~`, which Breakwater reads at the end only'],
  ['$[?(@.a', 'has a filter that does not end'],
  ['$[?(process.exit())]', 'has a filter that asks for `process`, which Breakwater does not know'],
  ['$[?(@.constructor.constructor("return 1")())]', 'has a filter that calls what is no method'],
  ['$[?(@.a.call(1))]', 'has a filter that calls `call`, which Breakwater does not know'],
  ['$[a', 'has brackets that do not end'],
  ['~', 'does not begin with `$`'],
  ['$~', 'asks for the key or the parent of the root'],
  [`$${'.a'.repeat(2000)}`, 'is longer than 2000 characters'],
])('%s is no path', (path, refusal) => expect(parsePath(path)).toEqual({ refusal }));
