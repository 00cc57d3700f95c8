import { applyEdits, type Contract, fixAll, type Host, type Settings } from '@breakwater/core';
import { checker } from '../checker.ts';
import type { Source } from '../source.ts';

/** `safe`: what cannot change the meaning of a contract to those who read it rightly; `unsafe`: that, and what its author has to look at. */
export type FixLevel = 'safe' | 'unsafe';

export interface Fixed {
  /** How many findings were repaired, and in how many files. */
  readonly findings: number;
  readonly files: number;
  readonly refusals: readonly string[];
}

/** A repair can make room for another one; after this many rounds it is left to the next run. */
const MAX_ROUNDS = 10;

/** Repairs a contract and the files that it refers to, on disk, and leaves all else in them byte for byte. */
export async function fixContract(source: Source, level: FixLevel, settings: Settings = {}): Promise<Fixed> {
  if (!source.replace) return { findings: 0, files: 0, refusals: [`\`${source.label}\` is no file on disk, so nothing in it was repaired.`] };
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const host: Host = { readFile: async (uri) => (after.has(uri) ? { text: after.get(uri) ?? '' } : source.host.readFile(uri)) };
  let findings = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const repaired = await repairOnce(await checker.load(source.uri, host), level, settings, { before, after });
    if (repaired === 0) break;
    findings += repaired;
  }
  return { findings, ...(await write(source.replace, before, after)) };
}

interface Texts {
  readonly before: Map<string, string>;
  readonly after: Map<string, string>;
}

async function repairOnce(contract: Contract | { refusal: string }, level: FixLevel, settings: Settings, { before, after }: Texts): Promise<number> {
  if ('refusal' in contract) return 0;
  const fixes = checker.fixes(
    contract,
    checker.lint(contract, settings).filter(({ suppressed }) => suppressed === undefined),
    settings,
  );
  const { edits, repaired } = fixAll(fixes, ({ safe }) => safe || level === 'unsafe');
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const file = contract.snapshot.files.get(uri)?.source;
    if (!file) continue;
    if (!before.has(uri)) before.set(uri, file.text);
    after.set(uri, applyEdits(file, edits));
  }
  return repaired.length;
}

async function write(replace: NonNullable<Source['replace']>, before: Texts['before'], after: Texts['after']): Promise<Omit<Fixed, 'findings'>> {
  const refusals: string[] = [];
  for (const [uri, text] of after) {
    const refusal = await replace(uri, { expected: before.get(uri) ?? '', text });
    if (refusal !== undefined) refusals.push(`\`${uri}\` ${refusal}.`);
  }
  return { files: after.size - refusals.length, refusals };
}
