import { child, defineRule, removeEntry } from '@breakwater/core';
import type { ApiElement, ComponentElement } from '../model/element.ts';
import { usedComponents } from '../model/used-components.ts';

interface UnusedComponent {
  readonly section: string;
  readonly name: string;
}

export const componentUnused = defineRule<ApiElement, UnusedComponent>({
  id: 'component-unused',
  on: 'api',
  severity: 'info',
  message: ({ section, name }) => `Nothing in this description uses \`${name}\` of \`${section}\`.`,
  check(api, report) {
    const components = api.children().filter(isComponent);
    const used = usedComponents(api.document, components);
    for (const { node, place, section, name } of components) if (!used.has(node)) report({ section, name }, place);
  },
  fixes(api, { section, name }) {
    const unused = api
      .children()
      .filter(isComponent)
      .find((component) => component.section === section && component.name === name);
    const map = unused?.node.parent;
    const entry = unused?.node.entry;
    // Another description may refer to it from outside.
    return map?.kind === 'map' && entry && child(map, name) ? [{ title: `Remove \`${name}\``, safe: false, edits: [removeEntry(map, entry)] }] : [];
  },
});

function isComponent(element: { readonly kind: string }): element is ComponentElement {
  return element.kind === 'component';
}
