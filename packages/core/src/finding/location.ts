import { positionAt, type Span } from '../text/source-file.ts';
import { anchorOf, type Node } from '../tree/node.ts';
import { pointerOf } from '../tree/pointer.ts';
import type { Location } from './finding.ts';

/** The place to show for a node: its key, or `span` if given. */
export function locationOf(node: Node, span: Span = anchorOf(node)): Location {
  return {
    uri: node.file.uri,
    start: positionAt(node.file, span.start),
    end: positionAt(node.file, span.end),
    pointer: pointerOf(node),
  };
}
