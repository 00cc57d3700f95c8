/** `/breakwater accept <id> <reason>` in a comment of a pull request, by whoever wrote it. */
export interface Reply {
  readonly login: string;
  /** The beginning of a fingerprint; empty where the reply has not the form. */
  readonly id: string;
  readonly reason: string;
}

const COMMAND = /^\/breakwater[ \t]+accept\b/;
const FORM = /^\/breakwater[ \t]+accept[ \t]+`?([0-9a-f]{6,16}(?:-\d{1,6})?)`?[ \t]+(\S.*)$/s;
const LONGEST_REASON = 300;

/**
 * The acceptances of one comment: it begins with one, and each stands in a line of its own. What is quoted, explained or shown
 * in the middle of a text is none.
 */
export function repliesIn(body: string, login: string): readonly Reply[] {
  const lines = body.trimStart().split(/\r\n|\r|\n/);
  if (!COMMAND.test(lines[0] ?? '')) return [];
  return lines
    .filter((line) => COMMAND.test(line))
    .map((line) => {
      const [, id = '', reason = ''] = FORM.exec(line) ?? [];
      return { login, id, reason: reason.trim().slice(0, LONGEST_REASON).toWellFormed() };
    });
}
