/** Controls, format characters (bidirectional marks, zero width), line separators and lone surrogates: what a terminal or a log would act on. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * One line of text that is safe in a terminal and in a log that a runner reads (threats T14, T18): what is unsafe is shown
 * as `\uXXXX`, and nothing in it is a workflow command, neither `::name::` at the start nor `##[name]` anywhere
 * (actions/runner, ActionCommand.cs).
 */
export function cleanText(text: string): string {
  return breakCommands(escapeUnsafe(text)).replace(/^(\s*)::/, '$1\\u003a:');
}

/** The same for text that is escaped further, or that stands in the middle of a line. */
export function escapeUnsafe(text: string): string {
  return text.replaceAll(UNSAFE, escapeUnits);
}

/** The older form of a command works anywhere in a line. Within a string of JSON what comes of it means the same. */
export function breakCommands(text: string): string {
  return text.replaceAll('##[', '#\\u0023[');
}

/** Text without what `escapeUnsafe` would show, for where nobody needs to see it. */
export function dropUnsafe(text: string): string {
  return text.replaceAll(UNSAFE, '');
}

/** Each UTF-16 unit as `\uXXXX`, as in JSON. */
export function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** At most so many code points; what is cut is said. */
export function cutText(text: string, most: number): string {
  const points = [...text.slice(0, most * 2 + 2)];
  return points.length > most ? `${points.slice(0, most).join('')}…` : text;
}

/** A path as part of a URI (RFC 3986, section 3.3): slashes stay, everything else that is not plain is escaped, so that it can stand in Markdown too. */
export function encodePath(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map((segment) => encodeURIComponent(segment).replaceAll(/[!'()*]/g, percent))
    .join('/');
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
