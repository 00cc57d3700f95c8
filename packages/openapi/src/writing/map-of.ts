import type { Entry, MapNode, ScalarNode, SourceFile } from '@breakwater/core';

const NOWHERE: SourceFile = { uri: '', text: '' };

/** A map as a text of keys and what stands beside them says, for what asks maps. */
export function mapOf(texts: ReadonlyMap<string, string>): MapNode {
  const placed = { file: NOWHERE, start: 0, end: 0 };
  const entries: Entry[] = [];
  const map: MapNode = { kind: 'map', ...placed, parent: undefined, entry: undefined, entries };
  for (const [name, text] of texts) {
    const value: ScalarNode = { kind: 'scalar', ...placed, parent: map, entry: undefined, value: text.replace(/^(["'])(.*)\1$/s, '$2'), style: 'plain' };
    entries.push({ name, start: 0, end: 0, value });
  }
  return map;
}
