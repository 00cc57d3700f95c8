import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText, toValue } from '@breakwater/core';
import { type Draft, draftOf, isMap, references } from './draft.ts';

const SPECS = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/corpus/openapi');

/** Contracts of the corpus that stand in one file, up to a size; `undefined` where the corpus is not there. */
export function corpusDrafts(maxBytes: number): Readonly<Record<string, Draft>> | undefined {
  if (!existsSync(SPECS)) return undefined;
  const names = readdirSync(SPECS, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(json|ya?ml)$/.test(name));
  const small = names.filter((name) => statSync(join(SPECS, name)).isFile() && statSync(join(SPECS, name)).size <= maxBytes).sort();
  return Object.fromEntries(
    small.flatMap((name) => {
      const draft = draftIn(join(SPECS, name));
      return draft ? [[name, draft] as const] : [];
    }),
  );
}

function draftIn(path: string): Draft | undefined {
  const text = readFileSync(path, 'utf8');
  if (!/openapi["']?\s*:\s*["']?3\./.test(text) || /^\s*[^#"']*\s&\w+\s*$/m.test(text)) return undefined;
  const { root, problems } = readText({ uri: path, text });
  const value = root && toValue(root);
  if (problems.length > 0 || !isMap(value) || !String(value.openapi).startsWith('3.')) return undefined;
  const draft = draftOf(value);
  return references(draft).every(({ holder }) => String(holder.$ref).startsWith('#')) ? draft : undefined;
}
