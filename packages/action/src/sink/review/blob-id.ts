import { createHash } from 'node:crypto';

/** Whether a text is the blob of that id (git-hash-object): then its lines are those that GitHub shows. */
export function isBlob(text: string, id: string): boolean {
  const bytes = Buffer.from(text, 'utf8');
  const hash = createHash(id.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === id;
}
