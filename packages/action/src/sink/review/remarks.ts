import { codeSpan, type Edit, type Finding, positionAt, prose, type SourceFile } from '@breakwater/core';
import { ruleInfos } from '@breakwater/formats';
import type { Repair } from '../../fixes.ts';
import { type Hunk, hunksOf } from './diff-lines.ts';
import { isBlob } from './is-blob.ts';
import { type Suggestion, suggestionOf } from './suggestion.ts';

/** A file of a pull request, as GitHub lists it. */
export interface ChangedFile {
  readonly filename: string;
  /** Of its text; absent where there is none. */
  readonly sha: string | null;
  /** Absent where the difference is too large, or not of text. */
  readonly patch?: string;
}

/** What is said on lines of a pull request. */
export interface Remark {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly body: string;
}

/** Repairs as remarks, where the pull request itself has written what is to be repaired; of two about the same lines the first. */
export function remarksOf(repairs: readonly Repair[], files: readonly ChangedFile[]): readonly Remark[] {
  return files.flatMap((file) => {
    const own = repairs.filter(({ source }) => source.uri === file.filename);
    const [first] = own;
    // Another text than that of the head: the target branch has changed this file too, and its lines are elsewhere.
    if (!first || !isBlob(first.source.text, file.sha ?? '')) return [];
    return remarksIn(own, hunksOf(file.patch ?? ''));
  });
}

function remarksIn(repairs: readonly Repair[], hunks: readonly Hunk[]): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const { finding, fix, source } of repairs) {
    if (!fix.edits.every((edit) => isNear(source, edit, hunks))) continue;
    const suggestion = suggestionOf(source, fix.edits);
    if (!suggestion || !hunks.some((hunk) => isIn(hunk, suggestion))) continue;
    const { start, end } = suggestion;
    if (remarks.some((other) => other.start <= end && start <= other.end)) continue;
    remarks.push({ path: source.uri, start, end, body: bodyOf(finding, suggestion) });
  }
  return remarks;
}

/** A cheap look before whole files are compared. An edit may begin where the lines of a hunk have just ended. */
function isNear(source: SourceFile, { span }: Edit, hunks: readonly Hunk[]): boolean {
  const line = positionAt(source, span.start).line + 1;
  return hunks.some(({ start, end }) => line >= start && line <= end + 1);
}

function isIn({ start, end, added }: Hunk, suggestion: Suggestion): boolean {
  if (suggestion.start < start || suggestion.end > end) return false;
  for (let line = suggestion.start; line <= suggestion.end; line++) if (added.has(line)) return true;
  return false;
}

/** Tells a remark from others of the same bot, and which finding it is about. */
function markerOf({ fingerprint }: Finding): string {
  return `<!-- breakwater-fix ${fingerprint.replaceAll(/[^\w.-]/g, '')} -->`;
}

/** What is suggested stands in a fence that no line of it can end (CommonMark 0.31, section 4.5). */
function bodyOf(finding: Finding, { lines }: Suggestion): string {
  const info = ruleInfos().find(({ id }) => id === finding.ruleId);
  const rule = info ? `[${info.id}](${info.helpUri})` : codeSpan(finding.ruleId);
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const fence = '`'.repeat(longest + 1);
  return [markerOf(finding), `${prose(finding.message)} ${rule}`, '', `${fence}suggestion`, ...lines, fence].join('\n');
}
