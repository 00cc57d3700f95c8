import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createContainment, type JsonSchema, type Side, validates } from '../../src/containment/index.ts';

const RUNS = Number(process.env.CONTAINMENT_RUNS ?? 300);
const seed = Number(process.env.CONTAINMENT_SEED ?? 20_260_101);
const NAMES = ['A', 'B', 'C', 'D'];

/** Every value of these few forms up to a depth, so that a wrong proof has nowhere to hide. */
function valuesUpTo(depth: number): unknown[] {
  const leaves: unknown[] = [null, '', 0, [], {}];
  if (depth === 0) return leaves;
  const inner = valuesUpTo(depth - 1).slice(0, 30);
  const pairs = inner.flatMap((a) => inner.slice(0, 10).flatMap((b) => [[a, b], { p: a, q: b }]));
  return [...leaves, ...inner.flatMap((a) => [[a], { p: a }, { q: a }]), ...pairs];
}

const reference: fc.Arbitrary<JsonSchema> = fc.constantFrom(...NAMES).map(($ref) => ({ $ref }));
const count = fc.integer({ min: 0, max: 2 });

/** Schemas whose parts are mostly references: they form circles of every kind. */
const schemas: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    reference,
    fc.constantFrom('null', 'string', 'number').map((type) => ({ type })),
    fc.record({ type: fc.constant('array'), items: reference, minItems: count }),
    fc.record({ type: fc.constant('array'), prefixItems: reference.map((first) => [first]), items: fc.oneof(fc.constant(false), reference), minItems: count }),
    fc.record({ type: fc.constant('array'), contains: reference, uniqueItems: fc.boolean() }),
    fc.record({
      type: fc.constant('object'),
      required: fc.subarray(['p', 'q']),
      properties: fc.record({ p: reference, q: reference }),
      additionalProperties: fc.constant(false),
    }),
    fc.tuple(tie('schema'), tie('schema')).map((anyOf) => ({ anyOf })),
    fc.tuple(tie('schema'), tie('schema')).map((oneOf) => ({ oneOf })),
    fc.tuple(tie('schema'), tie('schema')).map((allOf) => ({ allOf })),
    tie('schema').map((not) => ({ not })),
  ),
})).schema;

const setOf = (targets: Readonly<Record<string, JsonSchema>>): Side['set'] => ({ resolve: (ref) => targets[ref] });

test('circles of references, many questions to one session: no proof is wrong', () => {
  const values = valuesUpTo(2);
  const answers = { contained: 0, witness: 0, unknown: 0 };
  const targets = fc.record({ A: schemas, B: schemas, C: schemas, D: schemas });
  fc.assert(
    fc.property(targets, fc.constantFrom(...NAMES), schemas, (before, edited, edit) => {
      const [subSet, supSet] = [setOf(before), setOf({ ...before, [edited]: edit })];
      const session = createContainment(subSet, supSet, { contentModel: 'open', budget: 3_000 });
      for (const [sub, sup] of [
        ['A', 'A'],
        ['B', 'B'],
        ['A', 'B'],
        ['C', 'A'],
        ['D', 'D'],
      ] as const) {
        const answer = session.contains({ $ref: sub }, { $ref: sup });
        answers[answer.kind] += 1;
        if (answer.kind !== 'contained') continue;
        const wrong = values.find(
          (value) => validates({ schema: { $ref: sub }, set: subSet }, value) === true && validates({ schema: { $ref: sup }, set: supSet }, value) === false,
        );
        expect(wrong).toBeUndefined();
      }
    }),
    { numRuns: RUNS, seed },
  );
  expect(Math.min(answers.contained, answers.witness)).toBeGreaterThan(RUNS / 5);
});
