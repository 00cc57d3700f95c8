import { globSync, lstatSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { RunReport } from '@breakwater/core';
import schema from '@breakwater/core/report.schema.json' with { type: 'json' };
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A report may come from somebody else's run, so it is held to its schema and to these (threat T24). */
const MAX_REPORTS = 1_000;
const MAX_BYTES = 20_000_000;
const MAX_ALL_BYTES = 100_000_000;
const MAX_DEPTH = 100;

/** The reports that a glob names. Throws one line about the first that is none. */
export function readReports(pattern: string, workspace: string): readonly RunReport[] {
  const files = globSync(pattern, { cwd: workspace }).sort();
  if (files.length === 0) throw new Error('no file matches the input `merge`.');
  if (files.length > MAX_REPORTS) throw new Error(`the input \`merge\` matches ${files.length} files; at most ${MAX_REPORTS} are folded.`);
  const validate = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false, ownProperties: true }).compile<RunReport>({
    ...schema,
    required: [...schema.required, 'run'],
  });
  let left = MAX_ALL_BYTES;
  return files.map((file) => {
    const path = resolve(workspace, file);
    const name = relative(workspace, path);
    const { size } = lstatSync(path);
    if (!lstatSync(path).isFile()) throw new Error(`\`${name}\` is not a file.`);
    if (size > MAX_BYTES || size > left) throw new Error(`\`${name}\` is too large for a report.`);
    left -= size;
    return reportIn(readFileSync(path, 'utf8'), name, validate);
  });
}

function reportIn(text: string, name: string, validate: ValidateFunction<RunReport>): RunReport {
  if (isTooDeep(text)) throw new Error(`\`${name}\` is nested too deep for a report.`);
  const report = parsed(text);
  if (!validate(report)) {
    const [{ instancePath, message } = { instancePath: '', message: '' }] = validate.errors ?? [];
    throw new Error(`\`${name}\` is no report of a run of this action: \`${instancePath.slice(0, 200) || '/'}\` ${message}.`);
  }
  return report;
}

/** `undefined`, which fits no schema, for what is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const MARKS = /\\.|["[\]{}]/gs;

/** By brackets outside strings. What is deep breaks whoever walks it. */
function isTooDeep(text: string): boolean {
  let [depth, inString] = [0, false];
  for (const [mark] of text.matchAll(MARKS)) {
    if (mark === '"') inString = !inString;
    else if (!inString && (mark === '[' || mark === '{')) depth++;
    else if (!inString && (mark === ']' || mark === '}')) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
