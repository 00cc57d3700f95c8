import { type Draft, is31, isMap, type Json, listIn, mapIn, resolved } from './draft.ts';
import type { Random } from './random.ts';

/** An edit of one schema that takes values from it, and the rules of which one has to tell it. */
export interface Narrowing {
  readonly rules: readonly string[];
  /** `false` where there is nothing to take. */
  narrow(schema: Json, draft: Draft, random: Random): boolean;
}

/** Edits of a schema. In a request the edited one is the new one; in a response it is the old one, and the edit is undone. */
export const NARROWINGS: Readonly<Record<string, Narrowing>> = {
  'another type': of(['type-changed'], (schema) => {
    if (!isFree(schema) || !['number', 'boolean'].includes(String(schema.type))) return false;
    schema.type = schema.type === 'number' ? 'integer' : 'string';
    return true;
  }),

  'no null': of(['nullability-changed', 'type-changed'], (schema) => {
    if (!isFree(schema)) return false;
    if (schema.nullable === true && typeof schema.type === 'string') return delete schema.nullable;
    const types = listIn(schema, 'type');
    if (!types.includes('null') || types.length < 2) return false;
    schema.type = types.filter((type) => type !== 'null');
    return true;
  }),

  'one value less': of(['enum-value-removed', 'enum-value-added', 'enum-changed'], (schema, _draft, random) => {
    const values = listIn(schema, 'enum').filter((value) => value !== null);
    // A list that says of itself that it may grow surprises nobody when it does.
    if (values.length < 2 || 'x-extensible-enum' in schema || values.some((value) => /^unknown$/i.test(String(value)))) return false;
    const gone = random.pick(values);
    schema.enum = listIn(schema, 'enum').filter((value) => value !== gone);
    return true;
  }),

  'values listed': of(
    ['enum-changed', 'enum-value-removed', 'enum-value-added', 'type-changed'],
    (schema) => isText(schema) && says(schema, { enum: ['abc', 'xyz'] }),
  ),
  'a minimum': bound('minimum', (low) => low + 2),
  'a maximum': bound('maximum', (high) => high - 1),
  'an exclusive minimum': bound('exclusiveMinimum', (low) => low),
  'an exclusive maximum': bound('exclusiveMaximum', (high) => high),
  'a multiple': of(['constraint-changed', 'bound-changed'], (schema) => isNumber(schema) && !('multipleOf' in schema) && says(schema, { multipleOf: 3 })),
  'a longer text': size('minLength', 'string'),
  'a shorter text': size('maxLength', 'string'),
  'a pattern': of(['pattern-changed'], (schema) => isText(schema) && !('pattern' in schema) && says(schema, { pattern: '^[a-w]{3}$' })),
  'more items': size('minItems', 'array'),
  'fewer items': size('maxItems', 'array'),
  'different items': of(['constraint-changed'], (schema) => schema.type === 'array' && schema.uniqueItems !== true && says(schema, { uniqueItems: true })),
  'more properties': of(
    ['bound-changed'],
    (schema) => isObject(schema) && !('minProperties' in schema) && says(schema, { minProperties: listIn(schema, 'required').length + 1 }),
  ),
  'fewer properties': of(
    ['bound-changed'],
    (schema) => isObject(schema) && !('maxProperties' in schema) && says(schema, { maxProperties: listIn(schema, 'required').length }),
  ),

  'a required property': of(['required-changed'], (schema, _draft, random) => {
    const name = random.pick(Object.keys(mapIn(schema, 'properties')).filter((one) => !listIn(schema, 'required').includes(one)));
    return name !== undefined && says(schema, { required: [...listIn(schema, 'required'), name] });
  }),

  'a property less, and closed': of(['property-removed', 'property-added', 'constraint-changed', 'type-changed'], (schema, _draft, random) => {
    const name = random.pick(Object.keys(mapIn(schema, 'properties')));
    if (name === undefined || 'patternProperties' in schema || isMap(schema.additionalProperties)) return false;
    delete mapIn(schema, 'properties')[name];
    if ('required' in schema) schema.required = listIn(schema, 'required').filter((one) => one !== name);
    if (listIn(schema, 'required').length === 0) delete schema.required;
    return says(schema, { additionalProperties: false });
  }),

  'one needs the other': of(['constraint-changed'], (schema, draft) => {
    const [one, other] = Object.keys(mapIn(schema, 'properties')).filter((name) => !listIn(schema, 'required').includes(name));
    return (
      is31(draft) && one !== undefined && other !== undefined && !('dependentRequired' in schema) && says(schema, { dependentRequired: { [one]: [other] } })
    );
  }),

  'an alternative less': of(['union-changed', 'type-changed', 'nullability-changed'], (schema, _draft, random) => {
    const keyword = ['oneOf', 'anyOf'].find((name) => listIn(schema, name).length > 2);
    if (keyword === undefined || isMap(schema.discriminator)) return false;
    schema[keyword] = listIn(schema, keyword).toSpliced(random.int(listIn(schema, keyword).length), 1);
    return true;
  }),

  'exactly one alternative': of(['union-changed'], (schema) => {
    const branches = listIn(schema, 'anyOf');
    return branches.length > 1 && !('oneOf' in schema) && delete schema.anyOf && says(schema, { oneOf: branches });
  }),

  'no further properties of that kind': of(['constraint-changed', 'type-changed', 'schema-removed', 'property-removed'], (schema, draft) => {
    return resolved(draft, schema.additionalProperties) !== undefined && says(schema, { additionalProperties: false });
  }),
};

