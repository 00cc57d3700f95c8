import { child, defineRule, itemsOf, type Node, stringOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { ApiElement } from '../model/element.ts';

interface WrongParent {
  readonly name: string;
  readonly parent: string;
  readonly fault: 'missing' | 'circle';
}

/** "The named tag MUST exist in the API description, and circular references between parent and child tags MUST NOT be used" (OpenAPI 3.2.0, section 4.22.1). */
export const tagParentExists = defineRule<ApiElement, WrongParent>({
  id: 'tag-parent-exists',
  on: 'api',
  severity: 'error',
  message: ({ name, parent, fault }) =>
    fault === 'circle' ? `The tag \`${name}\` is its own ancestor through \`${parent}\`.` : `The parent \`${parent}\` of the tag \`${name}\` is not described.`,
  check({ document }, report) {
    if (document.version !== '3.2') return;
    const tags = itemsOf(field(document, document.root, 'tags'));
    const parents = new Map(tags.map((tag) => [stringOf(child(tag, 'name')), child(tag, 'parent')]));
    const inCircle = circlesOf(parents);
    for (const [name = '', at] of parents) {
      const parent = stringOf(at);
      if (parent === undefined) continue;
      if (!parents.has(parent)) report({ name, parent, fault: 'missing' }, at);
      else if (inCircle.has(name)) report({ name, parent, fault: 'circle' }, at);
    }
  },
});

/** The names that lead back to themselves. Each is walked from once. */
function circlesOf(parents: ReadonlyMap<string | undefined, Node | undefined>): ReadonlySet<string> {
  const found = new Set<string>();
  const done = new Set<string | undefined>();
  for (const start of parents.keys()) {
    const way: string[] = [];
    let at = start;
    for (; at !== undefined && !done.has(at); at = stringOf(parents.get(at))) {
      done.add(at);
      way.push(at);
    }
    if (at !== undefined && way.includes(at)) for (const name of way.slice(way.indexOf(at))) found.add(name);
  }
  return found;
}
