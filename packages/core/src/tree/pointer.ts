import { child, type Node } from './node.ts';

/** RFC 6901, section 3: `~` is `~0`, `/` is `~1`. */
export function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

export function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/** The JSON Pointer of a node in its own file; `''` is the root. A shared (aliased) node has the pointer of its anchor. */
export function pointerOf(node: Node): string {
  const tokens: string[] = [];
  for (let at: Node = node; at.parent; at = at.parent) {
    tokens.push(at.parent.kind === 'map' ? escapeToken(at.entry?.name ?? '') : String(at.parent.items.indexOf(at)));
  }
  return tokens.length === 0 ? '' : `/${tokens.reverse().join('/')}`;
}

/** The node at a JSON Pointer below `root`, or `undefined`. */
export function nodeAt(root: Node | undefined, pointer: string): Node | undefined {
  if (pointer === '') return root;
  if (!pointer.startsWith('/')) return undefined;
  let at = root;
  for (const token of pointer.slice(1).split('/')) {
    if (!at) return undefined;
    at = stepInto(at, unescapeToken(token));
  }
  return at;
}

function stepInto(node: Node, token: string): Node | undefined {
  if (node.kind === 'map') return child(node, token);
  return node.kind === 'seq' && /^(0|[1-9]\d*)$/.test(token) ? node.items[Number(token)] : undefined;
}
