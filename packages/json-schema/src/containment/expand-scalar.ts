import { decimalOf } from './decimal.ts';
import { type Meaning, notUnderstood, SAYS_NOTHING } from './expand.ts';
import { type Fact, facts } from './fact.ts';
import { regularPartsOf } from './regex/lookahead.ts';

/** What a keyword says about numbers or about strings. */
export function expandScalar(keyword: string, given: unknown, type: 'number' | 'string'): Meaning {
  return type === 'number' ? expandNumber(keyword, given) : expandString(keyword, given);
}

function meaning(holds: Fact, fails: Fact): Meaning {
  return { holds: [[facts(holds)]], fails: [facts(fails)] };
}

function expandNumber(keyword: string, given: unknown): Meaning {
  if (!['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].includes(keyword)) return SAYS_NOTHING;
  const limit = decimalOf(given);
  if (!limit) return notUnderstood(keyword);
  switch (keyword) {
    case 'minimum':
      return meaning({ kind: 'above', limit, open: false }, { kind: 'below', limit, open: true });
    case 'exclusiveMinimum':
      return meaning({ kind: 'above', limit, open: true }, { kind: 'below', limit, open: false });
    case 'maximum':
      return meaning({ kind: 'below', limit, open: false }, { kind: 'above', limit, open: true });
    case 'exclusiveMaximum':
      return meaning({ kind: 'below', limit, open: true }, { kind: 'above', limit, open: false });
    default:
      if (limit.digits <= 0n) return notUnderstood(keyword);
      return meaning({ kind: 'multiple', of: limit, sign: true }, { kind: 'multiple', of: limit, sign: false });
  }
}

function expandString(keyword: string, given: unknown): Meaning {
  switch (keyword) {
    case 'minLength':
      return atLeast(keyword, given);
    case 'maxLength':
      return atMost(keyword, given);
    case 'pattern':
      if (typeof given !== 'string') return notUnderstood(keyword);
      return expandPattern(given);
    default:
      return SAYS_NOTHING;
  }
}

function expandPattern(source: string): Meaning {
  const { matching, notMatching } = regularPartsOf(source) ?? { matching: [source], notMatching: [] };
  const parts = [...matching.map((part) => ({ part, wanted: true })), ...notMatching.map((part) => ({ part, wanted: false }))];
  return {
    holds: parts.map(({ part, wanted }) => [facts({ kind: 'pattern', source: part, sign: wanted })]),
    fails: parts.map(({ part, wanted }) => facts({ kind: 'pattern', source: part, sign: !wanted })),
  };
}

/** A least number of characters, items or properties. It fails for none when it is 0. */
export function atLeast(keyword: string, given: unknown): Meaning {
  if (typeof given !== 'number' || !Number.isFinite(given)) return notUnderstood(keyword);
  const count = Math.ceil(given);
  if (count <= 0) return SAYS_NOTHING;
  return meaning({ kind: 'least', count }, { kind: 'most', count: count - 1 });
}

/** A greatest number of characters, items or properties. */
export function atMost(keyword: string, given: unknown): Meaning {
  if (typeof given !== 'number' || !Number.isFinite(given)) return notUnderstood(keyword);
  const count = Math.floor(given);
  if (count < 0) return { holds: [[]], fails: [facts()] };
  return meaning({ kind: 'most', count }, { kind: 'least', count: count + 1 });
}
