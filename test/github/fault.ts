import type { Json } from './json.ts';

/** Trouble to come, for one operation. What is left out stays as GitHub would have it. */
export interface Fault {
  /** The operation's id (`issues/create-comment`), `git` for a fetch, `graphql` for a query, or `*` for any. */
  readonly operation: string;
  /** How many calls it hits; 1 when left out. */
  readonly times?: number;
  /** How many calls of the operation pass before it begins. */
  readonly skip?: number;
  /** Answered in GitHub's place; the operation does not happen. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: Json;
  /** Milliseconds before anything is sent. */
  readonly delay?: number;
  /** The connection breaks `before` the operation happens, or `after`: it is done, and its answer is lost. */
  readonly reset?: 'before' | 'after';
}

/** The faults planted and not used up. */
export function faultBox(): { plant(fault: Fault): void; heal(): void; next(operation: string): Fault | undefined } {
  const planted: { readonly fault: Fault; skip: number; times: number }[] = [];
  return {
    plant: (fault) => void planted.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 }),
    heal: () => void planted.splice(0),
    next(operation) {
      for (const one of planted) {
        if (one.times === 0 || (one.fault.operation !== '*' && one.fault.operation !== operation)) continue;
        if (one.skip > 0) {
          one.skip--;
          continue;
        }
        one.times--;
        return one.fault;
      }
      return undefined;
    },
  };
}
