import type { Finding, Witness } from '../finding/finding.ts';

/** Longest JSON of a witness that is shown, in code points. */
const MAX_WITNESS = 2_000;

/** The value as JSON on one line, long runs of one letter shortened. */
export function witnessJson({ value }: Witness, indent = 0): string {
  const json = JSON.stringify(value, shortened, indent) ?? 'null';
  return json.length > MAX_WITNESS ? `${json.slice(0, MAX_WITNESS)}…` : json;
}

/** A made-up string of 201 equal letters is easier to read by its length. */
function shortened(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= 80) return value;
  return `${value.slice(0, 20)}… (${value.length} characters)`;
}

/** `was accepted by base and is rejected by head`. */
export function witnessVerdict({ acceptedBy, rejectedBy }: Witness): string {
  return acceptedBy === 'base'
    ? `was accepted by ${acceptedBy} and is rejected by ${rejectedBy}`
    : `is possible in ${acceptedBy} and was not accepted by ${rejectedBy}`;
}

/** The first of what a finding affects, and how many more there are. */
export function affectsText({ affects = [] }: Finding, most = 3): string {
  const shown = affects.slice(0, most).join(', ');
  return affects.length > most ? `${shown} and ${affects.length - most} more` : shown;
}
