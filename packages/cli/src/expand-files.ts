import { existsSync, globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Failure } from '@breakwater/core';

/** The files that arguments name, each once: a file of that name, or what a glob matches. `-` is standard input. */
export function expandFiles(patterns: readonly string[], cwd: string): { files: readonly string[]; failures: readonly Failure[] } {
  const files = new Set<string>();
  const failures: Failure[] = [];
  for (const pattern of patterns) {
    if (pattern === '-' || existsSync(resolve(cwd, pattern)) || !/[*?{[]/.test(pattern)) {
      files.add(pattern);
      continue;
    }
    const found = globSync(pattern, { cwd, exclude: (path) => /(^|[/\\])(node_modules|\.git)$/.test(path) }).sort();
    if (found.length === 0) failures.push({ message: `No file matches \`${pattern}\`.` });
    for (const file of found) files.add(file);
  }
  return { files: [...files], failures };
}
