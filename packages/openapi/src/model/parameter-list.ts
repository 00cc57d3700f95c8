import { child, itemsOf, type Node, resolve, stringOf } from '@breakwater/core';
import { parameterIdentity } from '../identity.ts';
import { type Document, field } from './document.ts';
import type { ListedParameter, ParameterElement, ParameterListElement } from './element.ts';
import { partOf } from './part.ts';

/** The `parameters` of a path item or an operation, as they are listed there. */
export function parameterListOf(
  document: Document,
  holder: Node,
  path: string,
  parameterOf: (item: Node) => ParameterElement | undefined,
): readonly ParameterListElement[] {
  const node = field(document, holder, 'parameters');
  if (node?.kind !== 'seq') return [];
  return [
    {
      kind: 'parameterList',
      ...partOf({ document, id: 'parameters', node }),
      parameters: () => listedParameters(document, node, path),
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
