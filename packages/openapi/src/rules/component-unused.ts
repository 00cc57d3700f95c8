import { defineRule, removeEntry, repair } from '@breakwater/core';
import type { ApiElement, ComponentElement } from '../model/element.ts';
import { usesOf } from '../model/used-components.ts';

interface UnusedComponent {
  readonly section: string;
  readonly name: string;
  /** Something that is unused too refers to it. */
  readonly named: boolean;
}

export const componentUnused = defineRule<ApiElement, UnusedComponent>({
  id: 'component-unused',
  on: 'api',
  severity: 'info',
  marks: 'unused',
  message: ({ section, name }) => `Nothing in this description uses \`${name}\` of \`${section}\`.`,
  check(api, report) {
    // A description without paths and webhooks is there for others to refer to.
    if (!api.children().some(({ kind }) => kind === 'path')) return;
    const components = componentsIn(api);
    const { used, named } = usesOf(api, components);
    for (const { node, place, section, name } of components) if (!used.has(node)) report({ section, name, named: named.has(node) }, place);
  },
  fixes(api, { section, name, named }) {
    const unused = componentsIn(api).find((component) => component.section === section && component.name === name);
    // Another description may refer to it from outside.
    return named || !unused ? [] : repair(`Remove \`${name}\``, false, removeEntry(unused.place.node.parent, name));
  },
});

function componentsIn(api: ApiElement): readonly ComponentElement[] {
  return api.children().filter((element): element is ComponentElement => element.kind === 'component');
}
