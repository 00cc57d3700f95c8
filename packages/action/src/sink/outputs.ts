import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { reportPieces } from '@breakwater/core';
import type { Telling } from './sink.ts';

const BUMPS = ['major', 'minor', 'patch'] as const;

export function writeOutputs({ report, context }: Telling): void {
  const { contracts, failures, summary, run } = report;
  core.setOutput('verdict', failures.length > 0 ? 'unknown' : summary.breaking > 0 ? 'breaking' : summary.dangerous > 0 ? 'dangerous' : 'compatible');
  for (const name of ['breaking', 'dangerous', 'compatible', 'errors', 'warnings'] as const) core.setOutput(name, summary[name]);
  core.setOutput('needs', BUMPS.find((bump) => contracts.some(({ needs }) => needs === bump)) ?? '');
  // Reports of several shards may end in one folder.
  const part = run?.shard ? `-${run.shard.index}-of-${run.shard.of}` : '';
  const path = join(context.temp, `breakwater-report${part}.json`);
  writePieces(path, reportPieces(report));
  core.setOutput('report', path);
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}
