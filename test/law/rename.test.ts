import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, type Contract, createChecker, memoryHost, type Name, renaming } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
import { expect, test } from 'vitest';

/** A name in other letters changes nothing that a contract means: it has the same findings as before, breaks nobody, and the name has the same places. */
const CORPUS = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/corpus');
const checker = createChecker(FORMATS);
const MAX_BYTES = 60_000;
const EVERY = 8;
/** Of each kind of name in a contract. */
const PER_KIND = 2;
/** It takes what is called `id` for one. */
const READ_NAMES = new Set(['id-not-numeric']);

test.skipIf(!existsSync(CORPUS))('real contracts have the same findings after a renaming', { timeout: 300_000 }, async () => {
  const { items }: { items: readonly { kind: string; path: string }[] } = JSON.parse(readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'));
  const paths = items.filter(({ kind, path }) => kind === 'openapi' && /\/(histories|specs)\/.*\.(ya?ml|json)$/.test(path)).map(({ path }) => path);
  const wrong: string[] = [];
  const renamed = new Map<string, number>();
  for (const path of paths.filter((name) => statSync(join(CORPUS, name)).size < MAX_BYTES).filter((_name, i) => i % EVERY === 0)) {
    const contract = await checker.load(path, diskHost(CORPUS));
    if ('refusal' in contract || contract.incomparable !== undefined) continue;
    const before = foundIn(contract);
    for (const name of chosenIn(contract)) {
      renamed.set(name.noun, (renamed.get(name.noun) ?? 0) + 1);
      wrong.push(...(await changedBy(path, contract, name, before)).map((what) => `${path}, ${name.noun} ${name.name}: ${what}`));
    }
  }
  expect([...renamed.keys()].toSorted()).toEqual(expect.arrayContaining(['operationId', 'path parameter', 'schema', 'security scheme', 'tag']));
  expect(wrong).toEqual([]);
});

/** Those with the most places first. */
function chosenIn({ format, snapshot }: Contract): readonly Name[] {
  const byKind = Map.groupBy(format?.writing?.names(snapshot) ?? [], ({ noun }) => noun);
  return [...byKind.values()].flatMap((names) => names.toSorted((a, b) => b.uses.length - a.uses.length).slice(0, PER_KIND));
}

async function changedBy(entry: string, contract: Contract, name: Name, before: readonly string[]): Promise<readonly string[]> {
  const plain = `${name.name}x`;
  const to = name.refusal(plain) === undefined ? plain : plain.replaceAll(' ', '_');
  const refusal = name.refusal(to);
  if (refusal !== undefined) return refusal.includes('discriminator') ? [] : [refusal];
  const edits = renaming(name, to);
  const texts = Object.fromEntries([...contract.snapshot.files].map(([uri, { source }]) => [uri, applyEdits(source, edits)]));
  const after = await checker.load(entry, memoryHost(texts));
  if ('refusal' in after) return [after.refusal];
  // A security scheme is known by its name there: whether another one asks for the same is not looked at.
  const comparison = checker.compare(contract, name.noun === 'security scheme' ? contract : after);
  const breaking = comparison.findings.filter(({ verdict }) => verdict === 'breaking').map(({ ruleId }) => `breaks by ${ruleId}`);
  const again = after.format?.writing?.names(after.snapshot).find((one) => one.noun === name.noun && one.name === to);
  const places = `${again?.declarations.length} and ${again?.uses.length} places`;
  const more = name.also?.(to).length ?? 0;
  const same = places === `${name.declarations.length} and ${name.uses.length + more} places`;
  return [
    ...breaking,
    ...differences(before, foundIn(after)),
    ...(same ? [] : [`${places} instead of ${name.declarations.length} and ${name.uses.length + more}`]),
  ];
}

function foundIn(contract: Contract): readonly string[] {
  return checker
    .lint(contract, { preset: 'full' })
    .filter(({ ruleId }) => !READ_NAMES.has(ruleId))
    .map(({ ruleId, at }) => `${ruleId} in ${at.uri}`)
    .toSorted();
}

/** Lines are not compared: a mapping may have come to be one more. */
function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  const counts = (all: readonly string[]) => [...Map.groupBy(all, (one) => one)].map(([one, list]) => `${list.length} ${one}`);
  const [old, now] = [new Set(counts(before)), new Set(counts(after))];
  return [...[...old].filter((one) => !now.has(one)).map((one) => `before ${one}`), ...[...now].filter((one) => !old.has(one)).map((one) => `after ${one}`)];
}
