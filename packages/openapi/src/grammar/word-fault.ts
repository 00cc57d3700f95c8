import type { Fault } from './fault.ts';
import type { Names, Syntax } from './value.ts';

/** One sentence for a fault, in the words of an author. */
export function wordFault(data: Fault): string {
  switch (data.fault) {
    case 'missing':
      return `\`${data.field}\` is missing from ${this_(data.noun)}.`;
    case 'unknown':
      return `\`${data.field}\` is no field of ${a(data.noun)}${known(data)}${meant(data.near)}`;
    case 'misplaced':
      return misplaced(data);
    case 'kind':
      return `${data.label} is ${data.is} here; it has to be ${data.must}.`;
    case 'choice':
      return `${data.label} is \`${data.value}\` here; it has to be ${or(data.of)}${meant(data.near)}`;
    case 'apart':
      return `\`${data.field}\` cannot stand beside \`${data.other}\` in ${a(data.noun)}.`;
    case 'some':
      return `${or(data.fields)} is missing from ${this_(data.noun)}.`;
    default:
      return wordValue(data);
  }
}

function wordValue(data: Exclude<Fault, { fault: 'missing' | 'unknown' | 'misplaced' | 'kind' | 'choice' | 'apart' | 'some' }>): string {
  switch (data.fault) {
    case 'name':
      return `\`${data.name}\` is no ${NAMED[data.names]}.`;
    case 'syntax':
      return data.value === ''
        ? `${data.label} is empty here; it has to be ${a(WRITTEN[data.syntax])}.`
        : `${data.label} is \`${data.value}\` here, which is no ${WRITTEN[data.syntax]}.`;
    case 'empty':
      return `${data.label} is empty; it has to hold at least one entry.`;
    case 'repeated':
      return `\`${data.value}\` is listed twice in ${data.label}.`;
    case 'single':
      return `${data.label} has to hold exactly one entry, and there ${data.count === 1 ? 'is' : 'are'} ${data.count}.`;
    case 'reference':
      return `\`${data.target}\` is ${data.is}; here ${a(data.must)} has to stand.`;
    case 'no reference':
      return `A \`$ref\` has no place here: the specification wants ${a(data.must)} itself.`;
  }
}

const NAMED: Readonly<Record<Names, string>> = {
  component: 'name of a component: only letters, digits, `.`, `-` and `_` may be used',
  path: 'path: a path begins with `/`',
  status: 'status: `200`, `4XX` and `default` are some',
  status2: 'status: `200` and `default` are some',
  mediaType: 'media type: `application/json` and `image/*` are some',
  token: 'name of a header: letters, digits and some signs, without spaces',
  method: 'method that may stand here: those with a field of their own, and what HTTP cannot send, may not',
  any: 'name',
};

const WRITTEN: Readonly<Record<Syntax, string>> = {
  uri: 'URI reference',
  email: 'email address',
  pathName: 'name that a path template can hold',
  token: 'name of a header: letters, digits and some signs, without spaces',
  mediaRanges: 'list of media types',
  host: 'host with an optional port, without scheme and path',
  basePath: 'path: it begins with `/`',
  version: 'version number such as `3.1.2`',
  dialect: 'URI',
  anchor: 'anchor: it begins with a letter or `_`, and holds letters, digits, `-`, `_` and `.`',
  identifier: 'identifier: its fragment has to be empty',
  bare: 'URI reference without a fragment',
};

function misplaced({ field, noun, by, value, belongs }: Extract<Fault, { fault: 'misplaced' }>): string {
  const here = `${a(noun)} with \`${by}: ${value}\``;
  return belongs.length === 0
    ? `\`${field}\` has no place in ${here}.`
    : `\`${field}\` has no place in ${here}, only with ${or(belongs.map((one) => `${by}: ${one}`))}.`;
}

function known({ version, known }: Extract<Fault, { fault: 'unknown' }>): string {
  return known === undefined ? '' : ` in OpenAPI ${version} (${known} has it)`;
}

function meant(near: string | undefined): string {
  return near === undefined ? '.' : `; did you mean \`${near}\`?`;
}

/** `a`, `b` or `c`. */
function or(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

const UNIQUE = new Set(['root', 'info', 'components', 'paths']);
const PLURAL = new Set(['responses', 'external documentation', 'true or false']);

/** `a parameter`, `the root`. */
export function a(noun: string): string {
  if (UNIQUE.has(noun)) return `the ${noun}`;
  if (PLURAL.has(noun)) return noun;
  return `${/^[aeiou]|^XML/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function this_(noun: string): string {
  if (UNIQUE.has(noun)) return `the ${noun}`;
  return noun === 'responses' ? 'these responses' : `this ${noun}`;
}
