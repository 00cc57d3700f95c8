import * as core from '@actions/core';
import { type Finding, toAnnotation, worstFirst } from '@breakwater/core';
import type { Telling } from './sink.ts';

/** A step shows ten of each level (actions/runner, ExecutionContext.cs), and the first ones win; one is left for what the action says itself. */
const MAX_PER_LEVEL = 9;

const SAY = { error: core.error, warning: core.warning, notice: core.notice };
const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** Annotations, the worst first. What is compatible, or in the base already, is in the comment and in the summary; in the margin it would be noise. */
export function annotate({ report }: Telling): void {
  const shown = { error: 0, warning: 0, notice: 0 };
  const annotations = worstFirst(report.findings)
    .filter(isWorthAMargin)
    .map(toAnnotation)
    .sort((a, b) => RANK[a.level] - RANK[b.level]);
  for (const { level, message, properties } of annotations) if (shown[level]++ < MAX_PER_LEVEL) SAY[level](message, properties);
}

export function isWorthAMargin({ kind, verdict, inBase }: Finding): boolean {
  return !inBase && (kind !== 'change' || verdict !== 'compatible');
}
