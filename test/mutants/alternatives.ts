import { isNode, type SyntaxNode } from './syntax.ts';

export interface Alternative {
  readonly node: SyntaxNode;
  /** An expression; of a statement, nothing. */
  readonly to: string;
}

const OPERATORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
    ...{ '&&': '||', '||': '&&', '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' },
  }),
);
const METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ some: 'every', every: 'some', startsWith: 'endsWith', endsWith: 'startsWith', min: 'max', max: 'min' },
    ...{ replaceAll: 'replace', flatMap: 'map', find: 'findLast', indexOf: 'lastIndexOf' },
  }),
);
const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  IfStatement: ['true', 'false'],
  ConditionalExpression: ['true', 'false'],
  // Without an end nothing is learnt.
  WhileStatement: ['false'],
  ForStatement: ['false'],
};
const ACTIONS = new Set(['CallExpression', 'AwaitExpression', 'AssignmentExpression', 'UnaryExpression']);

/** What may stand in the place of a node: each is a bug that somebody could have made. */
export function alternativesOf(node: SyntaxNode, parent: SyntaxNode, text: string): readonly Alternative[] {
  const own = ofItself(node, parent, (part) => text.slice(part.start, part.end));
  const conditions = parent.test === node ? (CONDITIONS[parent.type] ?? []) : [];
  const isResult = (parent.type === 'ReturnStatement' && parent.argument === node) || (parent.type === 'ArrowFunctionExpression' && parent.body === node);
  const results = isResult && node.type !== 'BlockStatement' && text.slice(node.start, node.end) !== 'undefined' ? ['undefined'] : [];
  return [...new Set([...conditions, ...results, ...own])].map((to) => ({ node, to }));
}

type Show = (part: SyntaxNode) => string;

function ofItself(node: SyntaxNode, parent: SyntaxNode, show: Show): readonly string[] {
  switch (node.type) {
    case 'ExpressionStatement':
      return isNode(node.expression) && ACTIONS.has(node.expression.type) ? [''] : [];
    case 'BinaryExpression':
    case 'LogicalExpression':
      return ofOperation(node, show);
    case 'UnaryExpression':
      return node.operator === '!' && isNode(node.argument) ? [show(node.argument)] : [];
    case 'CallExpression':
      return ofCall(node, show);
    case 'ArrayExpression':
      return Array.isArray(node.elements) && node.elements.length > 0 ? ['[]'] : [];
    case 'TemplateLiteral':
      return parent.type === 'TaggedTemplateExpression' ? [] : ['""'];
    case 'Literal':
      return ofLiteral(node);
    default:
      return [];
  }
}

function ofOperation({ left, right, operator }: SyntaxNode, show: Show): readonly string[] {
  if (!isNode(left) || !isNode(right) || typeof operator !== 'string') return [];
  if (operator === '??') return [`(${show(left)})`, `(${show(right)})`];
  if (operator === 'in' || operator === 'instanceof') return [`!((${show(left)}) ${operator} (${show(right)}))`];
  const other = OPERATORS.get(operator);
  return other === undefined ? [] : [`(${show(left)}) ${other} (${show(right)})`];
}

function ofCall(node: SyntaxNode, show: Show): readonly string[] {
  const { callee } = node;
  if (!isNode(callee) || !isNode(callee.property) || callee.computed === true) return [];
  const other = METHODS.get(show(callee.property));
  if (other === undefined || (other === 'replace' && !isText(node.arguments))) return [];
  const all = show(node);
  const at = callee.property.start - node.start;
  return [`${all.slice(0, at)}${other}${all.slice(at + callee.property.end - callee.property.start)}`];
}

/** A pattern with `g` is replaced everywhere by either method. */
function isText(list: unknown): boolean {
  const [first] = Array.isArray(list) ? list : [];
  return isNode(first) && first.type === 'Literal' && typeof first.value === 'string';
}

/** Sentences are left alone: another wording is no bug. */
function ofLiteral({ value, raw, regex }: SyntaxNode): readonly string[] {
  if (typeof regex === 'object' && regex !== null && typeof raw === 'string') return ofPattern(raw);
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value === 'number') return [String(value + 1)];
  if (typeof value !== 'string' || /\S\s\S/.test(value)) return [];
  return [value === '' ? '"mutant"' : '""'];
}

/** A pattern that matches nothing, and the pattern without each member of its classes. */
function ofPattern(raw: string): readonly string[] {
  const flags = raw.slice(raw.lastIndexOf('/') + 1);
  const without = [...raw.matchAll(/\[(\^?)((?:\\.|[^\]\\])+)\]/g)].flatMap((match) => {
    const members = (match[2] ?? '').match(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\.|.-[^\\]|./g) ?? [];
    if (members.length < 2) return [];
    return members.map((_, i) => {
      const kept = members.filter((_member, j) => j !== i).join('');
      return `${raw.slice(0, match.index)}[${match[1]}${kept}]${raw.slice(match.index + match[0].length)}`;
    });
  });
  return [`/(?!)/${flags}`, ...without.filter(isPattern)];
}

function isPattern(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return true;
  } catch {
    return false;
  }
}
