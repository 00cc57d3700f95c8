import { entriesOf, itemsOf, type LoadedFile, type Node, readText, type ScalarNode, type Snapshot } from '@breakwater/core';
import { type Containment, type ContainmentOptions, contains, type Side } from './containment/index.ts';
import { type Dialect, draftOf } from './dialect.ts';
import { withIdentifiers } from './identifiers.ts';
import { METASCHEMAS } from './metaschemas.ts';
import { createTranslator } from './translate.ts';

export interface SchemaOptions extends ContainmentOptions {
  /** How both schemas are spelled. Default: what their `$schema` names, else 2020-12. */
  readonly dialect?: Dialect;
  /**
   * Whether `format` constrains values: an annotation (default) says nothing about them; an assertion means what ajv-formats
   * understands by it, and a format that is not known there says nothing.
   */
  readonly formats?: 'annotation' | 'assertion';
}

/**
 * Is every JSON value that `sub` admits also admitted by `sup`? The schemas are plain data in any draft from 4 to 2020-12, or
 * schema objects of OpenAPI; references lead inside the one document, or to the metaschema of its draft.
 *
 * `contained` is proved. A `witness` is a value of `sub` that `sup` refuses, confirmed by ajv. `unknown` says why.
 */
export function containsSchema(sub: unknown, sup: unknown, options: SchemaOptions = {}): Containment {
  const { contentModel = 'open', budget } = options;
  return contains(sideOf(sub, options), sideOf(sup, options), { contentModel, ...(budget !== undefined && { budget }) });
}

/** A schema document as one side of a question to the engine: plain data, in the dialect that is given or that it names. */
export function sideOf(schema: unknown, { dialect: given, formats = 'annotation' }: Pick<SchemaOptions, 'dialect' | 'formats'>): Side {
  const dialect = given ?? draftOf(metaschemaIn(schema));
  const file = fileOf('schema.json', schema, dialect);
  if (!file.root) return { schema: true, set: { resolve: () => undefined } };
  const files = [file, ...(file.references.some(leadsToMetaschema) ? metaschemasOf(dialect) : [])];
  const snapshot: Snapshot = { entry: file.source.uri, files: new Map(files.map((one) => [one.source.uri, one])), absent: new Map() };
  const { set, translate } = createTranslator({ snapshot, dialect, direction: 'input', formats });
  return { schema: translate(file.root), set };
}

function metaschemaIn(schema: unknown): string | undefined {
  const named = typeof schema === 'object' && schema !== null && '$schema' in schema ? schema.$schema : undefined;
  return typeof named === 'string' ? named : undefined;
}

function fileOf(uri: string, schema: unknown, dialect: Dialect): LoadedFile {
  const plain = JSON.stringify(schema) ?? 'null';
  const text = /"\$?id"/.test(plain) ? JSON.stringify(withIdentifiers(schema, dialect)) : plain;
  const source = { uri, text };
  const { root, problems, damaged } = readText(source);
  return { source, root, problems, damaged, references: root ? referencesIn(root) : [] };
}

function leadsToMetaschema({ value }: ScalarNode): boolean {
  return /^https?:\/\/json-schema\.org\//.test(String(value));
}

const metaschemas = new Map<string, readonly LoadedFile[]>();

function metaschemasOf(dialect: Dialect): readonly LoadedFile[] {
  let files = metaschemas.get(dialect.key);
  if (!files) metaschemas.set(dialect.key, (files = (METASCHEMAS[dialect.key] ?? []).map((schema, i) => fileOf(`metaschema/${i}.json`, schema, dialect))));
  return files;
}

/** Keywords whose value is data, in which a `$ref` is just a key. */
const DATA = new Set(['enum', 'const', 'default', 'examples', 'example']);

/** The `$ref`s of a schema document, in the order of the text. */
export function referencesIn(root: Node): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const { name, value } of entriesOf(node)) {
      if (name === '$ref' && value.kind === 'scalar') found.push(value);
      else if (!DATA.has(name)) stack.push(value);
    }
    stack.push(...itemsOf(node));
  }
  return found.sort((a, b) => a.start - b.start);
}
