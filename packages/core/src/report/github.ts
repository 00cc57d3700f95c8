import type { Finding, Severity } from '../finding/finding.ts';
import { cleanText, cutText, escapeUnsafe } from './clean-text.ts';
import type { Report } from './report.ts';
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

/** The runner cuts a message at 4,096 characters (actions/runner, ExecutionContext.cs); so that nothing is cut in a proof, we cut before. */
const MAX_MESSAGE = 3_900;

/** GitHub refuses columns on an annotation that spans several lines. */
export function toAnnotation(finding: Finding): Annotation {
  const { at, ruleId, severity } = finding;
  const oneLine = at.start.line === at.end.line;
  return {
    level: LEVEL[severity],
    message: cutText(messageOf(finding), MAX_MESSAGE),
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
  if (advice !== undefined) lines.push(`What to do: ${advice}`);
  return lines.map((line) => escapeUnsafe(line).replaceAll('##[', '#\\u0023[')).join('\n');
}

/** Workflow commands, one a line, the worst first: only the first ten of a level are shown. */
export function toGithubCommands({ findings }: Report): string {
  const order: readonly Annotation['level'][] = ['error', 'warning', 'notice'];
  const annotations = findings.map(toAnnotation);
  return order.flatMap((level) => annotations.filter((annotation) => annotation.level === level).map((annotation) => `${commandOf(annotation)}\n`)).join('');
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

/** As the runner decodes it (actions/runner, ActionCommand.cs). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(cleanText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
