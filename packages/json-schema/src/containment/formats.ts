import { fullFormats } from 'ajv-formats/dist/formats.js';
import { caseless } from './regex/caseless.ts';

/** What is known about a format of strings. */
export interface TextFormat {
  /** Whether a text has the format; the same test that ajv uses. */
  test(text: string): boolean;
  /** Patterns that every text of the format matches. */
  readonly needs: readonly string[];
  /** Whether every text that matches them has the format. */
  readonly isExact: boolean;
  /** A text that matches it has the format, where `needs` does not suffice. */
  readonly suffices?: string;
  /** Texts on both sides of the border, for formats that are no patterns. */
  readonly samples: readonly string[];
}

/** Longest text that is tested: some of the expressions take the square of its length. */
export const MAX_TESTED_LENGTH = 2_000;

const DAYS = '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))';
const LEAP_YEAR = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DATE = `(?:[0-9]{4}-${DAYS}|${LEAP_YEAR}-02-29)`;
const OFFSET = '(?:[zZ]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)';
/** Leap seconds depend on the offset: they are in what a time needs, and not in what suffices. */
const ANY_TIME = `[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?${OFFSET}`;
const PLAIN_TIME = `(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?${OFFSET}`;
const TIMES = ['00:00:00Z', '23:59:60Z', '00:00:60+00:01', '12:00:00', '24:00:00Z'];

/** Formats of which one expression is not all that ajv-formats says. */
const SPECIAL: Readonly<Record<string, Partial<TextFormat>>> = {
  date: { needs: [`^${DATE}$`], isExact: true },
  time: { needs: [`^${ANY_TIME}$`], suffices: `^${PLAIN_TIME}$`, samples: TIMES },
  'date-time': {
    needs: [`^${DATE}[tT\\s]${ANY_TIME}$`],
    suffices: `^${DATE}[tT]${PLAIN_TIME}$`,
    samples: TIMES.map((time) => `2000-01-01T${time}`),
  },
  duration: { needs: ['^P(?:(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?|(?:\\d+W)?)$', '[^PT]$'], isExact: true },
  // Every URI is a URI reference with a scheme.
  uri: { isExact: false, needs: [...patternsOf('uri-reference'), '^[a-zA-Z][a-zA-Z0-9+\\-.]*:'], samples: ['a:b', 'http://a/b?c#d', 'a', '/a', 'a:'] },
  regex: { samples: ['a', '^a+$', '(', '[', '\\'] },
  url: { samples: ['http://a.bc', 'ftp://a.bc/d', 'a:b'] },
  byte: { samples: ['', 'YQ==', 'a'] },
};

/** The formats of strings that are told apart; undefined for all others, which say nothing. */
const TEXT_FORMATS: ReadonlyMap<string, TextFormat> = new Map(
  Object.keys(fullFormats).flatMap((name) => {
    const test = testOf(name);
    if (!test) return [];
    const needs = patternsOf(name);
    return [[name, { test, needs, isExact: needs.length > 0, samples: [], ...SPECIAL[name] }] as const];
  }),
);

export function textFormat(name: unknown): TextFormat | undefined {
  return typeof name === 'string' ? TEXT_FORMATS.get(name) : undefined;
}

/** The greatest and the least whole number of a format; undefined for what is no format of whole numbers. */
export function wholeRange(name: unknown): { readonly low: bigint; readonly high: bigint } | undefined {
  const bits = name === 'int32' ? 32n : name === 'int64' ? 64n : undefined;
  return bits && { low: -(2n ** (bits - 1n)), high: 2n ** (bits - 1n) - 1n };
}

/** ajv's formats of all names that are told apart here. */
export function ajvFormats(): readonly (readonly [string, (typeof fullFormats)[keyof typeof fullFormats]])[] {
  return Object.entries(fullFormats).filter(([name]) => textFormat(name) !== undefined || wholeRange(name) !== undefined);
}

function definitionOf(name: string): unknown {
  return new Map<string, unknown>(Object.entries(fullFormats)).get(name);
}

function testOf(name: string): ((text: string) => boolean) | undefined {
  const given = definitionOf(name);
  if (given instanceof RegExp) return (text) => given.test(text);
  const validate = typeof given === 'object' && given !== null && 'validate' in given && !('type' in given) ? given.validate : given;
  return typeof validate === 'function' ? (text) => validate(text) === true : undefined;
}

function patternsOf(name: string): readonly string[] {
  const given = definitionOf(name);
  if (!(given instanceof RegExp) || !['', 'i'].includes(given.flags)) return [];
  return [given.flags === 'i' ? caseless(given.source) : given.source];
}
