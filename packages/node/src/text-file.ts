import type { FileText } from '@breakwater/core';

/** Threat T3: larger files are not read, unless somebody says so. Bytes. */
const MAX_FILE_SIZE = 20_000_000;

export interface ReadLimits {
  /** In bytes. */
  readonly maxFileSize?: number | undefined;
  /** What its user can raise it with. */
  readonly raisedBy?: string;
}

export function isTooLarge(bytes: number, limits: ReadLimits): boolean {
  return bytes > maxFileSizeOf(limits);
}

export function maxFileSizeOf({ maxFileSize = MAX_FILE_SIZE }: ReadLimits): number {
  return maxFileSize;
}

const NO_NAME = 'is no file name';
const OF_GIT = 'is inside `.git`, which is not read';
const WRONG_EXTENSION = 'is not read: its name ends in none of .yaml, .yml and .json';

/** Threats T7 and T8: nothing but contracts is read, so that no reference can print a secret. Why a path is none of them, if so. */
export function refusalOfPath(path: string): string | undefined {
  if (path.includes('\0')) return NO_NAME;
  // Disks that take `.GIT`, `.git.` and `GIT~1` for the same folder are common.
  if (path.split(/[\\/]/).some((part) => /^(\.git|git~\d)[. ]*$/i.test(part))) return OF_GIT;
  return /\.(ya?ml|json)$/i.test(path) ? undefined : WRONG_EXTENSION;
}

export function tooLarge(limits: ReadLimits): { readonly refusal: string } {
  const hint = limits.raisedBy === undefined ? '' : `; ${limits.raisedBy} allows more`;
  return { refusal: `is larger than ${maxFileSizeOf(limits) / 1_000_000} MB${hint}` };
}

/** Bytes as text, or why they are none. Never a replacement character; a byte order mark stays, so that offsets are the file's. */
export function decodeText(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { refusal: 'is UTF-16 text; save it as UTF-8' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { refusal: 'is not UTF-8 text' };
  }
}
