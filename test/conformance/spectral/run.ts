/**
 * Runs the public rulesets of the suites (`../shared/suites/spectral-rulesets`) and Spectral's own one on contracts of the corpus, here
 * and with Spectral itself (`bench/peers.sh npm`), and compares rule and place. `../spectral.md` has a row for each rule that differs,
 * with the reason; a difference without a reason, or a row whose numbers are not these any more, fails. `--update` writes the numbers,
 * `--list <rule>` prints the places. At the end it says what both have cost.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChecker, memoryHost, type RulePack } from '@breakwater/core';
import { FORMATS, language } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
import { CORPUS, contracts } from '../core-set/contracts.ts';
import { checkTable, type Row } from '../core-set/table.ts';
import { SpectralCli, type Told } from './spectral-cli.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const RULESETS = join(HERE, '../../../../shared/suites/spectral-rulesets');
const spectral = new SpectralCli(join(HERE, '../../../.peers'));

if (!existsSync(RULESETS) || !existsSync(CORPUS)) stop('the suites are not here (../shared)');
if (!spectral.isHere) stop('Spectral is not installed (bench/peers.sh npm)');

function stop(why: string): never {
  console.log(`SKIPPED: ${why}, so no ruleset was compared with Spectral's run of it.`);
  process.exit(0);
}

/** Rules that Spectral told of no rule: what it cannot read or follow. */
const OF_SPECTRAL = new Set(['invalid-ref', 'parser', 'unrecognized-format']);
/** Not to be had here, or no more in Spectral: it refuses a ruleset that names a rule that is not there. */
const UNAVAILABLE = [
  /spectral-owasp-ruleset/,
  /^\s+owasp:/,
  /^\s+(?:example-value-or-externalValue|oas3-unused-components-schema|oas3-valid-content-schema-example|oas3-valid-oas-content-example|oas3-valid-oas-parameter-example|oas3-valid-parameter-schema-example|oas2-valid-example|oas3-valid-schema-example): false/,
];

const COUNT = 40;
const checker = createChecker(FORMATS);
const host = diskHost(CORPUS);
const listed = process.argv[process.argv.indexOf('--list') + 1];
const rows = new Map<string, Row>();
let [ourSeconds, theirSeconds] = [0, 0];

for (const [name, text] of rulesets()) {
  const { pack, mistakes } = await language().packs.fromFile('ruleset.yaml', memoryHost({ 'ruleset.yaml': text }));
  for (const { message } of mistakes) console.log(`${name}: ${message}`);
  const copy = spectral.copy(name, text, UNAVAILABLE);
  for (const path of contracts().slice(0, COUNT)) {
    const theirs = await spectral.ask(copy, join(CORPUS, path));
    if (!theirs) continue;
    const before = process.cpuUsage();
    const ours = await toldByUs(path, pack);
    const { user, system } = process.cpuUsage(before);
    ourSeconds += (user + system) / 1e6;
    theirSeconds += theirs.seconds;
    compare(name, path, ours, theirs.told);
  }
}
console.log(`CPU: ${ourSeconds.toFixed(1)} s here, ${theirSeconds.toFixed(1)} s by Spectral: 1/${(theirSeconds / ourSeconds).toFixed(1)}`);
process.exitCode = checkTable(join(HERE, '../spectral.md'), [...rows.values()], process.argv.includes('--update')) ? 0 : 1;

function rulesets(): readonly (readonly [string, string])[] {
  const files = readdirSync(RULESETS).filter((file) => /\.ya?ml$/.test(file));
  return [
    ['spectral-oas', 'extends: [[spectral:oas, all]]\n'],
    ...files.map((file) => [file.replace(/\..*/, ''), readFileSync(join(RULESETS, file), 'utf8')] as const),
  ];
}

async function toldByUs(path: string, pack: RulePack): Promise<readonly Told[]> {
  const contract = await checker.load(path, host);
  if ('refusal' in contract) return [];
  return checker
    .lint(contract, { preset: 'none', packs: [pack] })
    .filter(({ ofRuleset }) => ofRuleset)
    .map(({ ruleId, at }) => ({ rule: ruleId, pointer: at.pointer }));
}

/** Each place once: Spectral tells some of them more than once, in other words. */
function compare(ruleset: string, path: string, ours: readonly Told[], theirs: readonly Told[]): void {
  const keyed = (all: readonly Told[]) => new Map(all.filter(({ rule }) => !OF_SPECTRAL.has(rule)).map((told) => [`${told.rule} ${told.pointer}`, told]));
  const [here, there] = [keyed(ours), keyed(theirs)];
  for (const [key, { rule, pointer }] of new Map([...here, ...there])) {
    const row = rows.get(`${ruleset} ${rule}`) ?? { rule, peer: ruleset.replaceAll('-', '_'), same: 0, onlyOurs: 0, onlyTheirs: 0 };
    const [isHere, isThere] = [here.has(key), there.has(key)];
    if ((rule === listed || listed === 'all') && isHere !== isThere)
      console.log(`${isHere ? 'only here ' : 'only there'} ${rule} ${ruleset} ${path}#${pointer}`);
    rows.set(`${ruleset} ${rule}`, {
      ...row,
      same: row.same + (isHere && isThere ? 1 : 0),
      onlyOurs: row.onlyOurs + (isHere && !isThere ? 1 : 0),
      onlyTheirs: row.onlyTheirs + (!isHere && isThere ? 1 : 0),
    });
  }
}
