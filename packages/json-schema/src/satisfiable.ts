import { child, entriesOf, type Node, type Snapshot } from '@breakwater/core';
import { type ContainmentSession, createContainment } from './containment/index.ts';
import type { SchemaElement } from './schema-element.ts';
import { createTranslator, type Translator } from './translate.ts';

interface Session {
  readonly translator: Translator;
  readonly containment: ContainmentSession;
  readonly known: Map<Node, boolean>;
}

const sessions = new WeakMap<Snapshot, Session>();

/** Whether it is proved that no value at all fits a schema, and none of its parts is to blame. */
export function admitsNothing(schema: SchemaElement): boolean {
  return mayContradict(schema) && isEmpty(schema) && !schema.parts().some((part) => mayContradict(part) && isEmpty(part));
}

function isEmpty({ nodes, snapshot, dialect }: SchemaElement): boolean {
  const [node] = nodes;
  if (!node || nodes.length > 1) return false;
  let session = sessions.get(snapshot);
  if (!session) {
    const translator = createTranslator({ snapshot, dialect, direction: 'output' });
    session = {
      translator,
      containment: createContainment(translator.set, { resolve: () => undefined }, { contentModel: 'open', budget: 2_000 }),
      known: new Map(),
    };
    sessions.set(snapshot, session);
  }
  const { known, containment, translator } = session;
  const found = known.get(node) ?? containment.contains(translator.translate(node), false).kind === 'contained';
  known.set(node, found);
  return found;
}

/** One keyword alone cannot be in its own way; what says plainly that nothing fits is meant so. */
function mayContradict({ node }: SchemaElement): boolean {
  const words = entriesOf(node).filter(({ name }) => !ANNOTATIONS.has(name) && !name.startsWith('x-'));
  const isPlain = words.length === 1 && child(node, 'not') !== undefined;
  return words.length > 1 ? words.some(({ name }) => CONTRADICTING.has(name)) : !isPlain && words.some(({ name }) => name === 'allOf');
}

const ANNOTATIONS = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'xml',
  'externalDocs',
  'discriminator',
  '$comment',
  '$id',
  '$schema',
  '$defs',
  'definitions',
  'nullable',
  'format',
]);
const CONTRADICTING = new Set([
  'allOf',
  'enum',
  'const',
  'not',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'required',
  'additionalProperties',
  'oneOf',
  'anyOf',
  '$ref',
  'pattern',
]);
