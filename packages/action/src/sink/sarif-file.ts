import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { toSarif } from '@breakwater/core';
import { ruleInfos } from '@breakwater/formats';
import { legOf } from './leg.ts';
import type { Telling } from './sink.ts';

export async function writeSarif(telling: Telling): Promise<void> {
  const { inputs, context } = telling;
  if (inputs.sarifFile === '') return;
  const file = resolve(context.workspace, inputs.sarifFile);
  const there = await lastThere(dirname(file));
  const roots = await Promise.all([context.workspace, context.temp].map((root) => realpath(root)));
  // The workspace holds what a stranger wrote: a link in it may lead anywhere.
  if (!roots.some((root) => `${there}${sep}`.startsWith(`${root}${sep}`))) throw new Error('the file of the input `sarif-file` is outside the workspace');
  await mkdir(dirname(file), { recursive: true });
  const target = join(await realpath(dirname(file)), basename(file));
  await rm(target, { force: true });
  await writeFile(target, sarifOf(telling), { flag: 'wx' });
}

/** The folder, or the nearest one above it that exists, without links. */
async function lastThere(folder: string): Promise<string> {
  return realpath(folder).catch(() => lastThere(dirname(folder)));
}

/** Results of one category replace those that were there; so each job has its own. */
export function sarifOf(telling: Telling): string {
  return toSarif(telling.report, { rules: ruleInfos(), category: ['breakwater', legOf(telling)].filter((part) => part !== '').join('/') });
}
