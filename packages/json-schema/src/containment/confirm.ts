import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { evaluationCost } from './evaluation-cost.ts';
import { ajvFormats } from './formats.ts';
import { isRecord, MAX_DEPTH } from './json-value.ts';
import { IN_PLACE, isAsserting, isConstraining, ONE_SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from './keywords.ts';
import { matchesPattern, nativeOf } from './regex/matches.ts';
import type { JsonSchema, SchemaSet, Side } from './side.ts';

/** Longest text that a native expression is run on. */
const MAX_NATIVE_LENGTH = 200;
/** Evaluations that one value may cost. */
const MAX_EVALUATIONS = 1_000_000;
/** Schemas that one validator may be made of. */
const MAX_SCHEMAS = 20_000;
/** References that are written out in one validator. */
const MAX_WRITTEN_OUT = 1_000;
/** Values for each of which a schema is compiled as far as that one comes to it; from then on it is compiled whole, once. */
const MAX_APART = 20;

/** ajv's opinion on `value`; `unknown` where ajv cannot compile the schema or a pattern might run away. Never throws. */
export function confirmedByAjv({ schema, set }: Side, value: unknown): boolean | 'unknown' {
  if (typeof schema === 'boolean') return schema;
  if (isTooDeep(value) || evaluationCost(set, schema, value) > MAX_EVALUATIONS) return 'unknown';
  try {
    return compiledOf(set).holds(schema, namedForAjv(value));
  } catch {
    return 'unknown'; // What is undecided, a pattern that was refused, or a value that ajv stumbles over.
  }
}

type Copy = { [keyword: string]: unknown };
type Values = readonly unknown[] | undefined;

/** The schemas of one set, each compiled when a value comes to it, as far as the value does: a witness comes to little of it. */
class Compiled {
  private readonly set: SchemaSet;
  private readonly asked = new WeakMap<object, { times: number; whole?: { readonly validate: ValidateFunction | undefined } }>();

  constructor(set: SchemaSet) {
    this.set = set;
  }

  holds(schema: JsonSchema | undefined, value: unknown): boolean {
    if (typeof schema === 'boolean') return schema;
    const validate = schema && this.validatorOf(schema, value);
    if (!validate) throw new Error(UNDECIDED);
    return validate.call(this, value);
  }

  /** Whether it holds for what a reference leads to. */
  refersTo(reference: string, value: unknown): boolean {
    return this.holds(this.set.resolve(reference), value);
  }

  private validatorOf(schema: Exclude<JsonSchema, boolean>, value: unknown): ValidateFunction | undefined {
    const asked = this.asked.get(schema) ?? { times: 0 };
    this.asked.set(schema, asked);
    if (++asked.times <= MAX_APART) return compileOnce(new Copier(this.set).copyFor(schema, [value]));
    asked.whole ??= { validate: compileOnce(new Copier(this.set).copyFor(schema, undefined)) };
    return asked.whole.validate;
  }
}

const compiled = new WeakMap<SchemaSet, Compiled>();

function compiledOf(set: SchemaSet): Compiled {
  const known = compiled.get(set) ?? new Compiled(set);
  compiled.set(set, known);
  return known;
}

/** Stands for what ajv cannot be told. Only when a value really depends on it, there is no opinion. */
const UNDECIDED = 'undecided';
/** A reference, whose meaning is that of the set that is asked: equal texts are compiled once for all sets. */
const REFERS_TO = 'refersTo';
/** Stands beside what looks at the letters of names: of a name that is not its own there is no opinion. */
const LOOKS_AT_NAMES = 'looksAtNames';

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    meta: false,
    strict: false,
    validateSchema: false,
    ownProperties: true,
    unicodeRegExp: true,
    addUsedSchema: false,
    passContext: true,
    messages: false,
    logger: false,
    multipleOfPrecision: 9,
    code: { optimize: false, regExp: Object.assign(safeExpression, { code: 'safeExpression' }) },
  });
  for (const [name, format] of ajvFormats()) ajv.addFormat(name, format);
  ajv.addKeyword({
    keyword: REFERS_TO,
    before: '$ref',
    validate(this: Compiled, reference: string, value: unknown) {
      return this.refersTo(reference, value);
    },
  });
  ajv.addKeyword({
    keyword: LOOKS_AT_NAMES,
    validate(_: true, value: unknown) {
      if (isRecord(value) && Object.hasOwn(value, STAND_IN)) throw new Error(UNDECIDED);
      return true;
    },
  });
  ajv.addKeyword({
    keyword: UNDECIDED,
    validate: () => {
      throw new Error('undecided');
    },
  });
  return ajv;
}

