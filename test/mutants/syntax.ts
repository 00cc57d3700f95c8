/** A node of the syntax tree (ESTree, with TypeScript's). */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;
}

/** What stands for a value at run time within TypeScript's own nodes. */
const VALUES = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
/** Names, and what is fixed before anything runs. */
const FIXED = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'TemplateElement', 'ImportExpression']);

/** What does not exist at run time, or cannot be another. */
export function isType({ type }: SyntaxNode): boolean {
  return (type.startsWith('TS') && !VALUES.has(type)) || FIXED.has(type);
}

/** In the order of the text; keys and names of members are not among them. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children = Object.entries(node).flatMap(([member, value]) => (isName(node, member) ? [] : (Array.isArray(value) ? value : [value]).filter(isNode)));
  // A shorthand is one text for two nodes.
  return children.sort((a, b) => a.start - b.start || a.end - b.end).filter((child, i, all) => i === 0 || child.start >= (all[i - 1]?.end ?? 0));
}

function isName(node: SyntaxNode, member: string): boolean {
  if (node.shorthand === true) return true;
  return (member === 'key' || member === 'property') && node.computed !== true;
}
