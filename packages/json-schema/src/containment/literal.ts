import { isRecord, keyOf, MAX_DEPTH } from './json-value.ts';
import { isAsserting, ONE_SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from './keywords.ts';
import type { JsonSchema, SchemaSet } from './side.ts';

/** "The value at this place satisfies the schema" or, with `sign` false, "does not". */
export interface Literal {
  /** Equal for literals that say the same, also when their schemas are different objects. */
  readonly id: number;
  readonly schema: JsonSchema;
  readonly set: SchemaSet;
  readonly sign: boolean;
  /** Whether the schema is the sender's own word about what it puts into objects. */
  readonly sent: boolean;
}

/** A schema that nothing here understands, in the place of something that is no schema at all. */
const NO_SCHEMA: JsonSchema = { $dynamicRef: 'not a schema' };

/** Numbers literals, so that schemas which say the same share what is found out about them. Annotations say nothing. */
export class Literals {
  private readonly numbers = new Map<string, number>();
  private readonly setNumbers = new Map<SchemaSet, number>();
  private readonly shapes = new Map<SchemaSet, Map<JsonSchema, number>>();
  private readonly known = new Map<string, Literal>();

  literal(schema: unknown, set: SchemaSet, sign: boolean, sent = false): Literal {
    const given = typeof schema === 'boolean' || isRecord(schema) ? schema : NO_SCHEMA;
    const id = this.shapeOf(given, set) * 4 + (sign ? 2 : 0) + (sent && sign ? 1 : 0);
    // Two sets may give one shape: without references, in which sets differ, the schemas mean the same.
    const key = `${id}`;
    let literal = this.known.get(key);
    if (!literal) this.known.set(key, (literal = { id, schema: given, set, sign, sent: sent && sign }));
    return literal;
  }

  /** The literal about the same schema with another sign. */
  opposite({ schema, set, sign }: Literal): Literal {
    return this.literal(schema, set, !sign);
  }

  /** Whether both together hold for no value at all. */
  areOpposite(a: Literal, b: Literal): boolean {
    return a.sign !== b.sign && a.id >> 2 === b.id >> 2;
  }

  private shapeOf(schema: JsonSchema, set: SchemaSet, depth = 0): number {
    if (typeof schema === 'boolean') return schema ? 1 : 0;
    let shapes = this.shapes.get(set);
    if (!shapes) this.shapes.set(set, (shapes = new Map()));
    const known = shapes.get(schema);
    if (known !== undefined) return known;
    const own = this.number(`own ${this.numbers.size}`);
    shapes.set(schema, own); // What an object that contains itself, or is nested beyond measure, is called.
    const description = this.describe(schema, set, depth);
    const shape = description === undefined ? own : this.number(description);
    shapes.set(schema, shape);
    return shape;
  }

  private describe(schema: Exclude<JsonSchema, boolean>, set: SchemaSet, depth: number): string | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const parts: string[] = [];
    for (const keyword of Object.keys(schema).sort()) {
      if (!isAsserting(keyword)) continue;
      const part = this.describeKeyword(keyword, schema[keyword], set, depth);
      if (part === undefined) return undefined;
      parts.push(`${keyword}:${part}`);
    }
    return parts.length === 0 ? 'true' : parts.join(';');
  }

  private describeKeyword(keyword: string, given: unknown, set: SchemaSet, depth: number): string | undefined {
    const nested = (part: unknown) => (typeof part === 'boolean' || isRecord(part) ? String(this.shapeOf(part, set, depth + 1)) : `?${keyOf(part)}`);
    if (ONE_SCHEMA.has(keyword)) return nested(given);
    if (SCHEMA_LIST.has(keyword) && Array.isArray(given)) return given.map(nested).join(',');
    if (SCHEMA_MAP.has(keyword) && isRecord(given))
      return Object.keys(given)
        .sort()
        .map((name) => `${JSON.stringify(name)}=${nested(given[name])}`)
        .join(',');
    const key = keyOf(given);
    return keyword === '$ref' && key !== undefined ? `${this.numberOf(set)}/${key}` : key;
  }

  private numberOf(set: SchemaSet): number {
    let number = this.setNumbers.get(set);
    if (number === undefined) this.setNumbers.set(set, (number = this.setNumbers.size));
    return number;
  }

  private number(description: string): number {
    if (description === 'true') return 1;
    let number = this.numbers.get(description);
    if (number === undefined) this.numbers.set(description, (number = this.numbers.size + 2));
    return number;
  }
}
