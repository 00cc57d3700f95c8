import { type Element, type Entry, entriesOf, type Node, resolve } from '@breakwater/core';
import { requestBodyOf } from './body.ts';
import { type Document, field } from './document.ts';
import type { ComponentElement } from './element.ts';
import { headerOf } from './header.ts';
import { parameterOf } from './parameter.ts';
import { partOf } from './part.ts';
import { callbackOf, pathOf } from './path.ts';
import { responseOf } from './response.ts';
import { schemaIn } from './schema.ts';

/** Where OpenAPI 2.0 keeps what OpenAPI 3 keeps below `components`. */
const SECTIONS_2_0: Readonly<Record<string, string>> = {
  definitions: 'schemas',
  parameters: 'parameters',
  responses: 'responses',
  securityDefinitions: 'securitySchemes',
};

/** Every definition, whether something uses it or not. */
export function componentsOf(document: Document): readonly ComponentElement[] {
  if (document.version === '2.0')
    return Object.entries(SECTIONS_2_0).flatMap(([key, section]) => sectionOf(document, field(document, document.root, key), section));
  return entriesOf(field(document, document.root, 'components')).flatMap(({ name, value }) =>
    name.startsWith('x-') ? [] : sectionOf(document, resolve(document.snapshot, value), name),
  );
}

function sectionOf(document: Document, section: Node | undefined, name: string): readonly ComponentElement[] {
  return entriesOf(section).map((entry) => {
    const known = document.made?.components.get(entry);
    if (known?.node === entry.value && known.section === name) return known;
    const component = componentOf(document, entry, name);
    document.made?.components.set(entry, component);
    return component;
  });
}

function componentOf(document: Document, entry: Entry, section: string): ComponentElement {
  return {
    kind: 'component',
    ...partOf({ document, id: `${section} ${entry.name}`, node: entry.value, at: { node: entry.value, span: entry } }),
    section,
    name: entry.name,
    children: () => definitionOf(document, entry, section),
  };
}

function definitionOf(document: Document, entry: Entry, name: string): readonly Element[] {
  const { snapshot } = document;
  const node = resolve(snapshot, entry.value);
  if (!node) return [];
  switch (name) {
    case 'schemas':
      return [schemaIn(document, entry.value, 'schema', `\`${entry.name}\``) ?? []].flat();
    case 'parameters':
      return [parameterOf(document, entry.value, '', '', 'input') ?? []].flat();
    case 'requestBodies':
      return [requestBodyOf(document, entry, '', 'input') ?? []].flat();
    case 'responses':
      return [responseOf(document, node, entry.value, entry.name, '', field(document, document.root, 'produces'), 'output')];
    case 'headers':
      return [headerOf(document, entry, '', 'output') ?? []].flat();
    case 'pathItems':
      return pathOf(document, entry, 'component', entry.name);
    case 'callbacks':
      return [callbackOf(document, entry) ?? []].flat();
    default:
      return [];
  }
}
