import { YAMLException } from 'js-yaml';
import type { SourceFile } from '../text/source-file.ts';
import type { Reader, ReadResult } from './reader.ts';
import { readLegacyYaml } from './yaml-legacy-reader.ts';
import { readStrictYaml } from './yaml-reader.ts';
import { type Refusal, readTolerantYaml } from './yaml-tolerant-reader.ts';

/** Reads YAML with the strictest reader that can: only a text that one refuses meets the next. */
export const readYaml: Reader = (file) => {
  try {
    return readStrictYaml(file);
  } catch (error) {
    const refusal = refusalOf(error);
    return (refusal.isTooDeep ? undefined : tryLegacy(file)) ?? readTolerantYaml(file, refusal);
  }
};

function tryLegacy(file: SourceFile): ReadResult | undefined {
  try {
    return readLegacyYaml(file);
  } catch {
    return undefined;
  }
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof YAMLException) || !error.mark) return { at: 0 };
  return { at: error.mark.position, isTooDeep: error.reason.startsWith('nesting exceeded') };
}
