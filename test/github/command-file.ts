/** What the runner makes of a file that the step wrote; `error` fails the step. */
export interface CommandFile {
  readonly values: Readonly<Record<string, string>>;
  readonly error: string | undefined;
}

/**
 * `GITHUB_OUTPUT`: `name=value`, or `name<<delimiter`, lines, `delimiter` (actions/runner, FileCommandManager.cs,
 * `EnvFileKeyValuePairs`). What stands before an error has already counted.
 */
export function parseCommandFile(text: string): CommandFile {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) return { values, error: `Invalid format '${line}'. Name must not be empty` };
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (heredoc >= 0) {
      const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
      if (name === '' || delimiter === '') return { values, error: `Invalid format '${line}'. Name and delimiter must not be empty` };
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) return { values, error: `Invalid value. Matching delimiter not found '${delimiter}'` };
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else return { values, error: `Invalid format '${line}'` };
  }
  return { values, error: undefined };
}

/** 1 MiB (FileCommandManager.cs, `AttachmentSizeLimit`). */
export const MAX_SUMMARY = 1024 * 1024;

/** `GITHUB_STEP_SUMMARY`: over the limit nothing is shown and an error is annotated, but the step does not fail. */
export function readSummary(bytes: Uint8Array): { readonly text: string; readonly error: string | undefined } {
  if (bytes.length <= MAX_SUMMARY) return { text: Buffer.from(bytes).toString('utf8'), error: undefined };
  const sizes = `supports content up to a size of ${MAX_SUMMARY / 1024}k, got ${Math.floor(bytes.length / 1024)}k`;
  return { text: '', error: `$GITHUB_STEP_SUMMARY upload aborted, ${sizes}` };
}
