import { defineChange } from '@breakwater/core';
import type { ApiElement, PathElement } from '../model/element.ts';
import { exchangedPathsOf } from '../model/path.ts';

interface PathShadowed {
  readonly path: string;
  readonly template: string;
}

export const pathShadowed = defineChange<ApiElement, PathShadowed>({
  id: 'path-shadowed',
  on: 'api',
  // `/orders/mine` is "matched first" (OpenAPI 3.1.1, section 4.8.8.2), so a request for the order `mine` ends up elsewhere.
  impact: () => ({ backward: 'dangerous', forward: 'compatible' }),
  message: ({ path, template }) => `The new path \`${path}\` takes requests that \`${template}\` used to get.`,
  changed(before, after, report) {
    const old = pathsIn(before);
    const known = new Set(old.map(({ id }) => id));
    const added = pathsIn(after).filter(({ id }) => !known.has(id));
    if (added.length === 0) return;
    const routes = routesOf(old.filter(({ path }) => path.includes('{')));
    for (const { path, place } of added) {
      const template = whoTook(path, routes);
      if (template !== undefined) report({ path, template }, place);
    }
  },
});

function pathsIn({ document }: ApiElement): readonly PathElement[] {
  return exchangedPathsOf(document);
}

/** Paths by their segments, with `{}` for a variable. */
interface Routes {
  readonly next: Map<string, Routes>;
  path?: string;
}

function routesOf(paths: readonly PathElement[]): Routes {
  const root: Routes = { next: new Map() };
  for (const { path } of paths) {
    let at = root;
    for (const segment of path.split('/')) {
      const key = /^\{[^}]*\}$/.test(segment) ? '{}' : segment;
      const next = at.next.get(key) ?? { next: new Map() };
      at.next.set(key, next);
      at = next;
    }
    at.path = path;
  }
  return root;
}

/** The template that some request for a more concrete path went to. */
function whoTook(path: string, routes: Routes): string | undefined {
  let here: readonly Routes[] = [routes];
  for (const segment of path.split('/')) {
    const keys = segment.includes('{') ? ['{}'] : [segment, '{}'];
    here = here.flatMap(({ next }) => keys.flatMap((key) => next.get(key) ?? []));
  }
  return here.find((route) => route.path !== undefined)?.path;
}
