import { evaluateArray, evaluateNumber, evaluateObject, evaluateString } from './interpret-keywords.ts';
import { evaluateLogic } from './interpret-logic.ts';
import { isRecord, type JsonType, jsonTypeOf, MAX_DEPTH } from './json-value.ts';
import type { JsonSchema, SchemaSet, Side } from './side.ts';

/** True, false, or not known: a keyword or pattern that is not supported, or nesting beyond measure. */
export type Truth = boolean | 'unknown';

/** Values remembered per schema before the memory is emptied. */
const MAX_REMEMBERED = 4_000;

/** Evaluates the schemas of one set. Remembers by schema and value, so shared parts are looked at once. */
export class Interpreter {
  private readonly known = new Map<JsonSchema, Map<unknown, Truth>>();
  /** What was undecided in the question at hand; another question may reach it with less nesting. */
  private undecided: Map<unknown, Truth>[] = [];
  private depth = 0;
  readonly set: SchemaSet;

  constructor(set: SchemaSet) {
    this.set = set;
  }

  validates(schema: unknown, value: unknown): Truth {
    if (typeof schema === 'boolean') return schema;
    if (!isRecord(schema)) return 'unknown';
    let results = this.known.get(schema);
    if (!results) this.known.set(schema, (results = new Map()));
    const known = results.get(value);
    if (known !== undefined) return known;
    if (results.size > MAX_REMEMBERED) results.clear();
    if (this.depth >= MAX_DEPTH) return 'unknown';
    results.set(value, 'unknown'); // What a schema that refers to itself at the same place is asked meanwhile.
    this.depth += 1;
    const truth = this.evaluate(schema, value);
    this.depth -= 1;
    results.set(value, truth);
    if (truth === 'unknown') this.undecided.push(results);
    if (this.depth === 0) this.forgetUndecided();
    return truth;
  }

  private forgetUndecided(): void {
    for (const results of this.undecided) for (const [value, truth] of results) if (truth === 'unknown') results.delete(value);
    this.undecided = [];
  }

  private evaluate(schema: Exclude<JsonSchema, boolean>, value: unknown): Truth {
    const type = jsonTypeOf(value);
    if (type === undefined) return 'unknown';
    const logic = evaluateLogic(this, schema, value, type);
    if (logic === false) return false;
    const own = this.evaluateOfType(schema, value, type);
    return own === true ? logic : own;
  }

  private evaluateOfType(schema: Exclude<JsonSchema, boolean>, value: unknown, type: JsonType): Truth {
    if (type === 'number' && typeof value === 'number') return evaluateNumber(schema, value);
    if (type === 'string' && typeof value === 'string') return evaluateString(schema, value);
    if (type === 'array' && Array.isArray(value)) return evaluateArray(this, schema, value);
    if (type === 'object' && isRecord(value)) return evaluateObject(this, schema, value);
    return true;
  }
}

/** Whether something holds for each; stops at the first for which it does not. */
export function every<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let all: Truth = true;
  for (const item of items) {
    const truth = holds(item);
    if (truth === false) return false;
    if (truth === 'unknown') all = 'unknown';
  }
  return all;
}

/** Whether something holds for one of them; stops at the first for which it does. */
export function some<T>(items: Iterable<T>, holds: (item: T) => Truth): Truth {
  let any: Truth = false;
  for (const item of items) {
    const truth = holds(item);
    if (truth === true) return true;
    if (truth === 'unknown') any = 'unknown';
  }
  return any;
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

/** Whether `value` is valid for the schema; `unknown` where a keyword or a pattern is not supported. Never throws. */
export function validates({ schema, set }: Side, value: unknown): boolean | 'unknown' {
  return new Interpreter(set).validates(schema, value);
}
