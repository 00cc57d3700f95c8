import { child, type Direction, entriesOf, itemsOf, type Node, ofSnapshot, type Snapshot, sourceOf, stringOf, toValue } from '@breakwater/core';
import type { JsonSchema } from './containment/index.ts';
import { Interpreter } from './containment/interpreter.ts';
import type { Dialect } from './dialect.ts';
import { sayingTheSame } from './saying-the-same.ts';
import type { SchemaElement } from './schema-element.ts';
import { createTranslator, type Translator } from './translate.ts';

/** Why a value, or a part of it, does not fit its schema. */
export interface ValueFault {
  /** The part. */
  readonly node: Node;
  /** As the end of a sentence about it: "is a string, and not an integer". */
  readonly what: string;
  /** What says the same and fits, if only the notation is wrong: `12` for `"12"`. */
  readonly meant?: string | number | boolean;
}

export interface ValueOptions {
  readonly direction: Direction;
  /** Whether `format` is asked for. */
  readonly formats: boolean;
}

/** So many faults are told of one value. */
const MAX_FAULTS = 20;

/** What is wrong with a value of the tree, each cause once and where it stands; nothing where that cannot be decided. */
export function valueFaults(schema: SchemaElement, value: Node, options: ValueOptions): readonly ValueFault[] {
  return new ValueCheck(translatorOf(schema.snapshot, schema.dialect, options)).faults(schema, value).slice(0, MAX_FAULTS);
}

const translatorsOf = ofSnapshot(() => new Map<string, Translator>());

function translatorOf(snapshot: Snapshot, dialect: Dialect, { direction, formats }: ValueOptions): Translator {
  const own = translatorsOf(snapshot);
  const key = `${dialect.key} ${direction} ${formats}`;
  const known = own.get(key);
  if (known) return known;
  const translator = createTranslator({ snapshot, dialect, direction, formats: formats ? 'assertion' : 'annotation' });
  own.set(key, translator);
  return translator;
}

class ValueCheck {
  private readonly translator: Translator;
  private readonly interpreter: Interpreter;
  /** Of a node always the same, by which the interpreter knows again what it has looked at. */
  private readonly values = new Map<Node, unknown>();
  private depth = 0;

  constructor(translator: Translator) {
    this.translator = translator;
    this.interpreter = new Interpreter(translator.set);
  }

  faults(schema: SchemaElement, node: Node): readonly ValueFault[] {
    const value = this.valueOf(node);
    // What is not known to be wrong is not told.
    if (this.depth > MAX_DEPTH || this.truth(allOf(schema.nodes.map((one) => this.translator.translate(one))), value) !== false) return [];
    this.depth++;
    const found = this.causes(schema, node, value);
    this.depth--;
    return found.length > 0 ? found : [{ node, what: 'does not fit its schema' }];
  }

  private valueOf(node: Node): unknown {
    return toValue(node, this.values);
  }

  private truth(schema: JsonSchema, value: unknown) {
    return this.interpreter.validates(schema, value);
  }

  private causes(schema: SchemaElement, node: Node, value: unknown): readonly ValueFault[] {
    const { types, values, union, orNull } = schema.effective();
    if (value === null && orNull) return [];
    if (types && !typesOf(value).some((type) => types.has(type)))
      return [this.withMeant(schema, { node, what: `is ${article(typesOf(value)[0] ?? '')}, and not ${[...types].map(article).join(' or ')}` })];
    if (values && this.truth({ enum: values }, value) === false)
      return [this.withMeant(schema, { node, what: `is none of the values that are listed: ${shown(values)}` })];
    const own = [...this.keywords(schema, node, value), ...this.parts(schema, node)];
    return own.length > 0 || !union ? own : this.branches(schema, node, value);
  }

  private withMeant(schema: SchemaElement, fault: ValueFault): ValueFault {
    const whole = allOf(schema.nodes.map((one) => this.translator.translate(one)));
    const fitting = sayingTheSame(fault.node, schema.effective().values ?? []).filter((value) => this.truth(whole, value) === true);
    const [meant] = fitting;
    return meant === undefined || fitting.length > 1 ? fault : { ...fault, meant };
  }

  /** The keywords that speak about the value as a whole, each asked alone. */
  private keywords(schema: SchemaElement, node: Node, value: unknown): readonly ValueFault[] {
    const found: ValueFault[] = [];
    for (const member of schema.effective().members) {
      const translated = this.translator.translate(member);
      if (typeof translated === 'boolean') continue;
      for (const keyword of ALONE) {
        const limit = translated[keyword];
        if (limit !== undefined && this.truth({ [keyword]: limit }, value) === false) found.push({ node, what: wordsOf(keyword, limit) });
      }
      found.push(...this.missing(translated, node, value));
      found.push(...this.undeclared(translated, node));
    }
    return found;
  }

  private missing({ required }: Exclude<JsonSchema, boolean>, node: Node, value: unknown): readonly ValueFault[] {
    const names = (Array.isArray(required) ? required.map(String) : []).filter((name) => this.truth({ required: [name] }, value) === false);
    const list = names.map((name) => `\`${name}\``).join(' and no ');
    return names.length > 0 ? [{ node, what: `has no ${list}, which ${names.length === 1 ? 'is' : 'are'} required` }] : [];
  }

  private undeclared(schema: Exclude<JsonSchema, boolean>, node: Node): readonly ValueFault[] {
    if (schema.additionalProperties !== false) return [];
    const { properties = {}, patternProperties = {} } = schema;
    const closed = { properties, patternProperties, additionalProperties: false };
    return entriesOf(node)
      .filter(({ name, value }) => !Object.hasOwn(Object(properties), name) && this.truth(closed, { [name]: this.valueOf(value) }) === false)
      .map(({ name, value }) => ({ node: value, what: `is not allowed here: nothing but what is described is, and \`${name}\` is not` }));
  }

