import { afterEach, expect, test } from 'vitest';
import { Editor, newFolder } from './editor.ts';

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

const described = (version: string, schema: string) => `${version}
info: { title: t, version: '1' }
paths: {}
${version.startsWith('swagger') ? 'definitions: { ' : 'components: { schemas: { '}Name: ${schema}${version.startsWith('swagger') ? ' }' : ' } }'}
`;

test.each([
  ['openapi: 3.0.4', '{ type: string, nullable: true }', []],
  ['openapi: 3.0.4', "{ type: [string, 'null'] }", ['oas-structure']],
  ['openapi: 3.1.1', "{ type: [string, 'null'], const: a }", []],
  ['openapi: 3.1.1', '{ type: string, nullable: true }', ['no-nullable-in-31']],
  ['openapi: 3.2.0', "{ type: [string, 'null'] }", []],
  ['openapi: 3.2.0', '{ type: string, nullable: true }', ['no-nullable-in-31']],
  ["swagger: '2.0'", '{ type: string, nullable: true }', ['oas-structure']],
])('a contract is judged by its own version: %s with %s', async (version, schema, expected) => {
  const folder = newFolder({ 'breakwater.yaml': 'extends: minimal\n' });
  const editor = await Editor.start(folder);
  editors.push(editor);
  await editor.open('api.yaml', described(version, schema));
  await editor.settle('api.yaml');
  expect(editor.diagnosticsOf('api.yaml').map(({ code }) => code)).toEqual(expected);
});
