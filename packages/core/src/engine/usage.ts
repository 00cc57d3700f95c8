import type { Subject } from '../finding/finding.ts';
import type { Node } from '../tree/node.ts';
import type { Element } from './element.ts';
import { elementsBelow } from './lint.ts';

/** Which operations, or whatever a format has subjects for, use a node: one of each group that settings tell apart. */
export type Usage = (node: Node) => readonly Subject[];

/** One walk for each group, so that it costs the size of the contract times the number of groups, however much they share. */
export function usageOf(root: Element, groupOf: (subject: Subject) => string): Usage {
  const groups = new Map<string, Group>();
  for (const element of elementsBelow([root])) {
    for (const subject of subjectsIn(element)) {
      const key = groupOf(subject);
      const known = groups.get(key);
      if (known) known.elements.push(element);
      else groups.set(key, { subject, elements: [element] });
    }
  }
  const users = new Map<Node, Subject[]>();
  for (const group of groups.values()) markUsed(group, users);
  return (node) => {
    for (let at: Node | undefined = node; at; at = at.parent) {
      const found = users.get(at);
      if (found) return found;
    }
    return [];
  };
}

interface Group {
  /** One of them. */
  readonly subject: Subject;
  readonly elements: Element[];
}

/** A path as a whole is its operations. */
export function subjectsIn(element: Element): readonly Subject[] {
  const inner = element.subject ? element.children().flatMap(({ subject }) => subject ?? []) : [];
  return inner.length > 0 ? inner : [element.subject ?? []].flat();
}

/** What has a subject of its own is not part of the one around it. */
function markUsed({ subject, elements }: Group, users: Map<Node, Subject[]>): void {
  const marked = new Set<Node>();
  for (const { node } of elementsBelow(elements, (inner) => inner.subject === undefined)) {
    if (marked.has(node)) continue;
    marked.add(node);
    const known = users.get(node);
    if (known) known.push(subject);
    else users.set(node, [subject]);
  }
}
