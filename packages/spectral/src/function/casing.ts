import { booleanOf, child, stringOf } from '@breakwater/core';
import { matches } from '../run/view.ts';
import { type CheckMaker, CLEAN } from './check.ts';

type Words = (lower: string, upper: string) => string;

/** A name that begins with one kind of letter, and how further words follow. */
const CASES: Readonly<Record<string, Words>> = {
  flat: (lower) => `[a-z]${lower}*`,
  camel: (lower, upper) => `[a-z]${lower}*(?:${upper}(?:${lower}+|$))*`,
  pascal: (lower, upper) => `[A-Z]${lower}*(?:${upper}(?:${lower}+|$))*`,
  kebab: (lower) => `[a-z]${lower}*(?:-${lower}+)*`,
  cobol: (_, upper) => `[A-Z]${upper}*(?:-${upper}+)*`,
  snake: (lower) => `[a-z]${lower}*(?:_${lower}+)*`,
  macro: (_, upper) => `[A-Z]${upper}*(?:_${upper}+)*`,
};

/** How words are written together in a name. */
export const casing: CheckMaker = {
  options: {
    type: 'object',
    required: ['type'],
    additionalProperties: false,
    properties: {
      type: { enum: Object.keys(CASES) },
      disallowDigits: { type: 'boolean' },
      separator: {
        type: 'object',
        required: ['char'],
        additionalProperties: false,
        properties: { char: { type: 'string' }, allowLeading: { type: 'boolean' } },
      },
    },
  },
  make(options) {
    const type = stringOf(child(options, 'type')) ?? 'camel';
    const digits = booleanOf(child(options, 'disallowDigits')) === true ? '' : '0-9';
    const word = (CASES[type] ?? CASES.camel)?.(`[a-z${digits}]`, `[A-Z${digits}]`) ?? '';
    const separator = child(options, 'separator');
    const char = stringOf(child(separator, 'char'));
    const mayLead = booleanOf(child(separator, 'allowLeading')) === true;
    const between = char === undefined ? '' : `[${char.replaceAll(/[\\\]^-]/g, '\\$&')}]`;
    const source = char === undefined ? `^${word}$` : `^${mayLead ? `${between}?` : ''}${word}(?:${between}${word})*$`;
    const complaints = [{ message: `must be in ${type} case` }];
    return (value) => (typeof value !== 'string' || value === '' || (mayLead && value === char) || matches({ source, flags: '' }, value) ? CLEAN : complaints);
  },
};
