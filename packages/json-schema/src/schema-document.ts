import { child, entriesOf, itemsOf, type Node, readText, type ScalarNode, type Snapshot, stringOf } from '@breakwater/core';
import { type Containment, type ContainmentOptions, contains, type Side } from './containment/index.ts';
import { type Dialect, draftOf } from './dialect.ts';
import { createTranslator } from './translate.ts';

export interface SchemaOptions extends ContainmentOptions {
  /** How both schemas are spelled. Default: what their `$schema` names, else 2020-12. */
  readonly dialect?: Dialect;
}

/**
 * Is every JSON value that `sub` admits also admitted by `sup`? The schemas are plain data in any draft from 4 to 2020-12, or
 * schema objects of OpenAPI; references lead inside the one document. `format` says nothing about values here.
 *
 * `contained` is proved. A `witness` is a value of `sub` that `sup` refuses, confirmed by ajv. `unknown` says why.
 */
export function containsSchema(sub: unknown, sup: unknown, options: SchemaOptions = {}): Containment {
  const { dialect, contentModel = 'open', ...rest } = options;
  return contains(sideOf(sub, dialect), sideOf(sup, dialect), { contentModel, ...rest });
}

/** A schema document as one side of a question to the engine. */
export function sideOf(schema: unknown, dialect: Dialect | undefined): Side {
  const source = { uri: 'schema.json', text: JSON.stringify(schema) ?? 'null' };
  const { root, problems, damaged } = readText(source);
  if (!root) return { schema: true, set: { resolve: () => undefined } };
  const references = referencesIn(root);
  const snapshot: Snapshot = { entry: source.uri, files: new Map([[source.uri, { source, root, problems, damaged, references }]]), absent: new Map() };
  const { set, translate } = createTranslator({ snapshot, dialect: dialect ?? draftOf(stringOf(child(root, '$schema'))), direction: 'input' });
  return { schema: translate(root), set };
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
