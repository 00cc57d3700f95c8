import { deprecatedYaml } from './deprecated-yaml.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { Problem } from './problem.ts';
import { refResolves } from './ref-resolves.ts';

/** Problems of which a project may say as which they are told. That a text could not be read, or is no contract, is never told otherwise. */
export const SETTABLE_PROBLEMS: readonly Problem[] = [deprecatedYaml, duplicateKey, refResolves];

/** Those that a list of known findings may hold. */
export const KNOWABLE: ReadonlySet<string> = new Set(SETTABLE_PROBLEMS.map(({ id }) => id));
