import type { Finding } from '../finding/finding.ts';
import { locationOf } from '../finding/location.ts';
import type { Baseline, BaselineEntry } from '../policy/baseline.ts';
import { configValid } from '../problems/config-valid.ts';
import { problemAt, problemIn } from '../problems/problem.ts';
import type { SourceFile } from '../text/source-file.ts';
import { anchorOf, child, entriesOf, numberOf, stringOf } from '../tree/node.ts';
import { readText } from '../tree/read-text.ts';
import { mistakesIn } from './mistakes-in.ts';
import type { Schema } from './schema.ts';

const SCHEMA: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'findings'],
  properties: {
    version: { type: 'integer', minimum: 1, maximum: 1 },
    findings: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'contract', 'count'],
        properties: { rule: { type: 'string' }, contract: { type: 'string' }, count: { type: 'integer', minimum: 1 } },
      },
    },
  },
};

/** Reads a baseline, as `baselineText` writes it. */
export function readBaseline(file: SourceFile): { readonly baseline: Baseline; readonly mistakes: readonly Finding[] } {
  const { root, problems } = readText(file);
  const unreadable = problems.map(({ message, span }) => problemIn(configValid, message, file, span));
  const flaws = root ? mistakesIn(root, SCHEMA) : [];
  const empty = root ? [] : [problemIn(configValid, 'The baseline is empty.', file, { start: 0, end: 0 })];
  const entries = entriesOf(child(root, 'findings')).map(({ name, value }): [string, BaselineEntry] => [
    name,
    {
      rule: stringOf(child(value, 'rule')) ?? '',
      contract: stringOf(child(value, 'contract')) ?? '',
      count: numberOf(child(value, 'count')) ?? 0,
      at: locationOf(value),
    },
  ]);
  const mistakes = [...unreadable, ...empty, ...flaws.map(({ message, node, span }) => problemAt(configValid, message, node, span ?? anchorOf(node)))];
  return { baseline: { entries: new Map(mistakes.length > 0 ? [] : entries) }, mistakes };
}
