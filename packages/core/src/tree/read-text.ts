import type { SourceFile } from '../text/source-file.ts';
import { readJson } from './json-reader.ts';
import { readYaml } from './read-yaml.ts';
import type { Reader, ReadResult } from './reader.ts';

/**
 * Reads YAML and JSON. The content chooses, because names lie: what opens with a bracket and is JSON without a fault is read as JSON,
 * all else as YAML, of which JSON is a part. Only a file called `.json` has its faults told in the terms of JSON.
 */
export const readText: Reader = (file) => {
  if (!startsWithBracket(file.text)) return readYaml(file);
  const json = readJson(file);
  return isClean(json) || file.uri.endsWith('.json') ? json : readYaml(file);
};

function isClean({ problems }: ReadResult): boolean {
  return !problems.some(({ code }) => code === 'syntax');
}

function startsWithBracket(text: SourceFile['text']): boolean {
  return /^\ufeff?\s*[[{]/.test(text);
}
