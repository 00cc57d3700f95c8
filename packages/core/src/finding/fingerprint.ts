import { child, type Node, stringOf } from '../tree/node.ts';

/** Keys by which people know an item of a list; an index would change with every insertion. */
const NAMES = ['name', 'url', 'id', 'operationId', '$ref'] as const;

/** Where a node is, by names only: survives moved lines, reformatting and reordered lists. */
export function trailOf(node: Node): string {
  const tokens: string[] = [];
  for (let at: Node = node; at.parent; at = at.parent) tokens.push(at.parent.kind === 'map' ? (at.entry?.name ?? '') : nameOf(at));
  return tokens.reverse().join('\u0000');
}

function nameOf(item: Node): string {
  if (item.kind === 'scalar') return String(item.value);
  return NAMES.map((key) => stringOf(child(item, key)) ?? '').join(',');
}

/** 64 bits of FNV-1a as 16 hex digits: an identity within one contract, not a secret. */
export function fingerprintOf(...parts: readonly string[]): string {
  return hash32(parts.join('\u0001'), 0x811c9dc5) + hash32(parts.join('\u0002'), 0x01000193);
}

function hash32(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
