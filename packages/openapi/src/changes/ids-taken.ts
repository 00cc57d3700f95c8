import { child, entriesOf, type Node, stringOf } from '@breakwater/core';

/** Whether an operation, or one of a path, has an id that another one bears in a later version: it was moved, and cannot be there twice. */
export function idsTaken(before: Node, after: Node): boolean {
  return [...idOf(before), ...operationsIn(before).flatMap(idOf)].some((id) => isIdTaken(id, after));
}

/** Whether an operation of the file of a node has an id. */
export function isIdTaken(id: string, node: Node): boolean {
  let root = node;
  while (root.parent) root = root.parent;
  const items = ['paths', 'webhooks'].flatMap((name) => entriesOf(child(root, name)).map(({ value }) => value));
  return items.flatMap(operationsIn).some((operation) => idOf(operation).includes(id));
}

/** Those of a path item and, below them, those of callbacks. */
function operationsIn(item: Node): readonly Node[] {
  return entriesOf(item).flatMap(({ value: operation }) => {
    const callbacks = entriesOf(child(operation, 'callbacks')).flatMap(({ value }) => entriesOf(value).map((entry) => entry.value));
    return [operation, ...callbacks.flatMap(operationsIn)];
  });
}

function idOf(operation: Node): readonly string[] {
  const id = stringOf(child(operation, 'operationId'));
  return id === undefined ? [] : [id];
}
