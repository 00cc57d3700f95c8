import type { ChangedFile } from '../git-diff.ts';
import type { World } from '../handler.ts';
import type { JsonObject } from '../json.ts';

/** A `diff-entry`: the same shape in pull requests, commits and comparisons. */
export function toChangedFile(file: ChangedFile, commit: string, { api, html }: Pick<World, 'api' | 'html'>): JsonObject {
  const { sha, filename, previousFilename, status, additions, deletions, patch } = file;
  const path = filename.split('/').map(encodeURIComponent).join('/');
  return {
    sha,
    filename,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${html}/blob/${commit}/${path}`,
    raw_url: `${html}/raw/${commit}/${path}`,
    contents_url: `${api}/contents/${path}?ref=${commit}`,
    patch,
    previous_filename: previousFilename,
  };
}
