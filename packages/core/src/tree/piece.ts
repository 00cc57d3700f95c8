import type { SourceFile } from '../text/source-file.ts';

/**
 * A stretch of text that was read by itself and moves as one. Nodes and keys know where they stand in it, so that an edit above moves
 * pieces and not nodes. What is read at once is one piece, and each section is one.
 */
export interface Piece {
  file: SourceFile;
  /** Where in the file the places of the piece are counted from. */
  offset: number;
}
