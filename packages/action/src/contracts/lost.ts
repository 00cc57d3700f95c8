import { DOES_NOT_EXIST, type Failure, pairMoved, type SourceFile } from '@breakwater/core';
import { contractsAmong, mayHoldContracts } from '@breakwater/node';
import { isContract } from '../checker.ts';
import type { Version } from '../version/version.ts';
import { contractsAt, type Naming } from './named.ts';
import type { Sides } from './touched.ts';

export interface Question {
  /** The contracts of the head, or what is named as one. */
  readonly now: readonly string[];
  readonly head: Version;
  readonly base: Pick<Version, 'host'>;
  readonly sides: Sides;
  /** As the base was configured: who takes a contract off the list and deletes it has deleted it all the same. */
  readonly naming: Naming;
}

/** What became of the contracts of the base that the head does not have. */
export interface Lost {
  /** Removed, and nothing has taken their place. */
  readonly gone: readonly string[];
  /** Under which name each lives on: new to old. */
  readonly moved: ReadonlyMap<string, string>;
  /** Still there, and no contracts any more. */
  readonly spoilt: readonly string[];
  readonly failures: readonly Failure[];
}

export async function lostOf(question: Question): Promise<Lost> {
  const { now, head, base, sides, naming } = question;
  const known = new Set(now.filter((uri) => sides.head.has(uri)));
  const suspects = [...sides.base.keys()].filter((path) => !known.has(path) && sides.base.get(path) !== sides.head.get(path));
  const old = await contractsAt(suspects, base, naming);
  const gone: string[] = [];
  const spoilt: string[] = [];
  for (const uri of old.files) {
    const text = await head.host.readFile(uri);
    if (text === DOES_NOT_EXIST) gone.push(uri);
    else if (!('text' in text && isContract({ uri, text: text.text }))) spoilt.push(uri);
  }
  const moved = gone.length === 0 ? new Map<string, string>() : pairMoved(await textsOf(gone, base), await newcomers(question));
  const isMoved = new Set(moved.values());
  return { gone: gone.filter((uri) => !isMoved.has(uri)), moved, spoilt, failures: old.failures };
}

/** A contract that was moved may have left the names that the configuration or the input gives. */
async function newcomers({ now, head, sides }: Question): Promise<readonly SourceFile[]> {
  const isNew = (path: string) => !sides.base.has(path);
  const { found } = await contractsAmong([...sides.head.keys()].filter(isNew).filter(mayHoldContracts), head.host, isContract);
  return textsOf([...new Set([...found, ...now.filter(isNew)])], head);
}

async function textsOf(uris: readonly string[], { host }: Pick<Version, 'host'>): Promise<readonly SourceFile[]> {
  const texts = await Promise.all(uris.map(async (uri) => ({ uri, text: await host.readFile(uri) })));
  return texts.flatMap(({ uri, text }) => ('text' in text ? [{ uri, text: text.text }] : []));
}
