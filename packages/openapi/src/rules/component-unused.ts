import { defineRule, removeEntry, repair } from '@breakwater/core';
import { componentsOf } from '../model/component.ts';
import type { ApiElement } from '../model/element.ts';
import { pathsByName } from '../model/paths-by-name.ts';
import { unusedComponents } from '../model/used-components.ts';

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
    if (pathsByName(api).length === 0) return;
    for (const { component, isNamed } of unusedComponents(api)) report({ section: component.section, name: component.name, named: isNamed }, component.place);
  },
  fixes({ document }, { section, name, named }) {
    const unused = componentsOf(document).find((component) => component.section === section && component.name === name);
    // Another description may refer to it from outside.
    return named || !unused ? [] : repair(`Remove \`${name}\``, false, removeEntry(unused.place.node.parent, name));
  },
});
