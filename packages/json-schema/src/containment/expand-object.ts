import { type Expansion, isSchema, type Meaning, notUnderstood, SAYS_NOTHING } from './expand.ts';
import { atLeast, atMost } from './expand-scalar.ts';
import { expandUnevaluated } from './expand-unevaluated.ts';
import { type Alternative, type Clause, facts, type Keys } from './fact.ts';
import { isRecord } from './json-value.ts';

/** What a keyword says about objects. */
export function expandObject(keyword: string, given: unknown, expansion: Expansion): Meaning {
  switch (keyword) {
    case 'minProperties':
      return atLeast(keyword, given);
    case 'maxProperties':
      return atMost(keyword, given);
    case 'required':
      return isNameList(given) ? expandRequired(given) : notUnderstood(keyword);
    case 'properties':
      return isSchemaMap(given) ? expandProperties(given, expansion) : notUnderstood(keyword);
    case 'patternProperties':
      return isSchemaMap(given) ? expandPatterns(given, expansion) : notUnderstood(keyword);
    case 'additionalProperties':
      return isSchema(given) ? expandAdditional(given, expansion) : notUnderstood(keyword);
    case 'propertyNames':
      return isSchema(given) ? expandNames(given, expansion) : notUnderstood(keyword);
    case 'dependentRequired':
      return isRecord(given) ? expandDependentRequired(given) : notUnderstood(keyword);
    case 'dependentSchemas':
      return isSchemaMap(given) ? expandDependentSchemas(given, expansion) : notUnderstood(keyword);
    case 'unevaluatedProperties':
      return expandUnevaluated(keyword, given, expansion);
    default:
      return SAYS_NOTHING;
  }
}

type SchemaMap = { readonly [name: string]: unknown };

function isNameList(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every((name) => typeof name === 'string');
}

function isSchemaMap(given: unknown): given is SchemaMap {
  return isRecord(given) && Object.values(given).every(isSchema);
}

function expandRequired(given: readonly string[]): Meaning {
  return {
    holds: given.map((name) => [facts({ kind: 'present', name })]),
    fails: given.map((name) => facts({ kind: 'absent', name })),
  };
}

function expandProperties(given: SchemaMap, { part, test }: Expansion): Meaning {
  const entries = Object.entries(given);
  return {
    holds: entries.map(([name, schema]) => [facts({ kind: 'property', name, literal: part(schema, true) })]),
    fails: entries.map(([name, schema]) => facts({ kind: 'present', name }, { kind: 'property', name, literal: test(schema, false) })),
  };
}

function expandPatterns(given: SchemaMap, { part, test }: Expansion): Meaning {
  const entries = Object.entries(given);
  return {
    holds: entries.map(([pattern, schema]) => [facts({ kind: 'each', keys: { pattern }, literal: part(schema, true) })]),
    fails: entries.map(([pattern, schema]) => facts({ kind: 'some-key', keys: { pattern }, literal: test(schema, false) })),
  };
}

function expandAdditional(given: unknown, { schema, part, test }: Expansion): Meaning {
  const keys: Keys = {
    names: new Set(isRecord(schema.properties) ? Object.keys(schema.properties) : []),
    patterns: isRecord(schema.patternProperties) ? Object.keys(schema.patternProperties) : [],
  };
  return {
    holds: [[facts({ kind: 'each', keys, literal: part(given, true) })]],
    fails: [facts({ kind: 'some-key', keys, literal: test(given, false) })],
  };
}

function expandNames(given: unknown, { test }: Expansion): Meaning {
  return {
    holds: [[facts({ kind: 'names', literal: test(given, true) })]],
    fails: [facts({ kind: 'some-key', keys: {}, named: test(given, false) })],
  };
}

function expandDependentRequired(given: SchemaMap): Meaning {
  const holds: Clause[] = [];
  const fails: Alternative[] = [];
  for (const [name, needed] of Object.entries(given)) {
    if (!isNameList(needed)) return notUnderstood('dependentRequired');
    for (const other of needed) {
      if (other === name) continue;
      holds.push([facts({ kind: 'absent', name }), facts({ kind: 'present', name: other })]);
      fails.push(facts({ kind: 'present', name }, { kind: 'absent', name: other }));
    }
  }
  return { holds, fails };
}

function expandDependentSchemas(given: SchemaMap, { part, test }: Expansion): Meaning {
  const entries = Object.entries(given);
  return {
    holds: entries.map(([name, schema]) => [facts({ kind: 'absent', name }), { literals: [part(schema, true)], facts: [{ kind: 'present', name }] }]),
    fails: entries.map(([name, schema]) => ({ literals: [test(schema, false)], facts: [{ kind: 'present', name }] })),
  };
}
