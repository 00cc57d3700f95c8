import { child, stringOf } from '@breakwater/core';
import type { PatternText } from '../path/thing.ts';
import { matches } from '../run/view.ts';
import { type CheckMaker, CLEAN, type Complaint } from './check.ts';

/** A text that a regular expression matches, or does not. */
export const pattern: CheckMaker = {
  options: { type: 'object', minProperties: 1, additionalProperties: false, properties: { match: { type: 'string' }, notMatch: { type: 'string' } } },
  make(options) {
    const [wanted, unwanted] = [stringOf(child(options, 'match')), stringOf(child(options, 'notMatch'))];
    return patternCheck(wanted, unwanted);
  },
};

/** For rules that are not read from a file. */
export function patternCheck(wanted: string | undefined, unwanted?: string): ReturnType<CheckMaker['make']> {
  const [match, notMatch] = [patternIn(wanted), patternIn(unwanted)];
  return (value) => {
    if (typeof value !== 'string') return CLEAN;
    const found: Complaint[] = [];
    if (match && !matches(match, value)) found.push({ message: `must match the pattern \`${wanted}\`` });
    if (notMatch && matches(notMatch, value)) found.push({ message: `must not match the pattern \`${unwanted}\`` });
    return found;
  };
}

/** `a+` or `/a+/i`. */
function patternIn(text: string | undefined): PatternText | undefined {
  if (text === undefined) return undefined;
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
  return source === undefined ? { source: text, flags: '' } : { source, flags: flags ?? '' };
}
