import type { Node } from '../tree/node.ts';
import { sectionOf } from '../tree/section.ts';
import type { Element } from './element.ts';

/** An element that the walk comes to: all that has to be known of it to see that it is as it was. */
export interface Stop {
  readonly node: Node;
  readonly kind: string;
  readonly section: Node | undefined;
  readonly sign: Sign;
}

/** All that an element is beside its text: what it is called and where it is used. */
export type Sign = readonly unknown[];

const stops = new WeakMap<Element, Stop>();

export function stopOf(element: Element): Stop {
  const known = stops.get(element);
  if (known) return known;
  const stop = { node: element.node, kind: element.kind, section: sectionOf(element.node), sign: signOf(element) };
  stops.set(element, stop);
  return stop;
}

/** The kind comes first. What else is told by words, numbers and nodes; by its context it says itself what its meaning depends on. */
function signOf(element: Element): Sign {
  const { kind, place, context, role } = element;
  const sign: unknown[] = [kind, 'label' in element ? element.label : undefined, role, place.node, place.span === place.node.entry, context?.key];
  for (const node of context?.nodes ?? []) sign.push(node);
  for (const value of Object.values(element)) if (typeof value === 'string' || typeof value === 'boolean') sign.push(value);
  return sign;
}
