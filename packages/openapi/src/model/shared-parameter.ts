import { child, type Edit, entriesOf, type Fix, insertEntry, insertItem, itemsOf, repair, resolve, stringOf } from '@breakwater/core';
import { field } from './document.ts';
import type { OperationElement } from './element.ts';

/** The reference to a shared parameter of that place whose name is one of those; `undefined` if none can be referred to from the operation. */
export function sharedParameter({ document, node }: OperationElement, place: string, isNamed: (name: string) => boolean): string | undefined {
  // References are written as seen from the description itself.
  if (node.file !== document.root.file) return undefined;
  const isOld = document.version === '2.0';
  const holder = isOld ? document.root : field(document, document.root, 'components');
  const found = entriesOf(field(document, holder, 'parameters')).find(({ value }) => {
    const parameter = resolve(document.snapshot, value);
    return stringOf(child(parameter, 'in')) === place && isNamed(stringOf(child(parameter, 'name')) ?? '');
  });
  // What would have to be escaped in a pointer is rare, and no name of a component.
  return found && /^[\w.-]+$/.test(found.name) ? `#/${isOld ? '' : 'components/'}parameters/${found.name}` : undefined;
}

/** Lets an operation take shared parameters; no repair where one of them is not shared. */
export function takeParameters({ node, document }: OperationElement, title: string, references: readonly (string | undefined)[]): readonly Fix[] {
  const items = references.flatMap(($ref) => ($ref === undefined ? [] : [{ $ref }]));
  if (items.length === 0 || items.length < references.length) return [];
  const list = child(node, 'parameters');
  // Two edits cannot both fill an empty list.
  if (list && (list !== field(document, node, 'parameters') || itemsOf(list).length === 0)) return [];
  const edits: readonly (Edit | undefined)[] = list ? items.map((item) => insertItem(list, item)) : [insertEntry(node, 'parameters', items)];
  return repair(title, false, ...edits);
}
