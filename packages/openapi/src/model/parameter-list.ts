import { child, itemsOf, type Node, type Place, resolve, stringOf } from '@breakwater/core';
import { parameterIdentity } from '../identity.ts';
import { type Document, field } from './document.ts';
import type { ListedParameter, ParameterElement, ParameterListElement } from './element.ts';
import { partOf, placeOfItem } from './part.ts';

/** The `parameters` of a path item or an operation, as they are listed there. */
export function parameterListOf(
  document: Document,
  holder: Node,
  path: string,
  parameterOf: (item: Node) => ParameterElement | undefined,
  template: string | undefined,
  inherited?: Node,
): readonly ParameterListElement[] {
  const node = field(document, holder, 'parameters');
  if (node?.kind !== 'seq') return [];
  return [
    {
      kind: 'parameterList',
      ...partOf({ document, id: 'parameters', node }),
      path: template,
      parameters: () => listedParameters(document, node, path),
      inherited: () => overridden(listedParameters(document, inherited, path), listedParameters(document, node, path)),
      children: () => node.items.flatMap((item) => parameterOf(item) ?? []),
    },
  ];
}

/** What a list of parameters names, in its order. Items without a name and a place are left out. */
export function listedParameters({ snapshot }: Document, list: Node | undefined, path: string): readonly ListedParameter[] {
  return itemsOf(list).flatMap((item) => {
    const node = resolve(snapshot, item);
    const name = stringOf(child(node, 'name'));
    const place = stringOf(child(node, 'in'));
    return name === undefined || place === undefined ? [] : [{ item, name, in: place, id: parameterIdentity(place, name, path) }];
  });
}

/** The operation's own parameters override those of the path item by place and name (OpenAPI 3.1.1, section 4.8.9.1). */
function overridden(inherited: readonly ListedParameter[], own: readonly ListedParameter[]): readonly ListedParameter[] {
  const ids = new Set(own.map(({ id }) => id));
  return inherited.filter(({ id }) => !ids.has(id));
}

/** What is underlined of a parameter in a list: the reference, or one of its own fields. */
export function placeOfParameter({ item }: ListedParameter, field: string): Place {
  return placeOfItem(item, child(item, '$ref') ? '$ref' : field);
}
