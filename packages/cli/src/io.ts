/** All that a command touches of the world. A test gives its own. */
export interface Io {
  readonly cwd: string;
  readonly stdin: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The day, as `2026-12-31`, in UTC. */
  readonly today: string;
  /** Whether standard output is a terminal that wants colour. */
  readonly color: boolean;
  /** Whether standard error is a terminal: only there is progress shown. */
  readonly interactive: boolean;
}

/** Above or at the bar, below it, or not checked at all. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
