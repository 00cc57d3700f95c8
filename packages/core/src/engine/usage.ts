import type { Subject } from '../finding/finding.ts';
import type { Node } from '../tree/node.ts';
import type { Element } from './element.ts';
import { elementsBelow } from './lint.ts';

/** Which operations, or whatever a format has subjects for, use a node: one of each group that settings tell apart. */
export type Usage = (node: Node) => readonly Subject[];

/** One walk for each group, so that it costs the size of the contract times the number of groups, however much they share. */
export function usageOf(root: Element, groupOf: (subject: Subject) => string): Usage {
  const groups = new Map<string, Element[]>();
  for (const element of elementsBelow([root])) {
    if (!element.subject) continue;
    const group = groupOf(element.subject);
    const known = groups.get(group);
    if (known) known.push(element);
    else groups.set(group, [element]);
  }
  const users = new Map<Node, Subject[]>();
  for (const elements of groups.values()) markUsed(elements, users);
  return (node) => {
    for (let at: Node | undefined = node; at; at = at.parent) {
      const found = users.get(at);
      if (found) return found;
    }
    return [];
  };
}

/** What has a subject of its own is not part of the one around it. */
function markUsed(elements: readonly Element[], users: Map<Node, Subject[]>): void {
  const [subject] = elements.map((element) => element.subject);
  const marked = new Set<Node>();
  for (const { node } of elementsBelow(elements, (inner) => inner.subject === undefined)) {
    if (!subject || marked.has(node)) continue;
    marked.add(node);
    const known = users.get(node);
    if (known) known.push(subject);
    else users.set(node, [subject]);
  }
}
