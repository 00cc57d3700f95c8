import { CONFIGURATION_NAMES, type Configured, folderOf } from '@breakwater/core';
import { checker } from '../checker.ts';
import type { Version } from '../version/version.ts';

type Ids = ReadonlyMap<string, string>;

export interface Sides {
  readonly head: Ids;
  readonly base: Ids;
}

/** The files that are not the same on both sides. */
export function changedPaths({ head, base }: Sides): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [path, id] of head) if (base.get(path) !== id) changed.add(path);
  for (const path of base.keys()) if (!head.has(path)) changed.add(path);
  return changed;
}

/**
 * Whether anything changed that a contract is made of, or judged by: its file, one that it refers to, or a configuration that counts
 * for it. If its file and all that it refers to are the same, what it referred to before is the same too.
 */
export async function isTouched(uri: string, version: Version, configured: Configured, sides: Sides, changed: ReadonlySet<string>): Promise<boolean> {
  if (isChanged(uri, sides) || configured.files.some((file) => changed.has(file)) || hasOtherConfiguration(uri, changed)) return true;
  const contract = await checker.load(uri, version.host);
  if ('refusal' in contract) return true;
  const { files, absent } = contract.snapshot;
  return [...files.keys()].some((file) => isChanged(file, sides)) || [...absent.keys()].some((file) => changed.has(file));
}

/** What is on neither list is made by the job, and was not there before. */
function isChanged(uri: string, { head, base }: Sides): boolean {
  return head.get(uri) === undefined || head.get(uri) !== base.get(uri);
}

/** A configuration that came or went in a folder above. */
function hasOtherConfiguration(uri: string, changed: ReadonlySet<string>): boolean {
  for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
    if (CONFIGURATION_NAMES.some((name) => changed.has(folder === '' ? name : `${folder}/${name}`))) return true;
    if (folder === '') return false;
  }
}
