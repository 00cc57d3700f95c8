/** js-yaml 4 beside js-yaml 5: it has no types of its own, and ours ask for little. */
declare module 'js-yaml-4' {
  /** The state of the parser, alive while it parses. */
  interface State {
    readonly position: number;
    readonly lineStart: number;
  }
  interface LoadOptions {
    readonly schema?: unknown;
    readonly json?: boolean;
    readonly maxDepth?: number;
    readonly maxTotalMergeKeys?: number;
    readonly listener?: (event: 'open' | 'close', state: State) => void;
  }
  export const FAILSAFE_SCHEMA: unknown;
  export function loadAll(text: string, iterator: null, options: LoadOptions): unknown[];
}