function of(rules: readonly string[], narrow: Narrowing['narrow']): Narrowing {
  return { rules, narrow };
}

function says(schema: Json, more: Json): boolean {
  Object.assign(schema, more);
  return true;
}

/** A number of the schema's bound in that direction, moved on; 3.0 has exclusive bounds as flags, and so only moves the plain ones. */
function bound(keyword: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum', moved: (bound: number) => number): Narrowing {
  const isLow = keyword.toLowerCase().endsWith('minimum');
  const [plain, exclusive] = isLow ? ['minimum', 'exclusiveMinimum'] : ['maximum', 'exclusiveMaximum'];
  return of(['bound-changed'], (schema, draft) => {
    const isExclusive = keyword === exclusive;
    if (!isNumber(schema) || schema[exclusive] !== undefined) return false;
    const from = schema[plain] ?? (isLow ? 0 : 100);
    if (typeof from !== 'number') return false;
    if (!isExclusive) return says(schema, { [plain]: moved(from) });
    return is31(draft) ? says(schema, { [exclusive]: moved(from) }) : says(schema, { [plain]: from, [exclusive]: true });
  });
}

function size(keyword: 'minLength' | 'maxLength' | 'minItems' | 'maxItems', type: 'string' | 'array'): Narrowing {
  const other = keyword.replace(/^m../, (prefix) => (prefix === 'min' ? 'max' : 'min'));
  return of(['bound-changed'], (schema) => {
    if (schema.type !== type || 'const' in schema || 'enum' in schema || 'pattern' in schema) return false;
    const from = Number(schema[keyword] ?? (keyword.startsWith('min') ? 0 : 3));
    const to = keyword.startsWith('min') ? from + 1 : from - 1;
    const limit = Number(schema[other] ?? (keyword.startsWith('min') ? Infinity : 0));
    return (keyword.startsWith('min') ? to <= limit : to >= limit) && says(schema, { [keyword]: to });
  });
}

function isFree(schema: Json): boolean {
  return !('enum' in schema || 'const' in schema);
}

function isNumber(schema: Json): boolean {
  return isFree(schema) && (schema.type === 'integer' || schema.type === 'number');
}

function isText(schema: Json): boolean {
  return isFree(schema) && schema.type === 'string' && !('format' in schema);
}

function isObject(schema: Json): boolean {
  return schema.type === 'object' && isFree(schema);
}