  private parts(schema: SchemaElement, node: Node): readonly ValueFault[] {
    const parts = new Map(schema.parts().map((part) => [part.id, part]));
    const further = parts.get('additionalProperties');
    const item = parts.get('items');
    const hasPatterns = schema.effective().all('patternProperties').length > 0;
    const inMap = entriesOf(node).flatMap(({ name, value }) => {
      const part = parts.get(`property ${name}`) ?? (hasPatterns ? undefined : further);
      return part ? this.faults(part, value) : [];
    });
    const prefix = [...parts.keys()].filter((id) => id.startsWith('prefixItems ')).length;
    const inList = itemsOf(node).flatMap((value, i) => {
      const part = parts.get(`prefixItems ${i}`) ?? (i >= prefix ? item : undefined);
      return part ? this.faults(part, value) : [];
    });
    return [...inMap, ...inList];
  }

  /** The one alternative that is meant, by its type or by a value that only it has; else none of them is told by itself. */
  private branches(schema: SchemaElement, node: Node, value: unknown): readonly ValueFault[] {
    const branches = schema.parts().filter(({ id }) => id.startsWith('branch '));
    const fitting = branches.filter((branch) => this.truth(allOf(branch.nodes.map((one) => this.translator.translate(one))), value) === true);
    if (fitting.length > 1) return [{ node, what: `fits ${fitting.length} alternatives at once, and only one may` }];
    const meant = branches.filter((branch) => this.isMeant(branch, node, value));
    const [only] = meant;
    const found = only && meant.length === 1 ? this.faults(only, node) : [];
    return found.length > 0 ? found : [{ node, what: `fits none of ${branches.length} alternatives` }];
  }

  private isMeant(branch: SchemaElement, node: Node, value: unknown): boolean {
    const { types } = branch.effective();
    if (types && !typesOf(value).some((type) => types.has(type))) return false;
    return branch.parts().every((part) => {
      const own = part.effective();
      const at = child(node, part.id.replace(/^property /, ''));
      return !own.values || !at || this.truth({ enum: own.values }, this.valueOf(at)) !== false;
    });
  }
}

const MAX_DEPTH = 40;

const ALONE = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const;

function wordsOf(keyword: (typeof ALONE)[number], limit: unknown): string {
  if (keyword === 'pattern') return `does not match \`${String(limit).slice(0, 80)}\``;
  if (keyword === 'format') return `has not the format \`${String(limit)}\``;
  if (keyword === 'uniqueItems') return 'holds something twice';
  return `is against \`${keyword}: ${String(limit)}\``;
}

function allOf(parts: readonly JsonSchema[]): JsonSchema {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { allOf: parts };
}

type TypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** The narrowest first. */
function typesOf(value: unknown): readonly TypeName[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return typeof value === 'string' ? ['string'] : typeof value === 'boolean' ? ['boolean'] : ['object'];
}

function article(type: string): string {
  if (type === 'null') return '`null`';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function shown(values: readonly unknown[]): string {
  const texts = values.slice(0, 5).map((value) => `\`${JSON.stringify(value)?.slice(0, 40)}\``);
  return `${texts.join(', ')}${values.length > 5 ? ', …' : ''}`;
}

/** Names in the objects of a value that nothing in the schema describes, over all parts and alternatives; where a schema takes any name by a rule, all are. */
export function undeclaredNames(schema: SchemaElement, value: Node): readonly { readonly node: Node; readonly name: string }[] {
  const found: { node: Node; name: string }[] = [];
  const stack: { schemas: readonly SchemaElement[]; node: Node; depth: number }[] = [{ schemas: [schema], node: value, depth: 0 }];
  for (let next = stack.pop(); next && next.depth < MAX_DEPTH; next = stack.pop()) {
    const { node, depth } = next;
    const all = withBranches(next.schemas);
    const items = all.flatMap((one) => one.parts().filter(({ id }) => id === 'items'));
    for (const item of items.length > 0 ? itemsOf(node) : []) stack.push({ schemas: items, node: item, depth: depth + 1 });
    if (node.kind !== 'map' || !describesNames(all)) continue;
    for (const { name, value: inner } of node.entries) {
      const parts = all.flatMap((one) => one.parts().filter(({ id }) => id === `property ${name}`));
      if (parts.length === 0) found.push({ node: inner, name });
      else stack.push({ schemas: parts, node: inner, depth: depth + 1 });
    }
  }
  return found;
}

function withBranches(schemas: readonly SchemaElement[]): readonly SchemaElement[] {
  const all: SchemaElement[] = [];
  const seen = new Set<Node>();
  const stack = [...schemas];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next.node)) continue;
    seen.add(next.node);
    all.push(next);
    stack.push(...next.parts().filter(({ id }) => id.startsWith('branch ')));
  }
  return all;
}

/** Some names are described, and nothing lets others through on purpose. */
function describesNames(schemas: readonly SchemaElement[]): boolean {
  const effective = schemas.map((one) => one.effective());
  const isOpen = ({ all, members }: (typeof effective)[number]) =>
    all('patternProperties').length > 0 ||
    ['additionalProperties', 'unevaluatedProperties'].some((keyword) => all(keyword).some((node) => node.kind === 'map' || sourceOf(node) === 'true')) ||
    ['if', 'dependentSchemas', 'anyOf', 'oneOf'].some((keyword) => all(keyword).length > 1 || (keyword === 'if' && all(keyword).length > 0)) ||
    members.some((member) => stringOf(child(member, '$ref')) !== undefined);
  return effective.some(({ properties }) => properties.size > 0) && !effective.some(isOpen);
}
