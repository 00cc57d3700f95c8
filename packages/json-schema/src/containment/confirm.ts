import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { evaluationCost } from './evaluation-cost.ts';
import { ajvFormats } from './formats.ts';
import { isRecord, MAX_DEPTH } from './json-value.ts';
import { isAsserting, isConstraining, ONE_SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from './keywords.ts';
import { matchesPattern, nativeOf } from './regex/matches.ts';
import type { JsonSchema, SchemaSet, Side } from './side.ts';

/** Longest text that a native expression is run on. */
const MAX_NATIVE_LENGTH = 200;
/** Evaluations that one value may cost. */
const MAX_EVALUATIONS = 1_000_000;
/** Schemas that one bundle may hold. */
const MAX_SCHEMAS = 20_000;

/** ajv's opinion on `value`; `unknown` where ajv cannot compile the schema or a pattern might run away. Never throws. */
export function confirmedByAjv({ schema, set }: Side, value: unknown): boolean | 'unknown' {
  if (typeof schema === 'boolean') return schema;
  if (isTooDeep(value) || evaluationCost(set, schema, value) > MAX_EVALUATIONS) return 'unknown';
  try {
    const validate = validatorOf(schema, set);
    return validate ? validate(value) : 'unknown';
  } catch {
    return 'unknown'; // A pattern that was refused, or a value that ajv stumbles over.
  }
}

type Copy = { [keyword: string]: unknown };

/** The compiled schemas of one set. */
interface Bundle {
  readonly ajv: Ajv2020;
  /** The name of each reference inside ajv, in which the characters of a reference have no meaning. */
  readonly names: Map<string, string>;
  readonly validators: WeakMap<object, { readonly validate: ValidateFunction | undefined }>;
}

const bundles = new WeakMap<SchemaSet, Bundle>();

function bundleOf(set: SchemaSet): Bundle {
  let bundle = bundles.get(set);
  if (!bundle) bundles.set(set, (bundle = { ajv: sharedAjv(), names: new Map(), validators: new WeakMap() }));
  return bundle;
}

/** Sets that one ajv serves. It costs time to make, and it never forgets a schema, so it is given up after some time. */
const MAX_BUNDLES = 200;
let shared: { readonly ajv: Ajv2020; bundles: number } | undefined;

function sharedAjv(): Ajv2020 {
  if (!shared || shared.bundles >= MAX_BUNDLES) shared = { ajv: newAjv(), bundles: 0 };
  shared.bundles += 1;
  return shared.ajv;
}

/** Stands for what ajv cannot be told. Only when a value really depends on it, there is no opinion. */
const UNDECIDED = 'undecided';

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    meta: false,
    strict: false,
    validateSchema: false,
    ownProperties: true,
    unicodeRegExp: true,
    inlineRefs: false,
    addUsedSchema: false,
    messages: false,
    logger: false,
    multipleOfPrecision: 9,
    code: { optimize: false, regExp: Object.assign(safeExpression, { code: 'safeExpression' }) },
  });
  for (const [name, format] of ajvFormats()) ajv.addFormat(name, format);
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

function validatorOf(schema: Exclude<JsonSchema, boolean>, set: SchemaSet): ValidateFunction | undefined {
  const bundle = bundleOf(set);
  const known = bundle.validators.get(schema);
  if (known) return known.validate;
  const copier = new Copier(bundle, set);
  const copy = copier.copyAll(schema);
  const validate = copier.refers ? compile(bundle.ajv, copy) : compileOnce(bundle.ajv, copy);
  bundle.validators.set(schema, { validate });
  return validate;
}

/** Validators that are kept by the text of their schema. */
const MAX_KEPT = 1_000;
const MAX_KEPT_LENGTH = 10_000;
const kept = new Map<string, ValidateFunction | undefined>();

/** Without references, equal schemas of all sets are one. Compiling is most of what a confirmation costs. */
function compileOnce(ajv: Ajv2020, copy: Copy): ValidateFunction | undefined {
  const text = JSON.stringify(copy);
  if (text.length > MAX_KEPT_LENGTH) return compile(ajv, copy);
  if (!kept.has(text)) {
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, compile(ajv, copy));
  }
  return kept.get(text);
}

function compile(ajv: Ajv2020, copy: Copy): ValidateFunction | undefined {
  try {
    return ajv.compile(copy);
  } catch {
    return undefined;
  }
}

/** The names of all references, since several bundles share an ajv. */
let references = 0;

/** Copies what asserts something, with references as ajv's own names, and hands every referenced schema to ajv. */
class Copier {
  private readonly bundle: Bundle;
  private readonly set: SchemaSet;
  private readonly queue: string[] = [];
  private count = 0;
  /** Whether a reference was met. */
  refers = false;

  constructor(bundle: Bundle, set: SchemaSet) {
    this.bundle = bundle;
    this.set = set;
  }

  copyAll(schema: JsonSchema): Copy {
    const copy = this.copy(schema, 0);
    for (let ref = this.queue.pop(); ref !== undefined; ref = this.queue.pop()) {
      this.bundle.ajv.addSchema(this.copy(this.set.resolve(ref), 0), this.bundle.names.get(ref));
    }
    return copy;
  }

  private copy(schema: unknown, depth: number): Copy {
    if (typeof schema === 'boolean') return asObject(schema);
    if (!isRecord(schema) || depth > MAX_DEPTH || ++this.count > MAX_SCHEMAS) return { [UNDECIDED]: true };
    // ajv refuses a list of no values; no value is on it.
    if (Object.hasOwn(schema, 'enum') && Array.isArray(schema.enum) && schema.enum.length === 0) return asObject(false);
    const copy: Copy = {};
    for (const keyword of Object.keys(schema)) {
      const given = schema[keyword];
      // ajv leaves out a property of the name `__proto__`.
      if (isConstraining(keyword) || (keyword === 'properties' && isRecord(given) && Object.hasOwn(given, '__proto__'))) copy[UNDECIDED] = true;
      else if (isAsserting(keyword)) copy[keyword] = this.copyKeyword(keyword, given, depth + 1);
    }
    return 'contains' in copy && 'prefixItems' in copy ? apart(copy) : copy;
  }

  private copyKeyword(keyword: string, given: unknown, depth: number): unknown {
    if (keyword === '$ref' && typeof given === 'string') return this.nameOf(given);
    if (ONE_SCHEMA.has(keyword)) return this.copy(given, depth);
    if (SCHEMA_LIST.has(keyword) && Array.isArray(given)) return given.map((part) => this.copy(part, depth));
    if (!SCHEMA_MAP.has(keyword) || !isRecord(given)) return given;
    return Object.fromEntries(Object.entries(given).map(([name, part]) => [name, this.copy(part, depth)]));
  }

  private nameOf(ref: string): string {
    this.refers = true;
    let name = this.bundle.names.get(ref);
    if (name === undefined) {
      name = `ref:${++references}`;
      this.bundle.names.set(ref, name);
      this.queue.push(ref);
    }
    return name;
  }
}

/** For an empty array, ajv 8.20 forgets a `contains` that stands beside `prefixItems`. */
function apart({ contains, minContains = 1, maxContains, allOf = [], ...others }: { readonly [keyword: string]: unknown }): Copy {
  const containing = { contains, minContains, ...(maxContains !== undefined && { maxContains }) };
  return { ...others, allOf: [...(Array.isArray(allOf) ? allOf : []), containing] };
}

/** The same without booleans, which `addSchema` does not take. */
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
