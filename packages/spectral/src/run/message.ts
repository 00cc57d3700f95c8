import type { DataRule } from '../ruleset/data-rule.ts';

export interface Values {
  readonly property: string;
  readonly value: string;
  readonly error: string;
  readonly path: string;
}

const MAX_LENGTH = 500;

/** What a rule tells: its message with the values filled in, else what it says of itself, else what its function found. */
export function messageOf({ message, description }: DataRule, values: Values): string {
  const all: Readonly<Record<string, string>> = { ...values, description: description ?? '' };
  const text = message === undefined ? (description ?? values.error) : message.replaceAll(/#?\{\{\s*([^{}\n]+?)\s*\}\}/g, (_, name: string) => all[name] ?? '');
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length > MAX_LENGTH ? `${flat.slice(0, MAX_LENGTH - 1)}…` : flat;
}
