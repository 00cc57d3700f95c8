import type { Side } from './containment/index.ts';
import { Interpreter } from './containment/interpreter.ts';
import type { JsonSchema } from './containment/side.ts';

/** Why plain data does not fit a schema. */
export interface SchemaFault {
  /** From the value to the part that does not fit. */
  readonly path: readonly (string | number)[];
  /** As the end of a sentence about the part: "must have `name`". */
  readonly what: string;
}

const MAX_DEPTH = 100;

/** The faults in the order in which a validator comes upon them, at most `most`; `undefined` where it cannot be decided. */
export function schemaFaults({ schema, set }: Side, value: unknown, most = 1): readonly SchemaFault[] | undefined {
  const interpreter = new Interpreter(set);
  if (interpreter.validates(schema, value) === 'unknown') return undefined;
  const finder = new FaultFinder(interpreter, set, most);
  finder.look(schema, value, []);
  return finder.found;
}

class FaultFinder {
  readonly found: SchemaFault[] = [];
  private readonly interpreter: Interpreter;
  private readonly set: Side['set'];
  private readonly most: number;

  constructor(interpreter: Interpreter, set: Side['set'], most: number) {
    this.interpreter = interpreter;
    this.set = set;
    this.most = most;
  }

  look(schema: JsonSchema, value: unknown, path: SchemaFault['path']): void {
    if (this.isFull() || path.length > MAX_DEPTH || this.interpreter.validates(schema, value) !== false) return;
    const before = this.found.length;
    if (typeof schema !== 'boolean') this.lookInside(schema, value, path);
    if (this.found.length === before) this.tell(path, typeof schema === 'boolean' ? 'must not be there' : 'must fit its schema');
  }

  private lookInside(schema: Keywords, value: unknown, path: SchemaFault['path']): void {
    for (const keyword of PLAIN) {
      if (schema[keyword] === undefined || this.isFull()) continue;
      if (this.interpreter.validates({ [keyword]: schema[keyword] }, value) === false) this.tell(path, wordsOf(keyword, schema[keyword], value));
      if (keyword === 'type' && this.found.length > 0 && this.most === 1) return;
    }
    const target = typeof schema.$ref === 'string' ? this.set.resolve(schema.$ref) : undefined;
    if (target !== undefined) this.look(target, value, path);
    for (const part of list(schema.allOf)) this.look(part, value, path);
    if (schema.if !== undefined) this.look(this.chosen(schema, value), value, path);
    if (Array.isArray(value)) this.lookInList(schema, value, path);
    else if (typeof value === 'object' && value !== null) this.lookInMap(schema, value, path);
  }

  private chosen({ if: condition, then, else: otherwise }: Keywords, value: unknown): JsonSchema {
    const truth = this.interpreter.validates(condition as JsonSchema, value); // The translation lets nothing else through.
    return ((truth === true ? then : truth === false ? otherwise : true) ?? true) as JsonSchema;
  }

  private lookInList({ prefixItems, items }: Keywords, values: readonly unknown[], path: SchemaFault['path']): void {
    const prefix = list(prefixItems);
    for (const [i, value] of values.entries()) {
      const schema = prefix[i] ?? (items as JsonSchema | undefined);
      if (schema !== undefined) this.look(schema, value, [...path, i]);
    }
  }

  private lookInMap(schema: Keywords, value: object, path: SchemaFault['path']): void {
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    const known = { properties, patternProperties, additionalProperties: false };
    const own = properties as Readonly<Record<string, JsonSchema>>;
    for (const [name, part] of Object.entries(value)) {
      if (Object.hasOwn(own, name)) this.look(own[name] ?? true, part, [...path, name]);
      else if (additionalProperties !== undefined && this.interpreter.validates(known, { [name]: part }) === false) {
        if (additionalProperties === false) this.tell(path, `must not have \`${name}\``);
        else this.look(additionalProperties as JsonSchema, part, [...path, name]);
      } else if (this.interpreter.validates({ patternProperties }, { [name]: part }) === false) this.tell([...path, name], 'must fit its schema');
    }
  }

  private tell(path: SchemaFault['path'], what: string): void {
    if (!this.isFull()) this.found.push({ path, what });
  }

  private isFull(): boolean {
    return this.found.length >= this.most;
  }
}

type Keywords = Exclude<JsonSchema, boolean>;

/** Keywords that are asked alone, in the order in which ajv asks them. */
const PLAIN = [
  ...(['type', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern', 'format'] as const),
  ...(['not', 'anyOf', 'oneOf', 'const', 'enum', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'required'] as const),
  ...(['dependentRequired', 'propertyNames'] as const),
] as const;

function wordsOf(keyword: (typeof PLAIN)[number], limit: unknown, value: unknown): string {
  switch (keyword) {
    case 'type':
      return `must be of the type ${[limit].flat().join(' or ')}`;
    case 'required':
      return `must have ${missing(limit, value)}`;
    case 'enum':
    case 'const':
      return `must be ${keyword === 'enum' ? 'one of ' : ''}${JSON.stringify(limit)?.slice(0, 100)}`;
    case 'not':
      return 'must not fit the schema under `not`';
    case 'anyOf':
    case 'oneOf':
      return `must fit ${keyword === 'anyOf' ? 'one' : 'exactly one'} of the schemas under \`${keyword}\``;
    case 'uniqueItems':
      return 'must not hold anything twice';
    case 'pattern':
    case 'format':
      return `must have the ${keyword} \`${String(limit).slice(0, 100)}\``;
    case 'dependentRequired':
    case 'propertyNames':
      return `must fit \`${keyword}\``;
    default:
      return `must fit \`${keyword}: ${String(limit)}\``;
  }
}

function missing(required: unknown, value: unknown): string {
  const names = (Array.isArray(required) ? required.map(String) : []).filter((name) => !Object.hasOwn(Object(value), name));
  return names.map((name) => `\`${name}\``).join(' and ');
}

function list(schemas: unknown): readonly JsonSchema[] {
  return Array.isArray(schemas) ? schemas : [];
}
