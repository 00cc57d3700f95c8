import { breakCommands, escapeUnsafe } from './clean-text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for an element or a quoted attribute; the only way by which anything gets into the page (threat T19). */
export function escapeHtml(text: string): string {
  return breakCommands(escapeUnsafe(text)).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** The same, with lines kept: for `pre`. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeHtml).join('\n');
}

/** What stands in backticks becomes code, if they come in pairs. */
export function htmlProse(text: string): string {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return escapeHtml(text);
  return parts.map((part, i) => (i % 2 === 1 ? code(part) : escapeHtml(part))).join('');
}

export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}
