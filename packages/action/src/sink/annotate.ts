import * as core from '@actions/core';
import { type Finding, type Report, toAnnotation } from '@breakwater/core';

/** A step shows at most so many of each level (actions/runner, ExecutionContext.cs), and the first ones win. */
const MAX_PER_LEVEL = 10;

const SAY = { error: core.error, warning: core.warning, notice: core.notice };
const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** Annotations, the worst first. What is compatible is in the comment and in the summary; in the margin it would be noise. */
export function annotate({ findings }: Report): void {
  const shown = { error: 0, warning: 0, notice: 0 };
  const annotations = findings
    .filter(isWorthAMargin)
    .map(toAnnotation)
    .sort((a, b) => RANK[a.level] - RANK[b.level]);
  for (const { level, message, properties } of annotations) if (shown[level]++ < MAX_PER_LEVEL) SAY[level](message, properties);
}

function isWorthAMargin({ kind, verdict }: Finding): boolean {
  return kind !== 'change' || verdict !== 'compatible';
}
