import { cutText, dropUnsafe } from './clean-text.ts';

/** Longest message that is taken apart; longer ones are cut. */
const MAX_MESSAGE = 2_000;

/**
 * Text as a Markdown code span, the only form in which untrusted text is safe: no mention, link, image, HTML or table cell
 * can come of it (threat T16), and no workflow command where the Markdown is printed to a log. Backtick, pipe and the middle of `##[`
 * become look-alikes.
 */
export function codeSpan(text: string, most = 200): string {
  const plain = dropUnsafe(text.replaceAll(/\s+/g, ' ')).replaceAll('`', '\u02CB').replaceAll('|', '\u2502').replaceAll('##[', '#\uFF03[');
  const safe = cutText(plain, most);
  return `\`${safe.trim() === '' ? '\u00B7' : safe}\``;
}

/**
 * Our own words, with what they quote in backticks put into code spans. A backtick in the quoted text turns our words and
 * theirs round, so nothing outside is trusted either: a word that could become anything but text is a code span too.
 */
export function prose(message: string): string {
  const parts = cutText(message, MAX_MESSAGE).split('`');
  // An odd number of backticks: one of them came from a contract, and nothing tells ours from theirs.
  if (parts.length % 2 === 0) return codeSpan(message, 400);
  return (
    parts
      .map((part, i) => (i % 2 === 1 ? codeSpan(part) : wordsOf(part)))
      .join('')
      // Two code spans that touch would be one with other borders.
      .replaceAll('``', '` `')
      // No list within the list item that this may begin.
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
  );
}

function wordsOf(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(' ')
    .map((word) => (isInert(word) ? escapeProse(word) : codeSpan(word)))
    .join(' ');
}

/** Letters with punctuation that no filter of GitHub acts on: no `@`, `#`, `/`, `$`, digit or inner full stop, at most one colon. */
const LETTERS = /^[\p{L}\p{M}'"()[\]{}<>*_~!?,;:=+^&\u2026\u2013\u2014\u2192-]*\.*$/u;
const NUMBER = /^\(?\d{1,6}(?:\.\d{1,6})?%?[.,;:)]*$/;
/** Autolinks, emoji codes and commit ids: these are found in finished text, where escaping has no effect any more. */
const ACTIVE = /www|http|ftp|mailto|xmpp|:.*:|[\da-f]{7}/i;

/** Whether GitHub makes nothing of a word (GitHub Flavored Markdown 6.9; its mention, reference, commit and emoji filters run after Markdown). */
function isInert(word: string): boolean {
  return word.length <= 60 && (NUMBER.test(word) || (LETTERS.test(word) && !ACTIVE.test(word)));
}

/** Only letters, digits, spaces and plain punctuation stay as they are; the rest is a character reference. */
function escapeProse(text: string): string {
  return dropUnsafe(text).replaceAll(/[^\p{L}\p{N} .,;'()?!…-]/gu, (character) => `&#${character.codePointAt(0)};`);
}
