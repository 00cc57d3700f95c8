import { createHash } from 'node:crypto';

/** What git calls a content: equal ids are equal bytes, so two versions can be told apart without reading both. */
export function blobId(content: Uint8Array, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex');
}
