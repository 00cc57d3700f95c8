import type { WorkflowCommand } from './workflow-command.ts';

type Level = 'error' | 'warning' | 'notice';

/** An annotation as the runner makes it of a command (ActionCommandManager.cs, IssueCommandExtension). */
export interface Annotation {
  readonly level: Level;
  /** Cut at 4,096 characters (ExecutionContext.cs, `_maxIssueMessageLength`). */
  readonly message: string;
  readonly title: string | undefined;
  readonly file: string | undefined;
  readonly startLine: number | undefined;
  readonly endLine: number | undefined;
  readonly startColumn: number | undefined;
  readonly endColumn: number | undefined;
  /** False from the eleventh of a level on: GitHub shows the first 10 errors, 10 warnings and 10 notices of a step. */
  readonly isShown: boolean;
}

const MAX_PER_LEVEL = 10;
const MAX_MESSAGE = 4096;
const LEVELS: ReadonlySet<string> = new Set<Level>(['error', 'warning', 'notice']);

export function annotationsOf(commands: readonly WorkflowCommand[]): readonly Annotation[] {
  const counts = new Map<string, number>();
  return commands
    .filter(({ name }) => LEVELS.has(name))
    .map(({ name, properties, data }) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return {
        level: name as Level,
        message: data.slice(0, MAX_MESSAGE),
        title: properties.title,
        file: properties.file,
        ...placeOf(properties),
        isShown: count <= MAX_PER_LEVEL,
      };
    });
}

type Place = Pick<Annotation, 'startLine' | 'endLine' | 'startColumn' | 'endColumn'>;

/** The corrections of `ValidateLinesAndColumns`, in its order: an end alone is a start too; columns need one line. */
function placeOf(properties: Readonly<Record<string, string>>): Place {
  const [line, endLine, column, endColumn] = ['line', 'endline', 'col', 'endcolumn'].map((key) => numberIn(properties[key]));
  const startLine = line ?? endLine;
  const startColumn = column ?? endColumn;
  const isOneLine = startLine !== undefined && (endLine === undefined || startLine === endLine);
  const hasColumns = isOneLine && !(startColumn !== undefined && endColumn !== undefined && endColumn < startColumn);
  const hasLines = !(startLine !== undefined && endLine !== undefined && endLine < startLine);
  return {
    startLine: hasLines ? startLine : undefined,
    endLine: hasLines ? endLine : undefined,
    startColumn: hasColumns ? startColumn : undefined,
    endColumn: hasColumns ? endColumn : undefined,
  };
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
}