/** Native where its time is bounded, so that ajv's opinion is its own; else our own linear-time automaton. */
function safeExpression(source: string): { test(text: string): boolean; toString(): string } {
  return {
    // ajv tells the expressions of a schema apart by their text.
    toString: () => source,
    test(text) {
      const native = text.length <= MAX_NATIVE_LENGTH ? nativeOf(source) : undefined;
      const matched = native ? native.test(text) : matchesPattern(source, text);
      if (matched === undefined) throw new Error('pattern not evaluated');
      return matched;
    },
  };
}

/** Validators that are kept by the text of their schema, and those that one ajv makes: it never forgets one, so it is given up after some time. */
const MAX_KEPT = 1_000;
const MAX_KEPT_LENGTH = 10_000;
const kept = new Map<string, ValidateFunction | undefined>();
const MAX_MADE = 5_000;
let maker: { readonly ajv: Ajv2020; made: number } | undefined;

/** Compiling is most of what a confirmation costs. */
function compileOnce(copy: Copy): ValidateFunction | undefined {
  const text = JSON.stringify(copy);
  if (text.length > MAX_KEPT_LENGTH) return compile(copy);
  if (!kept.has(text)) {
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, compile(copy));
  }
  return kept.get(text);
}

function compile(copy: Copy): ValidateFunction | undefined {
  if (!maker || maker.made >= MAX_MADE) maker = { ajv: newAjv(), made: 0 };
  maker.made++;
  try {
    return maker.ajv.compile(copy);
  } catch {
    return undefined;
  }
}

/** Copies what asserts something about a value and its parts. What `unevaluated…` looks through is written out: ajv has to see it. */
class Copier {
  private readonly set: SchemaSet;
  private count = 0;
  private writtenOut = 0;

  constructor(set: SchemaSet) {
    this.set = set;
  }

  /** `values` are all that may come to the schema; any may where none are named. */
  copyFor(schema: JsonSchema, values: Values): Copy {
    return this.copy(schema, values, 0, false);
  }

  private copy(schema: unknown, values: Values, depth: number, isLookedThrough: boolean): Copy {
    if (values?.length === 0) return asObject(true);
    if (typeof schema === 'boolean') return asObject(schema);
    if (!isRecord(schema) || depth > MAX_DEPTH || ++this.count > MAX_SCHEMAS) return { [UNDECIDED]: true };
    // ajv refuses a list of no values; no value is on it.
    if (Object.hasOwn(schema, 'enum') && Array.isArray(schema.enum) && schema.enum.length === 0) return asObject(false);
    const isSeen = isLookedThrough || Object.hasOwn(schema, 'unevaluatedProperties') || Object.hasOwn(schema, 'unevaluatedItems');
    const copy: Copy = {};
    for (const keyword of Object.keys(schema)) {
      const given = schema[keyword];
      if (MATCHES_NAMES.has(keyword)) copy[LOOKS_AT_NAMES] = true;
      if (isConstraining(keyword)) copy[UNDECIDED] = true;
      else if (keyword === '$ref' && !isSeen) copy[REFERS_TO] = String(given);
      else if (isAsserting(keyword) && keyword !== '$ref') copy[keyword] = this.copyKeyword(keyword, given, values, depth + 1, isSeen && IN_PLACE.has(keyword));
    }
    const whole = isSeen && schema.$ref !== undefined ? alsoAllOf(copy, this.target(String(schema.$ref), values, depth + 1)) : copy;
    return 'contains' in whole && 'prefixItems' in whole ? apart(whole) : whole;
  }

