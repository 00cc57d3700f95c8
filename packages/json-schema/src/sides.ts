import type { Direction, Mode, Snapshot, Version } from '@breakwater/core';
import { createContainment, type JsonSchema, type Side } from './containment/index.ts';
import type { Dialect } from './dialect.ts';
import type { Pick as PickKeywords } from './schema-change.ts';
import type { SchemaElement } from './schema-element.ts';
import { createTranslator, type TranslateOptions, type Translator } from './translate.ts';

export interface JudgeInput {
  readonly base: { readonly snapshot: Snapshot; readonly dialect: Dialect };
  readonly head: { readonly snapshot: Snapshot; readonly dialect: Dialect };
  /** The side that is asked about gets witnesses; the other one only a verdict. */
  readonly mode: Mode;
}

/**
 * What is sent: only what is `declared`, or anything that an `open` schema lets through. `meant` is `declared` with the
 * alternatives of both sides as they are mostly meant.
 */
export type ContentModel = 'declared' | 'open' | 'meant';

/** The schemas of both versions as their sender and their receiver see them, in one direction. */
export interface Sides {
  readonly containment: ReturnType<typeof createContainment>;
  readonly pick: PickKeywords;
  setOf(version: Version): Side['set'];
  schemaOf(version: Version, element: SchemaElement): JsonSchema;
}

export interface Bench {
  readonly mode: Mode;
  /** The later version. */
  readonly head: Snapshot;
  sides(sender: Version, direction: Direction, textual: boolean, contentModel: ContentModel): Sides;
}

export function createBench(input: JudgeInput): Bench {
  const known = new Map<string, Sides>();
  const translatorOf = createTranslators(input);
  return {
    mode: input.mode,
    head: input.head.snapshot,
    sides(sender, direction, textual, contentModel) {
      const receiver: Version = sender === 'base' ? 'head' : 'base';
      const key = `${sender} ${direction} ${textual} ${contentModel}`;
      let sides = known.get(key);
      if (!sides) {
        const meant = contentModel === 'meant';
        const sending = translatorOf(sender, { direction, ...(meant && { asMeant: 'sent' }) });
        // What is text on the wire may look like a number: only the receiver's side is opened for that.
        const receiving = translatorOf(receiver, { direction, ...(textual && { textual }), ...(meant && { asMeant: 'received' }) });
        known.set(key, (sides = createSides(sender, sending, receiving, contentModel)));
      }
      return sides;
    },
  };
}

type Reading = Pick<TranslateOptions, 'direction' | 'textual' | 'asMeant'>;

/** A version that is read in the same way is translated once, whether it sends or receives: what was made of it serves both. */
function createTranslators(input: JudgeInput): (version: Version, reading: Reading) => Translator {
  const known = new Map<string, Translator>();
  return (version, reading) => {
    const key = `${version} ${JSON.stringify(reading)}`;
    let translator = known.get(key);
    if (!translator) known.set(key, (translator = createTranslator({ ...input[version], ...reading, discriminators: true })));
    return translator;
  };
}

function createSides(sender: Version, sending: Translator, receiving: Translator, contentModel: ContentModel): Sides {
  const composed = new Map<string, JsonSchema>();
  const of = (version: Version) => (version === sender ? sending : receiving);
  return {
    containment: createContainment(sending.set, receiving.set, { contentModel: contentModel === 'open' ? 'open' : 'declared' }),
    pick: (receiver, keywords) => pickFrom(receiver, keywords, receiving),
    setOf: (version) => of(version).set,
    schemaOf(version, { nodes: [first, ...others] }) {
      const { translate } = of(version);
      if (!first) return true;
      if (others.length === 0) return translate(first);
      // A fresh object each time would defeat every memo that is kept by identity.
      const parts = [first, ...others].map(translate);
      const key = `${version} ${parts.map(identityOf).join(' ')}`;
      let schema = composed.get(key);
      if (schema === undefined) composed.set(key, (schema = { allOf: parts }));
      return schema;
    },
  };
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function identityOf(schema: JsonSchema): string {
  if (typeof schema === 'boolean') return String(schema);
  let identity = identities.get(schema);
  if (identity === undefined) identities.set(schema, (identity = ++lastIdentity));
  return String(identity);
}

function pickFrom(receiver: SchemaElement, keywords: readonly string[], { translate }: Translator): JsonSchema {
  const { members, orNull } = receiver.effective();
  const parts = members.map((member) => {
    const schema = translate(member);
    if (typeof schema === 'boolean') return schema;
    const picked: Record<string, unknown> = Object.create(null);
    for (const keyword of keywords) if (Object.hasOwn(schema, keyword)) picked[keyword] = schema[keyword];
    return picked;
  });
  const [only] = parts;
  const demand: JsonSchema = parts.length === 1 && only !== undefined ? only : { allOf: parts };
  return orNull ? { anyOf: [demand, { type: 'null' }] } : demand;
}
