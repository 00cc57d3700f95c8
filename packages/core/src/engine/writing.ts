import type { Cursor } from '../edit/cursor.ts';
import type { Node } from '../tree/node.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Name } from './name.ts';
import type { OutlineItem } from './outline.ts';
import type { Proposal } from './proposal.ts';

/** What a format knows that helps who writes a contract. All of it is about the contract as it is, broken or not, and linear in its size. */
export interface Writing {
  /** Every name that authors choose and use elsewhere. */
  names(snapshot: Snapshot): readonly Name[];
  /** What a file of a contract consists of. */
  outline(snapshot: Snapshot, uri: string): readonly OutlineItem[];
  /** What may be written at a place of a file, whatever of it is typed already. */
  proposals(snapshot: Snapshot, uri: string, at: Pick<Cursor, 'path' | 'role' | 'siblings'>): readonly Proposal[];
  /** What a node is, in half a line: `object {id, name, …}`. */
  brief(snapshot: Snapshot, node: Node): string | undefined;
  /** What the specification says of the field that a node is in. */
  noteOn(snapshot: Snapshot, node: Node): string | undefined;
}
