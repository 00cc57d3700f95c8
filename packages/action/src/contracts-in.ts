import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** The files that the globs of the input name, relative to the workspace; a name without a glob is taken as it is. */
export function contractsIn(patterns: readonly string[], workspace: string): readonly string[] {
  const files = patterns.flatMap((pattern) =>
    existsSync(join(workspace, pattern)) || !/[*?{[]/.test(pattern)
      ? [pattern]
      : globSync(pattern, { cwd: workspace, exclude: (path) => /(^|\/)(node_modules|\.git)$/.test(path) }).sort(),
  );
  return [...new Set(files)];
}
