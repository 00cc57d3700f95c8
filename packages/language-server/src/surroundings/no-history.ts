import { DOES_NOT_EXIST } from '@breakwater/core';
import type { History } from './surroundings.ts';

const NOTHING = { refusal: 'is not there: there is no git here' };

/** Files without a history: nothing is compared, unless it is with a file. */
export const noHistory: History = {
  repositoryTop: async () => undefined,
  defaultBranch: async () => undefined,
  mergeBase: async () => NOTHING,
  releaseTag: async () => undefined,
  resolveCommit: async () => NOTHING,
  namesOf: async () => ({ branches: [], tags: [], commits: [] }),
  filesAt: () => ({ readFile: async () => DOES_NOT_EXIST }),
};
