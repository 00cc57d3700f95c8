import { type Element, type Kept, keptIn, type Node } from '@breakwater/core';
import type { ApiElement, OperationElement } from './element.ts';

const WAY: ReadonlySet<string> = new Set(['path', 'callback', 'operation']);

const known = new WeakMap<ApiElement, Kept<readonly OperationElement[]>>();

/** Every operation of a description, also those of webhooks and callbacks, each once. Nothing below them is looked at. */
export function operationsOf(api: ApiElement): readonly OperationElement[] {
  return keptIn(known, api, () => operationsBelow(api));
}

/** Of a path, or whatever operations are below. */
export function operationsBelow(start: Element): readonly OperationElement[] {
  const found: OperationElement[] = [];
  const seen = new Set<Node>();
  const stack: Element[] = [start];
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (isOperation(element)) {
      if (seen.has(element.node)) continue;
      seen.add(element.node);
      found.push(element);
    }
    const ways = isOperation(element) ? element.callbacks() : element.children();
    for (const next of ways.toReversed()) if (WAY.has(next.kind)) stack.push(next);
  }
  return found;
}

function isOperation(element: Element): element is OperationElement {
  return element.kind === 'operation';
}
