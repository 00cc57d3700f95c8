import { YAMLException } from 'js-yaml';
import type { Reader } from './reader.ts';
import { readLegacyYaml } from './yaml-legacy-reader.ts';
import { readStrictYaml } from './yaml-reader.ts';
import { readTolerantYaml } from './yaml-tolerant-reader.ts';

/** Reads YAML with the strictest reader that can: only a text that one refuses meets the next. */
export const readYaml: Reader = (file) => {
  try {
    return readStrictYaml(file);
  } catch (error) {
    const refusedAt = error instanceof YAMLException ? error.mark?.position : undefined;
    return tryLegacy(file) ?? readTolerantYaml(file, refusedAt ?? 0);
  }
};

function tryLegacy(file: Parameters<Reader>[0]): ReturnType<Reader> | undefined {
  try {
    return readLegacyYaml(file);
  } catch {
    return undefined;
  }
}
