import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
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
}

export function readSuite(json: string): readonly SuiteCase[] {
  const { cases }: { cases: readonly Written[] } = JSON.parse(json);
  return cases.map((one) => {
    const [base, head] = [one.beforeText ?? JSON.stringify(one.before), one.afterText ?? JSON.stringify(one.after)];
    return { id: one.id, base, head, expected: isSame(base, head) ? 'silent' : expectedOf(one) };
  });
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
    return load(text);
  } catch {
    return text;
  }
}
