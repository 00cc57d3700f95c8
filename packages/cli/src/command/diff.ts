import { type Bar, examine, type Mode } from '@breakwater/core';
import { checker } from '../checker.ts';
import type { Exit, Io } from '../io.ts';
import type { OutputFormat } from '../render.ts';
import { sourceOf } from '../source.ts';
import { conclude, reportOf } from './report.ts';

export interface DiffOptions {
  readonly format: OutputFormat;
  readonly failOn: Bar;
  readonly mode: Mode;
  readonly root?: string;
}

/** Compares two versions of one contract. */
export async function diff(base: string, head: string, { format, failOn, mode, root }: DiffOptions, io: Io): Promise<Exit> {
  const sources = await Promise.all([base, head].map((argument) => sourceOf(argument, { cwd: io.cwd, root, stdin: io.stdin })));
  const failures = sources.flatMap((source) => ('refusal' in source ? [{ message: source.refusal }] : []));
  const [from, to] = sources;
  if (!from || !to || 'refusal' in from || 'refusal' in to) return conclude(reportOf([{ contract: undefined, findings: [], failures }]), format, failOn, io);
  const answer = await examine(checker, { head: to, base: { ...from, label: from.label }, lint: false, settings: { mode } });
  return conclude(reportOf([answer]), format, failOn, io);
}
