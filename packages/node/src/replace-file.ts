import { realpath, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diskHost } from './disk-host.ts';
import type { ReadLimits } from './text-file.ts';

/**
 * Writes another text where a text was read through `diskHost(root)`: only there, and only while it is still that text.
 * What kept it from being written, as the end of a sentence, if something did.
 */
export async function replaceFile(
  root: string,
  uri: string,
  { expected, text }: { expected: string; text: string },
  limits?: ReadLimits,
): Promise<string | undefined> {
  const now = await diskHost(root, limits).readFile(uri);
  if ('refusal' in now) return now.refusal;
  if (now.text !== expected) return 'was changed by somebody else in the meantime';
  try {
    await writeFile(await realpath(resolve(root, uri)), text);
    return undefined;
  } catch (error) {
    return `cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})`;
  }
}
