import { questionOfPaths } from './question-of-paths.ts';

/** The paths of a description, and its webhooks, for who wants to know what they are called. Who looks into one has read that one too. */
export const pathsByName = questionOfPaths(
  (path) => path,
  (a, b) => a.path === b.path && a.of === b.of,
);