  private target(reference: string, values: Values, depth: number): Copy {
    return this.copy(++this.writtenOut > MAX_WRITTEN_OUT ? undefined : this.set.resolve(reference), values, depth, true);
  }

  private copyKeyword(keyword: string, given: unknown, values: Values, depth: number, isLookedThrough: boolean): unknown {
    const copyOf = (part: unknown, name: string | number) => this.copy(part, comingTo(keyword, name, values), depth, isLookedThrough);
    if (ONE_SCHEMA.has(keyword)) return copyOf(given, '');
    if (SCHEMA_LIST.has(keyword) && Array.isArray(given)) return given.map(copyOf);
    if (!SCHEMA_MAP.has(keyword) || !isRecord(given)) return NAMES.has(keyword) ? withStandIns(given) : namedForAjv(given);
    return Object.fromEntries(Object.entries(given).map(([name, part]) => [standInFor(name), copyOf(part, standInFor(name))]));
  }
}

/** ajv leaves out a property of the name `__proto__`. In all that it is given, this one stands for it. */
const STAND_IN = '\uE000__proto__';
const MATCHES_NAMES: ReadonlySet<string> = new Set(['patternProperties', 'propertyNames']);
/** Keywords that list names. */
const NAMES: ReadonlySet<string> = new Set(['required', 'dependentRequired']);

function standInFor(name: string): string {
  return name === '__proto__' ? STAND_IN : name;
}

function namedForAjv(value: unknown): unknown {
  const isNamedSo = typeof value === 'object' && value !== null && JSON.stringify(value).includes('"__proto__":');
  return isNamedSo ? renamed(value) : value;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [standInFor(name), renamed(part)])) : value;
}

function withStandIns(names: unknown): unknown {
  if (typeof names === 'string') return standInFor(names);
  if (Array.isArray(names)) return names.map(withStandIns);
  return isRecord(names) ? Object.fromEntries(Object.entries(names).map(([name, others]) => [standInFor(name), withStandIns(others)])) : names;
}

/** What of some values a schema is asked about that stands under a keyword, there by a name or an index; or more than that. */
function comingTo(keyword: string, name: string | number, values: Values): Values {
  if (values === undefined || (IN_PLACE.has(keyword) && keyword !== 'dependentSchemas')) return values;
  const objects = values.filter(isRecord);
  switch (keyword) {
    case 'dependentSchemas':
      return objects.filter((value) => Object.hasOwn(value, name));
    case 'properties':
      return objects.flatMap((value) => (Object.hasOwn(value, name) ? [value[name]] : []));
    case 'propertyNames':
      return objects.flatMap(Object.keys);
    case 'patternProperties':
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return objects.flatMap(Object.values);
    default:
      return values.filter(Array.isArray).flat();
  }
}

/** For an empty array, ajv 8.20 forgets a `contains` that stands beside `prefixItems`. */
function apart({ contains, minContains = 1, maxContains, ...others }: Copy): Copy {
  return alsoAllOf(others, { contains, minContains, ...(maxContains !== undefined && { maxContains }) });
}

function alsoAllOf({ allOf = [], ...others }: Copy, part: Copy): Copy {
  return { ...others, allOf: [...(Array.isArray(allOf) ? allOf : []), part] };
}

/** The same without booleans, to which nothing can be added. */
function asObject(schema: boolean): Copy {
  return schema ? {} : { not: {} };
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  let looked = 0;
  for (let depth = 0; level.length > 0; depth++) {
    looked += level.length;
    if (depth > MAX_DEPTH || looked > 1_000_000) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
