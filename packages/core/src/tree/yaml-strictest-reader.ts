import { YAMLException } from 'js-yaml';
import type { SourceFile } from '../text/source-file.ts';
import type { ReadResult } from './reader.ts';
import { readLegacyYaml } from './yaml-legacy-reader.ts';
import { readStrictYaml } from './yaml-reader.ts';
import type { Refusal } from './yaml-tolerant-reader.ts';

/** What the strictest reader makes of YAML that can read it, or why none can. */
export function readStrictest(
  file: SourceFile,
): { readonly result: ReadResult; readonly refusal?: undefined } | { readonly result?: undefined; readonly refusal: Refusal } {
  try {
    return { result: readStrictYaml(file) };
  } catch (error) {
    const refusal = refusalOf(error);
    const legacy = refusal.isTooDeep ? undefined : tryLegacy(file);
    return legacy ? { result: legacy } : { refusal };
  }
}

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
