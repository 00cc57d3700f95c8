import type { Node, Span } from '../../src/index.ts';

/** Where two trees differ first, as a JSON Pointer with the reason; `undefined` where they are equal in values, keys, styles and places. */
export function difference(a: Node | undefined, b: Node | undefined, at = ''): string | undefined {
  if (!a || !b) return a === b ? undefined : `${at}: only one of them is there`;
  if (a.kind !== b.kind) return `${at}: ${a.kind} and ${b.kind}`;
  if (a.start !== b.start || a.end !== b.end) return `${at}: ${spanText(a)} and ${spanText(b)}`;
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    return Object.is(a.value, b.value) && a.style === b.style ? undefined : `${at}: ${a.style} ${a.value} and ${b.style} ${b.value}`;
  }
  if (a.kind === 'seq' && b.kind === 'seq') return listDifference(a.items, b.items, at);
  if (a.kind !== 'map' || b.kind !== 'map') return undefined;
  const names = keyDifference(
    a.entries.map((entry) => `${entry.name} ${spanText(entry)}`),
    b.entries.map((entry) => `${entry.name} ${spanText(entry)}`),
  );
  if (names) return `${at}: ${names}`;
  return listDifference(
    a.entries.map(({ value }) => value),
    b.entries.map(({ value }) => value),
    at,
  );
}

function listDifference(a: readonly Node[], b: readonly Node[], at: string): string | undefined {
  if (a.length !== b.length) return `${at}: ${a.length} and ${b.length} items`;
  for (const [index, item] of a.entries()) {
    const found = difference(item, b[index], `${at}/${index}`);
    if (found) return found;
  }
  return undefined;
}

function keyDifference(a: readonly string[], b: readonly string[]): string | undefined {
  const index = a.findIndex((text, i) => text !== b[i]);
  if (index >= 0) return `${a[index]} and ${b[index]}`;
  return a.length === b.length ? undefined : `${a.length} and ${b.length} keys`;
}

function spanText({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** What is wrong with the places of a tree: a child outside of its parent, an entry that does not name its node, a span outside of the text. */
export function misplaced(root: Node | undefined, length: number): string[] {
  const wrong: string[] = [];
  const visit = (node: Node): void => {
    if (node.start < 0 || node.end < node.start || node.end > length) wrong.push(`outside of the text: ${spanText(node)}`);
    const children = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'seq' ? node.items : [];
    if (node.kind === 'map') {
      // The alias of a sibling has that sibling's entry.
      const own = new Set(node.entries);
      for (const { name, value } of node.entries) if (value.parent === node && !(value.entry && own.has(value.entry))) wrong.push(`not its entry: ${name}`);
    }
    for (const child of children) {
      // A shared node, and one that a merge key brought, stands elsewhere.
      if (child.parent !== node) continue;
      if (child.start < node.start || child.end > node.end) wrong.push(`${spanText(child)} is not inside ${spanText(node)}`);
      visit(child);
    }
  };
  if (root) visit(root);
  return wrong;
}

/** The scalars of a tree, each once. */
export function scalarsOf(root: Node | undefined): Extract<Node, { kind: 'scalar' }>[] {
  const found = new Set<Node>();
  const visit = (node: Node): void => {
    if (found.has(node)) return;
    found.add(node);
    if (node.kind === 'map') for (const { value } of node.entries) visit(value);
    if (node.kind === 'seq') for (const item of node.items) visit(item);
  };
  if (root) visit(root);
  return [...found].filter((node) => node.kind === 'scalar');
}
