import type { FileText } from '@breakwater/core';

/** Threat T3: larger files are not read. Bytes. */
export const MAX_FILE_SIZE = 20_000_000;

const EXTENSION = /\.(ya?ml|json)$/i;

export const WRONG_EXTENSION: FileText = { refusal: 'is not read: its name ends in none of .yaml, .yml and .json' };
export const TOO_LARGE: FileText = { refusal: `is larger than ${MAX_FILE_SIZE / 1_000_000} MB` };

/** Threats T7 and T8: nothing but contracts is read, so that no reference can print a secret. */
export function isReadable(path: string): boolean {
  return EXTENSION.test(path);
}

/** Bytes as text, or why they are none. Never a replacement character. */
export function decodeText(bytes: Uint8Array): FileText {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return { refusal: 'is UTF-16 text; save it as UTF-8' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { refusal: 'is not UTF-8 text' };
  }
}
