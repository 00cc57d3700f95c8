/**
 * Asks Spectral and Redocly (`bench/peers.sh npm`) for the rules of the core set, and compares what they tell of contracts of the corpus
 * with what is told here: rule and place; and the same of the files that Redocly's own lint is tried on, which were written to be told
 * of. `../core-set.md` and `../lint-fixtures.md` have a row for each rule and tool that differ, with the reason; a difference without a
 * reason, or a row whose numbers are not these any more, fails. `--update` writes the numbers, `--list <rule>` prints the places.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChecker } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
import { CORPUS, contracts, standsAlone } from './contracts.ts';
import { match } from './match.ts';
import { PAIRS } from './pairs.ts';
import { type PeerName, Peers, type Told } from './peer.ts';
import { checkTable, type Row } from './table.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const peers = new Peers(join(HERE, '../../../.peers'));

if (!existsSync(CORPUS)) stop('the corpus is not here (../shared/corpus)');
if (!peers.areHere) stop('the other tools are not installed (bench/peers.sh npm)');

function stop(why: string): never {
  console.log(`SKIPPED: ${why}, so nothing was compared with other linters.`);
  process.exit(0);
}

const checker = createChecker(FORMATS);
const host = diskHost(CORPUS);
const listed = process.argv[process.argv.indexOf('--list') + 1];
const update = process.argv.includes('--update');
const isTrue = [
  checkTable(join(HERE, '../core-set.md'), await rowsOf(contracts()), update),
  checkTable(join(HERE, '../lint-fixtures.md'), await rowsOf(fixtures()), update),
];
process.exitCode = isTrue.every(Boolean) ? 0 : 1;

async function rowsOf(paths: readonly string[]): Promise<readonly Row[]> {
  const rows = new Map<string, Row>();
  for (const path of paths) {
    const ours = await toldByUs(path);
    for (const peer of ['spectral', 'redocly'] as const) {
      const theirs = await peers.ask(peer, join(CORPUS, path));
      if (theirs) addPeer(rows, path, peer, ours, theirs);
      else console.log(`${peer} cannot read ${path}`);
    }
  }
  return [...rows.values()];
}

/** What Redocly's lint is tried on, as far as it is OpenAPI. */
function fixtures(): readonly string[] {
  const folder = 'broken/redocly-lint';
  return readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)openapi[^/]*\.(ya?ml|json)$/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter(standsAlone)
    .sort();
}

async function toldByUs(path: string): Promise<readonly Told[]> {
  const contract = await checker.load(path, host);
  if ('refusal' in contract) return [];
  return checker.lint(contract, { preset: 'full' }).map(({ ruleId, at }) => ({ rule: ruleId, pointer: at.pointer }));
}

function addPeer(rows: Map<string, Row>, path: string, peer: PeerName, ours: readonly Told[], theirs: readonly Told[]): void {
  for (const [rule, { [peer]: names }] of Object.entries(PAIRS)) {
    if (!names) continue;
    const found = match(
      ours.filter((told) => told.rule === rule),
      theirs.filter((told) => names.includes(told.rule)),
    );
    const key = `${rule} ${peer}`;
    const row = rows.get(key) ?? { rule, peer, same: 0, onlyOurs: 0, onlyTheirs: 0 };
    rows.set(key, {
      ...row,
      same: row.same + found.same,
      onlyOurs: row.onlyOurs + found.onlyOurs.length,
      onlyTheirs: row.onlyTheirs + found.onlyTheirs.length,
    });
    if (listed !== rule) continue;
    for (const { pointer } of found.onlyOurs) console.log(`only ours    ${peer.padEnd(8)} ${path} ${pointer}`);
    for (const { pointer, rule: name } of found.onlyTheirs) console.log(`only theirs  ${peer.padEnd(8)} ${path} ${pointer} (${name})`);
  }
}
