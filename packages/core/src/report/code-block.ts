import { cutText, escapeUnsafe } from './clean-text.ts';

/** Text of a contract as a Markdown code block of a few lines. Its fence is longer than any within, so that nothing in it can end it (threat T29). */
export function codeBlock(text: string, language: string, mostLines = 20): string {
  const lines = text.split(/\r\n|\n|\r/);
  const shown = lines.slice(0, mostLines).map((line) => cutText(escapeUnsafe(line), 160));
  const body = lines.length > mostLines ? [...shown, '…'] : shown;
  const longest = Math.max(2, ...body.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...body, fence].join('\n');
}
