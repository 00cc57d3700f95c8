import { cutText } from './clean-text.ts';

/** Controls and marks that no reader needs. */
const DROPPED = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/gu;

/**
 * Text as a Markdown code span, the only form in which untrusted text is safe: no mention, link, image, HTML or table cell
 * can come of it (threat T16). Backtick and pipe become look-alikes.
 */
export function codeSpan(text: string, most = 200): string {
  const safe = cutText(text.replaceAll(/\s+/g, ' ').replaceAll(DROPPED, '').replaceAll('`', '\u02CB').replaceAll('|', '\u2502'), most);
  return `\`${safe.trim() === '' ? '\u00B7' : safe}\``;
}

/** Our own words, with what they quote in backticks put into code spans; everything that could be Markdown in the rest is escaped. */
export function prose(message: string): string {
  const parts = message.split('`');
  // An odd number of backticks means that one of them came from a contract: then nothing tells ours from theirs.
  if (parts.length % 2 === 0) return codeSpan(message, 400);
  return parts.map((part, i) => (i % 2 === 1 ? codeSpan(part) : escapeProse(part))).join('');
}

/** Only letters, digits, spaces and plain punctuation stay as they are; the rest is a character reference. */
function escapeProse(text: string): string {
  return text.replaceAll(DROPPED, '').replaceAll(/[^\p{L}\p{N} .,;'()?!…-]/gu, (character) => `&#${character.codePointAt(0) ?? 32};`);
}
