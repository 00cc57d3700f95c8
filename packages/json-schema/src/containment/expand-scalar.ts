import { decimalOf } from './decimal.ts';
import { type Meaning, notUnderstood, SAYS_NOTHING } from './expand.ts';
import { type Alternative, type Fact, facts } from './fact.ts';
import { textFormat, wholeRange } from './formats.ts';
import { regularPartsOf } from './regex/lookahead.ts';

/** What a keyword says about numbers or about strings. */
export function expandScalar(keyword: string, given: unknown, type: 'number' | 'string'): Meaning {
  return type === 'number' ? expandNumber(keyword, given) : expandString(keyword, given);
}

function meaning(holds: Fact, fails: Fact): Meaning {
  return { holds: [[facts(holds)]], fails: [facts(fails)] };
}

function expandNumber(keyword: string, given: unknown): Meaning {
  if (keyword === 'format') return expandWhole(given);
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

/** Whole numbers of so many bits. */
function expandWhole(format: unknown): Meaning {
  const range = wholeRange(format);
  if (!range) return SAYS_NOTHING;
  const sides: readonly Meaning[] = [
    meaning({ kind: 'multiple', of: { digits: 1n, scale: 0 }, sign: true }, { kind: 'multiple', of: { digits: 1n, scale: 0 }, sign: false }),
    meaning({ kind: 'above', limit: { digits: range.low, scale: 0 }, open: false }, { kind: 'below', limit: { digits: range.low, scale: 0 }, open: true }),
    meaning({ kind: 'below', limit: { digits: range.high, scale: 0 }, open: false }, { kind: 'above', limit: { digits: range.high, scale: 0 }, open: true }),
  ];
  return allOf(sides);
}

/** All of them hold, or one of them fails. */
function allOf(parts: readonly Meaning[]): Meaning {
  return { holds: parts.flatMap(({ holds }) => holds), fails: parts.flatMap(({ fails }) => fails) };
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
    case 'format':
      return expandFormat(given);
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

/** A format is its patterns, or what ajv's function says of it; then patterns say something about it on one side. */
function expandFormat(given: unknown): Meaning {
  const format = textFormat(given);
  if (!format || typeof given !== 'string') return SAYS_NOTHING;
  const needs = allOf(format.needs.map(expandPattern));
  if (format.isExact) return needs;
  const fails: Alternative = facts(
    { kind: 'format', name: given, sign: false },
    ...(format.suffices === undefined ? [] : [{ kind: 'pattern', source: format.suffices, sign: false } as const]),
  );
  return { holds: [[facts({ kind: 'format', name: given, sign: true })], ...needs.holds], fails: [fails] };
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
