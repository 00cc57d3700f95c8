import { type Expansion, isSchema, type Meaning, notUnderstood, SAYS_NOTHING } from './expand.ts';
import { atLeast, atMost } from './expand-scalar.ts';
import { expandUnevaluated } from './expand-unevaluated.ts';
import { type Alternative, facts } from './fact.ts';

/** What a keyword says about arrays. */
export function expandArray(keyword: string, given: unknown, expansion: Expansion): Meaning {
  switch (keyword) {
    case 'minItems':
      return atLeast(keyword, given);
    case 'maxItems':
      return atMost(keyword, given);
    case 'uniqueItems':
      if (typeof given !== 'boolean') return notUnderstood(keyword);
      return given ? { holds: [[facts({ kind: 'unique', sign: true })]], fails: [facts({ kind: 'unique', sign: false })] } : SAYS_NOTHING;
    case 'prefixItems':
      return Array.isArray(given) && given.every(isSchema) ? expandPrefix(given, expansion) : notUnderstood(keyword);
    case 'items':
      return isSchema(given) ? expandItems(given, expansion) : notUnderstood(keyword);
    case 'contains':
      return isSchema(given) ? expandContains(given, expansion) : notUnderstood(keyword);
    case 'unevaluatedItems':
      return expandUnevaluated(keyword, given, expansion);
    default:
      return SAYS_NOTHING;
  }
}

function expandPrefix(given: readonly unknown[], { part, test }: Expansion): Meaning {
  return {
    holds: given.map((schema, index) => [facts({ kind: 'item', index, literal: part(schema, true) })]),
    fails: given.map((schema, index) => facts({ kind: 'least', count: index + 1 }, { kind: 'item', index, literal: test(schema, false) })),
  };
}

function expandItems(given: unknown, { schema, part, test }: Expansion): Meaning {
  const from = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
  return {
    holds: [[facts({ kind: 'rest', from, literal: part(given, true) })]],
    fails: [facts({ kind: 'least', count: from + 1 }, { kind: 'some', from, count: 1, literal: test(given, false) })],
  };
}

function expandContains(given: unknown, { schema, test }: Expansion): Meaning {
  const { minContains = 1, maxContains } = schema;
  if (!isCount(minContains) || (maxContains !== undefined && !isCount(maxContains))) return notUnderstood('contains');
  const few = (count: number): Alternative =>
    count === 0 ? facts({ kind: 'rest', from: 0, literal: test(given, false) }) : facts({ kind: 'few', count, literal: test(given, true) });
  const many = (count: number): Alternative => facts({ kind: 'least', count }, { kind: 'some', from: 0, count, literal: test(given, true) });
  return {
    holds: [...(minContains > 0 ? [[many(minContains)]] : []), ...(maxContains === undefined ? [] : [[few(maxContains)]])],
    fails: [...(minContains > 0 ? [few(minContains - 1)] : []), ...(maxContains === undefined ? [] : [many(maxContains + 1)])],
  };
}

function isCount(given: unknown): given is number {
  return typeof given === 'number' && Number.isInteger(given) && given >= 0;
}
