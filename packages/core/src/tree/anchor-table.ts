import type { Span } from '../text/source-file.ts';
import type { Node } from './node.ts';
import { MAX_DEPTH, MAX_EXPANDED_NODES, type TextProblem } from './reader.ts';
import { endlessAlias, syntaxProblem, tooDeep, tooManyNodes } from './text-problem.ts';

/** A node with a name, and what it costs to follow an alias of it: nodes, and levels of nesting, its own aliases followed. */
export interface Anchor {
  readonly node: Node;
  size: number;
  height: number;
  /** The node is not read to its end yet: an alias now would be inside of what it repeats. */
  isOpen: boolean;
}

/** The anchors above a place, and the budget of threat T1: what all aliases together may stand for. */
export class AnchorTable {
  /** There are anchors or aliases. */
  used = false;
  readonly #anchors = new Map<string, Anchor>();
  #repeated = 0;

  /** A name may be given again; aliases mean the last one above them. */
  declare(name: string, node: Node, isOpen: boolean): Anchor {
    this.used = true;
    const anchor: Anchor = { node, size: 1, height: 0, isOpen };
    this.#anchors.set(name, anchor);
    return anchor;
  }

  /** The anchor of an alias, as far as it may be followed at this depth; what stands against it otherwise. */
  follow(name: string, depth: number, span: Span): Anchor | TextProblem {
    const anchor = this.#anchors.get(name);
    if (!anchor) return syntaxProblem('An alias names an anchor that is not above it.', span);
    if (anchor.isOpen) return endlessAlias(span);
    if (depth + anchor.height > MAX_DEPTH) return tooDeep(span);
    if (this.#repeated + anchor.size > MAX_EXPANDED_NODES) return tooManyNodes(span);
    this.#repeated += anchor.size;
    return anchor;
  }
}
