import type { Finding, Severity } from '../finding/finding.ts';
import { breakCommands, escapeUnsafe } from './clean-text.ts';
import type { Report } from './report.ts';
import { worstFirst } from './sections.ts';
import { witnessJson, witnessVerdict } from './witness-text.ts';

/** GitHub's words: *annotation*, *notice*. Lines and columns are one-based. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: {
    readonly title: string;
    readonly file: string;
    readonly startLine: number;
    readonly endLine: number;
    readonly startColumn?: number;
    readonly endColumn?: number;
  };
}

const LEVEL: Readonly<Record<Severity, Annotation['level']>> = { error: 'error', warn: 'warning', info: 'notice', hint: 'notice', off: 'notice' };
const LEVELS: readonly Annotation['level'][] = ['error', 'warning', 'notice'];

/** The runner cuts a message at so many UTF-16 units and says nothing (actions/runner, ExecutionContext.cs). */
const MAX_MESSAGE = 4_096;

/** GitHub refuses columns on an annotation that spans several lines. */
export function toAnnotation(finding: Finding): Annotation {
  const { at, ruleId, severity, accepted, inBase } = finding;
  const oneLine = at.start.line === at.end.line;
  return {
    // What somebody has agreed to, or what was there before, is no alarm.
    level: accepted || inBase ? 'notice' : LEVEL[severity],
    message: cutUnits(messageOf(finding)),
    properties: {
      title: ruleId,
      file: at.uri,
      startLine: at.start.line + 1,
      endLine: at.end.line + 1,
      ...(oneLine && { startColumn: at.start.character + 1, endColumn: at.end.character + 1 }),
    },
  };
}

/** The message is the finding's own, alone on its first line; proof and advice follow. */
function messageOf({ message, witness, unproved, advice }: Finding): string {
  const lines = [message];
  if (witness) lines.push(`Proof: ${witnessJson(witness)} ${witnessVerdict(witness)} (${witness.boundary}).`);
  if (unproved !== undefined) lines.push(`Not proved: ${unproved}.`);
  if (advice !== undefined && advice !== '') lines.push(`What to do: ${advice}`);
  return lines.map((line) => breakCommands(escapeUnsafe(line))).join('\n');
}

/** Cut by UTF-16 units as the runner counts, and not within a character. */
function cutUnits(text: string): string {
  return text.length <= MAX_MESSAGE ? text : `${text.slice(0, MAX_MESSAGE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

export interface GithubOptions {
  /** Commands beyond it are left out, and a last notice counts them. */
  readonly max?: number;
}

/** Workflow commands, one a line, the worst first: a step shows only the first ten of a level. */
export function toGithubCommands({ findings }: Report, { max = Number.POSITIVE_INFINITY }: GithubOptions = {}): string {
  const annotations = worstFirst(findings).map(toAnnotation);
  const ordered = LEVELS.flatMap((level) => annotations.filter((annotation) => annotation.level === level));
  const left = ordered.length - max;
  const lines = ordered.slice(0, max).map(commandOf);
  return [...lines, ...(left > 0 ? [`::notice title=breakwater::…and ${left} more findings that are not listed here.`] : [])]
    .map((line) => `${line}\n`)
    .join('');
}

function commandOf({ level, message, properties: { title, file, startLine, endLine, startColumn, endColumn } }: Annotation): string {
  const properties = {
    title,
    file,
    line: startLine,
    endLine,
    ...(startColumn !== undefined && { col: startColumn }),
    ...(endColumn !== undefined && { endColumn }),
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escapeData(message)}`;
}

/** As the runner decodes it (actions/runner, ActionCommand.cs; actions/toolkit, command.ts). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(breakCommands(escapeUnsafe(text)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
}
