import type { Reader } from './reader.ts';
import { readStrictYaml } from './yaml-reader.ts';

/** Reads YAML with the strictest reader that can: only a text that is refused meets the next one. */
export const readYaml: Reader = (file) => {
  try {
    return readStrictYaml(file);
  } catch {
    return { root: undefined, problems: [], damaged: true };
  }
};
