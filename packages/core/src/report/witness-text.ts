import type { Finding, Witness } from '../finding/finding.ts';
import { cutText } from './clean-text.ts';
import { jsonText } from './json-text.ts';

/** Longest JSON of a witness that is shown, in code points. */
const MAX_WITNESS = 2_000;
/** Longest JSON that is easier to read on one line. */
const MAX_LINE = 80;

/** The value as JSON on one line, long strings shortened. */
export function witnessJson({ value }: Witness): string {
  return cutText(jsonText(value, 0, shortened), MAX_WITNESS);
}

/** The same over several lines where it is long. */
export function witnessBlock(witness: Witness): string {
  const line = witnessJson(witness);
  return line.length <= MAX_LINE ? line : cutText(jsonText(witness.value, 2, shortened), MAX_WITNESS);
}

/** A made-up string of 201 equal letters is easier to read by its length. */
function shortened(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > 80 ? `${cutText(value, 20)} (${value.length} characters)` : value;
}

/** `was accepted by base and is rejected by head`. */
export function witnessVerdict({ acceptedBy, rejectedBy }: Witness): string {
  return acceptedBy === 'base'
    ? `was accepted by ${acceptedBy} and is rejected by ${rejectedBy}`
    : `is possible in ${acceptedBy} and was not accepted by ${rejectedBy}`;
}

/** The first of what a finding affects, and how many more there are. */
export function affectsText({ affects = [] }: Finding, most = 3, show: (name: string) => string = (name) => name): string {
  const shown = affects
    .slice(0, most)
    .map((name) => show(name))
    .join(', ');
  return affects.length > most ? `${shown} and ${affects.length - most} more` : shown;
}
