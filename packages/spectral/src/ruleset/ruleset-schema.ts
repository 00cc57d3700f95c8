import type { Schema } from '@breakwater/core';

const SEVERITY: Schema = { enum: ['error', 'warn', 'info', 'hint', 'off', 0, 1, 2, 3, -1] };
const TEXTS: Schema = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };

const THEN: Schema = {
  type: 'object',
  required: ['function'],
  properties: { field: { type: 'string' }, function: { type: 'string' } },
};

/** A rule that is written out; keys that only other tools read are let through. */
const RULE: Schema = {
  type: 'object',
  properties: {
    description: { type: 'string', description: 'What the rule asks for: what is told where it has no message.' },
    message: { type: 'string', description: 'What is told, with {{property}}, {{value}}, {{error}}, {{path}} and {{description}} filled in.' },
    severity: { ...SEVERITY, description: 'As which it is told; without it as warn.' },
    formats: { type: 'array', items: { type: 'string' }, description: 'Kinds of contracts that it is about, such as oas2, oas3, oas3.1.' },
    recommended: { type: 'boolean', description: 'false: it is on only where it is turned on.' },
    resolved: { type: 'boolean', description: 'false: it sees references as they are written, and not what they mean.' },
    given: { ...TEXTS, description: 'Where to look: one or more JSONPaths, such as $.paths[*][get,put].' },
    // biome-ignore lint/suspicious/noThenProperty: it is what rulesets call it, and nobody awaits a schema.
    then: {
      anyOf: [THEN, { type: 'array', items: THEN, minItems: 1 }],
      description: 'What to ask there: a function, its functionOptions, and the field to ask it of.',
    },
  },
};

const RULES: Schema = { type: 'object', additionalProperties: { anyOf: [RULE, SEVERITY, { type: 'boolean' }] } };

const EXTENDS: Schema = { anyOf: [{ type: 'string' }, { type: 'array' }] };

/** A rule of a configuration: whole, and without what only other tools read. */
export const CUSTOM_RULE: Schema = { ...RULE, additionalProperties: false, required: ['given', 'then'] };

/** What Breakwater reads of a ruleset of Spectral. */
export const RULESET: Schema = {
  type: 'object',
  properties: {
    extends: EXTENDS,
    formats: { type: 'array', items: { type: 'string' } },
    aliases: { type: 'object' },
    rules: RULES,
    functions: { type: 'array' },
    overrides: {
      type: 'array',
      items: {
        type: 'object',
        required: ['files'],
        properties: { files: { type: 'array', items: { type: 'string' }, minItems: 1 }, rules: RULES, extends: EXTENDS, aliases: { type: 'object' } },
      },
    },
  },
};
