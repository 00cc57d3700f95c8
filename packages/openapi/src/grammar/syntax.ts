import type { Names, Syntax } from './value.ts';

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
const MEDIA_RANGE = /^\s*(?:\*|[!#$%&'*+.^_`|~\w-]+)\/[!#$%&'*+.^_`|~\w-]+\s*(?:;.*)?$/;
/** What no URI can hold unescaped (RFC 3986, appendix A; letters of other scripts as in RFC 3987). Templates keep their braces. */
const NO_URI = /[\s<>"\\^`|\u0000-\u001f\u007f]|%(?![\da-fA-F]{2})/;
const METHODS = new Set(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'QUERY']);

const TEXTS: Readonly<Record<Syntax, (text: string) => boolean>> = {
  uri: isUri,
  dialect: isUri,
  bare: (text) => isUri(text) && !text.includes('#'),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  pathName: (text) => /^[^{}]+$/.test(text),
  token: (text) => TOKEN.test(text),
  mediaRanges: (text) => text.split(',').every((part) => MEDIA_RANGE.test(part)),
  host: (text) => /^[^{}/ :\\]+(?::\d+)?$/.test(text),
  basePath: (text) => text.startsWith('/'),
  version: (text) => /^(?:2\.0|3\.\d+\.\d+(?:-.+)?)$/.test(text),
  anchor: (text) => /^[A-Za-z_][-A-Za-z0-9._]*$/.test(text),
  identifier: (text) => /^[^#]*#?$/.test(text),
};

const KEYS: Readonly<Record<Names, (name: string) => boolean>> = {
  component: (name) => /^[\w.-]+$/.test(name),
  path: (name) => name.startsWith('/'),
  status: (name) => /^[1-5](?:\d\d|XX)$/.test(name),
  /** "Values outside the range 100..599 are invalid" (RFC 9110, section 15); OpenAPI 2.0 knows no ranges. */
  status2: (name) => /^[1-5]\d\d$/.test(name),
  mediaType: (name) => MEDIA_RANGE.test(name),
  token: (name) => TOKEN.test(name),
  method: (name) => TOKEN.test(name) && !METHODS.has(name),
  any: () => true,
};

export function isWritten(syntax: Syntax, text: string): boolean {
  return TEXTS[syntax](text);
}

export function isNamed(names: Names, name: string): boolean {
  return KEYS[names](name);
}

function isUri(text: string): boolean {
  return text !== '' && !NO_URI.test(text);
}
