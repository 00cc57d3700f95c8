import { child, defineRule, entriesOf } from '@breakwater/core';
import { field } from '../model/document.ts';
import type { ApiElement } from '../model/element.ts';

interface NothingOffered {
  readonly field: string;
}

/** A warning: "The Paths MAY be empty, due to Access Control List (ACL) constraints" (OpenAPI 3.1.2, section 4.8.8). */
export const pathsNotEmpty = defineRule<ApiElement, NothingOffered>({
  id: 'paths-not-empty',
  on: 'api',
  severity: 'warn',
  message: ({ field: name }) => `\`${name}\` is empty: this description offers nothing.`,
  check({ document }, report) {
    const { root } = document;
    const places = ['paths', 'webhooks', 'components', 'definitions'].flatMap((name) => child(root, name) ?? []);
    const [first] = places;
    if (first && places.every((place) => entriesOf(field(document, root, place.entry?.name ?? '')).every(({ name }) => name.startsWith('x-'))))
      report({ field: first.entry?.name ?? '' }, first);
  },
});
