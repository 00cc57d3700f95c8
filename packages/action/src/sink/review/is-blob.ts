import { blobId } from '@breakwater/node';

/** Whether a text is the blob of that id: then its lines are those that GitHub shows. */
export function isBlob(text: string, id: string): boolean {
  return blobId(Buffer.from(text), id.length === 64 ? 'sha256' : 'sha1') === id;
}
