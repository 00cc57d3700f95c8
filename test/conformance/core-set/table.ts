import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

export interface Row {
  readonly rule: string;
  readonly peer: string;
  readonly same: number;
  readonly onlyOurs: number;
  readonly onlyTheirs: number;
}

const HEAD = '| rule | tool | same | only here | only there | why |\n| --- | --- | --- | --- | --- | --- |\n';

/** Prints the numbers, and says whether the page holds them and has a reason for each difference. With `update` it writes them, reasons stay. */
export function checkTable(page: string, rows: readonly Row[], update: boolean): boolean {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : HEAD;
  const reasons = new Map([...text.matchAll(/^\| `([^`]+)` \| (\w+) \|.*\| ([^|]*) \|$/gm)].map(([, rule, peer, why = '']) => [`${rule} ${peer}`, why.trim()]));
  const lines = rows.map((row) => lineOf(row, reasons.get(`${row.rule} ${row.peer}`) ?? ''));
  const table = `${HEAD}${lines.join('')}`;
  console.log(table);
  if (update) writeFileSync(page, `${text.slice(0, text.indexOf(HEAD))}${table}`);
  const unexplained = rows.filter(({ rule, peer, onlyOurs, onlyTheirs }) => onlyOurs + onlyTheirs > 0 && !reasons.get(`${rule} ${peer}`));
  for (const { rule, peer } of unexplained) console.log(`UNEXPLAINED: ${rule} differs from ${peer}, and ${basename(page)} does not say why.`);
  const isTrue = update || text.includes(table);
  if (!isTrue) console.log(`STALE: the numbers in ${basename(page)} are not these; look at them, then \`--update\`.`);
  return isTrue && unexplained.length === 0;
}

function lineOf({ rule, peer, same, onlyOurs, onlyTheirs }: Row, why: string): string {
  return `| \`${rule}\` | ${peer} | ${same} | ${onlyOurs} | ${onlyTheirs} | ${why} |\n`;
}
