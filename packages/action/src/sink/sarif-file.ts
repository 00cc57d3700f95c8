import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Report, toSarif } from '@breakwater/core';
import { ruleInfos } from '@breakwater/formats';
import type { Telling } from './sink.ts';

export async function writeSarif({ report, inputs, context }: Telling): Promise<void> {
  if (inputs.sarifFile === '') return;
  const file = resolve(context.workspace, inputs.sarifFile);
  await mkdir(dirname(file), { recursive: true });
  const folder = await realpath(dirname(file));
  const roots = await Promise.all([context.workspace, context.temp].map((root) => realpath(root)));
  // The workspace holds what a stranger wrote: a link in it may lead anywhere.
  if (!roots.some((root) => `${folder}${sep}`.startsWith(`${root}${sep}`))) throw new Error('the file of the input `sarif-file` is outside the workspace');
  const target = join(folder, basename(file));
  await rm(target, { force: true });
  await writeFile(target, sarifOf(report), { flag: 'wx' });
}

export function sarifOf(report: Report): string {
  return toSarif(report, { rules: ruleInfos() });
}
