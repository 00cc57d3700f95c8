import { confirmedByAjv } from './confirm.ts';
import { isSendable } from './evaluated.ts';
import { Search } from './search.ts';
import { shrink } from './shrink.ts';
import type { Containment, ContainmentOptions, JsonSchema, SchemaSet, Side } from './side.ts';

/** Steps of one question, unless the caller says otherwise. */
const DEFAULT_BUDGET = 20_000;

/** Questions about the same two sets share what was found out before. */
export interface ContainmentSession {
  /** `isConfirmed: false`: whoever asks has ajv confirm a message that holds the value, so ajv is not asked about the value alone. */
  contains(sub: JsonSchema, sup: JsonSchema, isConfirmed?: boolean): Containment;
}

/** A session for many questions about the same two sets. */
export function createContainment(subSet: SchemaSet, supSet: SchemaSet, options: ContainmentOptions = {}): ContainmentSession {
  const { contentModel = 'declared', budget = DEFAULT_BUDGET } = options;
  let search = new Search(contentModel === 'declared');
  return {
    contains(sub, sup, isConfirmed = true) {
      try {
        return decide({ schema: sub, set: subSet }, { schema: sup, set: supSet }, { search, budget, isConfirmed });
      } catch (error) {
        search = new Search(contentModel === 'declared'); // The one before was left in the middle of something.
        return { kind: 'unknown', reason: `the search broke off: ${String(error)}` };
      }
    },
  };
}

/** Is every value of `sub` a value of `sup`? Never throws. */
export function contains(sub: Side, sup: Side, options: ContainmentOptions = {}): Containment {
  return createContainment(sub.set, sup.set, options).contains(sub.schema, sup.schema);
}

interface Means {
  readonly search: Search;
  readonly budget: number;
  readonly isConfirmed: boolean;
}

/** A counterexample is a value of `sub` and not `sup`: there is none exactly when `sub` is contained. */
function decide(sub: Side, sup: Side, { search, budget, isConfirmed }: Means): Containment {
  search.begin(budget);
  const outcome = search.solve([search.literals.literal(sub.schema, sub.set, true, search.declared), search.literals.literal(sup.schema, sup.set, false)]);
  if (outcome.kind === 'none') return { kind: 'contained' };
  if (outcome.kind === 'unknown') return outcome;
  return confirm(sub, sup, outcome.value, search, isConfirmed);
}

function confirm(sub: Side, sup: Side, value: unknown, search: Search, isConfirmed: boolean): Containment {
  const [ours, theirs] = [search.interpreterOf(sub.set), search.interpreterOf(sup.set)];
  const separates = (candidate: unknown) =>
    ours.validates(sub.schema, candidate) === true &&
    theirs.validates(sup.schema, candidate) === false &&
    (!search.declared || isSendable(ours, [sub.schema], candidate) === true);
  if (!separates(value)) return { kind: 'unknown', reason: 'a value was found that the sender would not send' };
  const small = shrink(value, separates);
  if (isConfirmed && (confirmedByAjv(sub, small) !== true || confirmedByAjv(sup, small) !== false))
    return { kind: 'unknown', reason: 'a value was found that ajv does not confirm' };
  return { kind: 'witness', value: small };
}
