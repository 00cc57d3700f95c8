import { isSameList, type Kept, keptIn, questionOfEach } from '@breakwater/core';
import { documentOf, field } from './document.ts';
import type { ApiElement, PathElement } from './element.ts';
import { listedPathOf, webhookOf } from './path.ts';

/** A question to each path of a description, and to each webhook: see `questionOfEach`. */
export function questionOfPaths<T>(ask: (path: PathElement) => T, isSame: (a: T, b: T) => boolean): (api: ApiElement) => readonly T[] {
  const questionTo = (pathsAt: typeof listedPathOf) =>
    questionOfEach<readonly T[]>(
      (entry, snapshot) => {
        const document = documentOf(snapshot);
        return document ? pathsAt(document, entry).map(ask) : [];
      },
      (a, b) => isSameList(a, b, isSame),
    );
  const answers = new WeakMap<ApiElement, Kept<readonly T[]>>();
  const [ofPaths, ofWebhooks] = [questionTo(listedPathOf), questionTo(webhookOf)];
  return (api) => {
    const { document } = api;
    const { snapshot, root, made } = document;
    // What is read once has its paths made once, and asked once however many rules want to know.
    if (!made) return keptIn(answers, api, () => api.children().filter(isPath).map(ask));
    return [...ofPaths(snapshot, field(document, root, 'paths')), ...ofWebhooks(snapshot, field(document, root, 'webhooks'))].flat();
  };
}

function isPath(element: { readonly kind: string }): element is PathElement {
  return element.kind === 'path';
}
