import type { Subject } from '../finding/finding.ts';
import { matchesGlob } from './glob.ts';

/** Which part of a contract something holds for: where all that is named matches. */
export interface Selector {
  /** Globs of the files that the text stands in, from the root of the workspace. */
  readonly files?: readonly string[];
  /** Patterns of paths, such as `/internal/**`. */
  readonly paths?: readonly string[];
  /** Patterns of operations by operationId or as `GET /pets/{id}`. */
  readonly operations?: readonly string[];
  readonly tags?: readonly string[];
}

export function selects(selector: Selector, uri: string, subject: Subject | undefined): boolean {
  const { files } = selector;
  return (!files || files.some((glob) => matchesGlob(glob, uri))) && selectsSubject(selector, subject);
}

export function selectsSubject({ paths, operations, tags }: Selector, subject: Subject | undefined): boolean {
  if (!subject) return !paths && !operations && !tags;
  return (
    (!paths || paths.some((pattern) => matchesRoute(pattern, subject.path))) &&
    (!operations || operations.some((pattern) => subject.names.some((name) => matchesRoute(pattern, name)))) &&
    (!tags || tags.some((pattern) => subject.tags.some((tag) => matchesGlob(pattern, tag))))
  );
}

/** The name of a template variable is nothing that anybody selects by, and methods are written either way. */
function matchesRoute(pattern: string, route: string): boolean {
  const asMethod = pattern.replace(/^[a-z]+(?= \/)/, (method) => method.toUpperCase());
  return matchesGlob(withoutNames(asMethod), withoutNames(route));
}

function withoutNames(route: string): string {
  return route.replaceAll(/\{[^{}]*\}/g, '{}');
}
