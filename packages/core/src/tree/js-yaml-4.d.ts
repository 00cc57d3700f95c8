/** js-yaml 4 beside js-yaml 5: it has no types of its own, and ours ask for little. */
declare module 'js-yaml-4' {
  interface Warning {
    readonly reason: string;
    readonly mark: { readonly position: number; readonly column: number };
  }
  interface LoadOptions {
    readonly schema?: unknown;
    readonly json?: boolean;
    readonly maxDepth?: number;
    readonly onWarning?: (warning: Warning) => void;
  }
  export const FAILSAFE_SCHEMA: unknown;
  export function loadAll(text: string, iterator: null, options: LoadOptions): unknown[];
}
