import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { baselineText, type Judged, normalize, SETTABLE_PROBLEMS } from '@breakwater/core';
import { EXIT, type Exit, type Io } from '../io.ts';
import { startOf, uriOf } from '../source.ts';

const STANDARD = 'breakwater-baseline.json';

/** Writes what is found now, so that from here on only more than that is told. `named`: the baselines of the configurations. */
export async function writeBaseline(judged: readonly Judged[], wanted: string | true, named: ReadonlySet<string>, io: Io): Promise<Exit> {
  const failures = judged.flatMap(({ answer }) => answer.failures.map(({ message }) => message));
  if (wanted === true && named.size > 1) failures.push(`The contracts have several baselines (${[...named].join(', ')}); write one at a time.`);
  for (const message of failures) io.err(`breakwater: ${message}\n`);
  if (failures.length > 0) return EXIT.failed;
  const start = await startOf(io.cwd);
  const [standard] = named;
  const path = wanted === true && standard !== undefined ? resolve(start, standard) : resolve(io.cwd, wanted === true ? STANDARD : wanted);
  const file = uriOf(path, io.cwd);
  const text = baselineText(foundIn(judged), new Set(SETTABLE_PROBLEMS.map(({ id }) => id)));
  writeFileSync(path, text);
  io.out(`Wrote the baseline \`${file}\`.${named.has(uriOf(path, start)) ? '' : ` Name it in the configuration: \`baseline: ${file}\`.`}\n`);
  return EXIT.clean;
}

/** A finding in a file that contracts share is one finding. */
function foundIn(judged: readonly Judged[]) {
  const contracts = new Map<string, string>();
  const key = (finding: { readonly ruleId: string; readonly at: object; readonly message: string }) =>
    JSON.stringify([finding.ruleId, finding.at, finding.message]);
  for (const { answer } of judged)
    for (const finding of answer.findings) if (!contracts.has(key(finding))) contracts.set(key(finding), answer.contract?.uri ?? '');
  return normalize(judged.flatMap(({ answer }) => answer.findings)).map((finding) => ({ finding, contract: contracts.get(key(finding)) ?? '' }));
}
