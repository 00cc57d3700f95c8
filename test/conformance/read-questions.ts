import { DRAFTS, type SchemaOptions } from '@breakwater/json-schema';

/** A case as the files of the suites of containment have it. */
interface Written {
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly dialect?: string;
  readonly expected: string;
  readonly fact?: string;
  readonly expectedForward?: string;
  readonly factForward?: string;
}

/** Is every value of `sub` one of `sup`? */
export interface Question {
  readonly id: string;
  readonly sub: unknown;
  readonly sup: unknown;
  readonly options: SchemaOptions;
  readonly expected: 'compatible' | 'breaking';
  /** Whether the suite itself looked for a value that shows what it expects, and found none. */
  readonly isUnsupported: boolean;
}

/** Both directions of every case, as far as the suite states them. `name` is that of the suite. */
export function readQuestions(json: string, name: string): readonly Question[] {
  const { cases }: { cases: readonly Written[] } = JSON.parse(json);
  return cases.flatMap((one) => {
    const { id, before, after, expected, fact = '', expectedForward = '', factForward = '' } = one;
    const options = optionsOf(name, one);
    return [
      ...question({ id, sub: before, sup: after, options }, expected, fact),
      ...question({ id: `${id} (turned round)`, sub: after, sup: before, options }, expectedForward, factForward),
    ];
  });
}

function question(asked: Omit<Question, 'expected' | 'isUnsupported'>, expected: string, fact: string): readonly Question[] {
  const isUnsupported = fact.startsWith('no-witness-found (suspect');
  if (expected === 'compatible') return [{ ...asked, expected, isUnsupported }];
  return expected === 'incompatible' ? [{ ...asked, expected: 'breaking', isUnsupported }] : [];
}

/** The suite that was generated from the official one takes `format` for an assertion up to draft 7, as that does. */
function optionsOf(name: string, { dialect: key }: Written): SchemaOptions {
  const dialect = DRAFTS.find((draft) => draft.key === key);
  const asserts = /^sdbs.*draft[467]/.test(name);
  return { ...(dialect && { dialect }), ...(asserts && { formats: 'assertion' }) };
}
