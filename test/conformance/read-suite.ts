import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { describe, useSchemas } from './fragment.ts';
import type { Expected, SuiteCase } from './outcome.ts';

/** A case as the files of the suites have it. */
interface Written {
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly beforeText?: string;
  readonly afterText?: string;
  readonly expected?: string;
  readonly expectBreaking?: boolean;
  /** Of a suite that compares parts: what is compared, and whether it is less than a description. */
  readonly function?: string;
  readonly fragment?: boolean;
}

export function readSuite(json: string): readonly SuiteCase[] {
  const { cases }: { cases: readonly Written[] } = JSON.parse(json);
  return cases.map((one) => {
    const [base, head] = [textOf(one, 'before'), textOf(one, 'after')];
    const expected = isSame(base, head) ? 'silent' : expectedOf(one);
    return { id: one.id, base, head, expected: base === NOWHERE ? undefined : expected };
  });
}

/** The text of a part that has no place in a description. */
const NOWHERE = '';

function textOf(one: Written, version: 'before' | 'after'): string {
  const text = one[`${version}Text`];
  if (text === undefined) return JSON.stringify(one[version]);
  if (one.function === undefined) return text;
  const [part, other] = [dataOf(text), dataOf(one[version === 'before' ? 'afterText' : 'beforeText'] ?? '')];
  const whole = one.fragment === true ? describe(one.function, part, /v2|swagger|scopes/i.test(one.id)) : useSchemas(part, other);
  return JSON.stringify(whole) ?? NOWHERE;
}

/** A suite that grades by level calls breaking what its error level says. Some pairs are only there to be read. */
function expectedOf({ expected, expectBreaking }: Written): Expected | undefined {
  if (expectBreaking !== undefined) return expectBreaking ? 'breaking' : 'compatible';
  if (expected === 'incompatible') return 'breaking';
  return expected === 'compatible' ? 'compatible' : undefined;
}

function isSame(base: string, head: string): boolean {
  return base === head || isDeepStrictEqual(dataOf(base), dataOf(head));
}

/** The data of a text, or, if it is none, the text itself. */
function dataOf(text: string): unknown {
  try {
    return load(text, { json: true });
  } catch {
    return text;
  }
}
