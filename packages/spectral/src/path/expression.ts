import regex from '@jsep-plugin/regex';
import jsep from 'jsep';
import { call } from './call.ts';
import { member, type Seen, type Thing } from './thing.ts';

/** What the filter of a path sees of one child. */
export interface Seeing {
  readonly value: Thing;
  /** A name in a map, or an index in a list. */
  readonly property: string | number;
  readonly parent: Thing;
  readonly parentProperty: string | number | undefined;
  readonly root: Thing;
  /** `$['paths']['/pets']`. */
  path(): string;
  readonly seen: Seen;
}

/** The condition of a filter, and whether it asks more than the child and its parent can say. */
export interface Expression {
  readonly text: string;
  holds(seeing: Seeing): boolean;
  /** It depends on the way by which the child is reached. */
  readonly byWay: boolean;
}

type Evaluate = (seeing: Seeing) => Thing;

jsep.addIdentifierChar('@');
jsep.addUnaryOp('void');
jsep.addBinaryOp('in', 12);
jsep.addBinaryOp('~=', 20);
jsep.plugins.register(regex);

class ExpressionError extends Error {}

/** The condition that a text stands for, or why it is none: the end of a sentence about the filter. Nothing of it is ever run as code. */
export function parseExpression(text: string): Expression | { readonly refusal: string } {
  try {
    const evaluate = compile(jsep(text));
    return { text, holds: (seeing) => holds(evaluate, seeing), byWay: /@path\b|@parentProperty\b/.test(text) };
  } catch (error) {
    return { refusal: error instanceof ExpressionError ? error.message : 'cannot be read' };
  }
}

/** What asks for a part of nothing does not hold. */
function holds(evaluate: Evaluate, seeing: Seeing): boolean {
  try {
    return Boolean(evaluate(seeing));
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function compile(node: jsep.Expression): Evaluate {
  const kind = node as jsep.CoreExpression; // The plugins add no further kinds.
  switch (kind.type) {
    case 'Literal':
      return literal(kind.value);
    case 'Identifier':
      return identifier(kind.name);
    case 'UnaryExpression':
      return unary(kind.operator, compile(kind.argument));
    case 'BinaryExpression':
      return binary(kind.operator, compile(kind.left), compile(kind.right));
    case 'MemberExpression':
      return memberOf(kind);
    case 'CallExpression':
      return callOf(kind);
    case 'ConditionalExpression': {
      const [test, yes, no] = [compile(kind.test), compile(kind.consequent), compile(kind.alternate)];
      return (seeing) => (test(seeing) ? yes(seeing) : no(seeing));
    }
    case 'ArrayExpression': {
      const items = kind.elements.map((item) => (item ? compile(item) : () => undefined));
      return (seeing) => items.map((item) => item(seeing));
    }
    default:
      throw new ExpressionError('holds more than one expression');
  }
}

function literal(value: boolean | number | string | RegExp | null): Evaluate {
  const thing = value instanceof RegExp ? { source: value.source, flags: value.flags } : value;
  return () => thing;
}

/** `@string()` and its like; some write them without the brackets. */
const KINDS: Readonly<Record<string, (value: Thing) => boolean>> = {
  '@string': (value) => typeof value === 'string',
  '@number': (value) => typeof value === 'number',
  '@boolean': (value) => typeof value === 'boolean',
  '@integer': (value) => Number.isInteger(value),
  '@null': (value) => value === null,
  '@scalar': (value) => value === null || typeof value !== 'object',
  '@object': (value) => value !== null && typeof value === 'object',
  '@array': (value) => value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'seq',
};

function identifier(name: string): Evaluate {
  const kind = KINDS[name];
  if (kind) return ({ value }) => kind(value);
  switch (name) {
    case '@':
      return ({ value }) => value;
    case '@property':
      return ({ property }) => property;
    case '@parent':
      return ({ parent }) => parent;
    case '@parentProperty':
      return ({ parentProperty }) => parentProperty;
    case '@root':
      return ({ root }) => root;
    case '@path':
      return (seeing) => seeing.path();
    case 'undefined':
      return () => undefined;
    default:
      throw new ExpressionError(`asks for \`${name}\`, which Breakwater does not know`);
  }
}

function unary(operator: string, argument: Evaluate): Evaluate {
  switch (operator) {
    case '!':
      return (seeing) => !argument(seeing);
    case '-':
      return (seeing) => -Number(argument(seeing));
    case '+':
      return (seeing) => Number(argument(seeing));
    case 'void':
      return () => undefined;
    default:
      throw new ExpressionError(`uses \`${operator}\`, which Breakwater does not know`);
  }
}

function binary(operator: string, left: Evaluate, right: Evaluate): Evaluate {
  if (operator === '&&') return (seeing) => left(seeing) && right(seeing);
  if (operator === '||') return (seeing) => left(seeing) || right(seeing);
  if (operator === '??') return (seeing) => left(seeing) ?? right(seeing);
  if (operator === 'in') return (seeing) => call(right(seeing), 'includes', [left(seeing)], seeing.seen);
  if (operator === '~=') return (seeing) => call(left(seeing), 'match', [right(seeing)], seeing.seen);
  const operate = OPERATORS[operator];
  if (!operate) throw new ExpressionError(`uses \`${operator}\`, which Breakwater does not know`);
  return (seeing) => operate(left(seeing), right(seeing));
}

/** With the meaning that ECMAScript gives them. The casts let it compare what it would compare. */
const OPERATORS: Readonly<Record<string, (a: Thing, b: Thing) => Thing>> = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  // biome-ignore lint/suspicious/noDoubleEquals: it is what the author of the expression wrote.
  '==': (a, b) => a == b,
  // biome-ignore lint/suspicious/noDoubleEquals: it is what the author of the expression wrote.
  '!=': (a, b) => a != b,
  '<': (a, b) => (a as number) < (b as number),
  '>': (a, b) => (a as number) > (b as number),
  '<=': (a, b) => (a as number) <= (b as number),
  '>=': (a, b) => (a as number) >= (b as number),
  '+': (a, b) => (typeof a === 'string' || typeof b === 'string' ? `${a}${b}` : Number(a) + Number(b)),
  '-': (a, b) => Number(a) - Number(b),
  '*': (a, b) => Number(a) * Number(b),
  '/': (a, b) => Number(a) / Number(b),
  '%': (a, b) => Number(a) % Number(b),
};

function memberOf({ object, property, computed }: jsep.MemberExpression): Evaluate {
  const of = compile(object);
  if (computed) {
    const name = compile(property);
    return (seeing) => member(of(seeing), String(name(seeing)), seeing.seen);
  }
  const name = String(property.name);
  return (seeing) => member(of(seeing), name, seeing.seen);
}

function callOf({ callee, arguments: given }: jsep.CallExpression): Evaluate {
  if (callee.type === 'Identifier' && String(callee.name) in KINDS) return compile(callee);
  if (callee.type !== 'MemberExpression' || callee.computed) throw new ExpressionError('calls what is no method');
  const { object, property } = callee as jsep.MemberExpression; // Its type has just been looked at.
  const [of, name] = [compile(object), String((property as jsep.Expression).name)];
  if (!call.knows(name)) throw new ExpressionError(`calls \`${name}\`, which Breakwater does not know`);
  const values = given.map(compile);
  return (seeing) =>
    call(
      of(seeing),
      name,
      values.map((value) => value(seeing)),
      seeing.seen,
    );
}
