import { PRESETS } from '../engine/preset.ts';
import { MODES } from '../engine/variance.ts';
import { AUDIENCES } from '../finding/verdict.ts';
import { CHANGE_BARS, RULE_BARS } from '../policy/bar.ts';
import { VERSION_POLICIES } from '../policy/version-bump.ts';
import type { Catalog, CatalogEntry } from './catalog.ts';
import type { Schema } from './schema.ts';

export const SEVERITIES = ['error', 'warn', 'info', 'hint', 'off'] as const;
export const FAIL_ON = [...CHANGE_BARS, ...RULE_BARS, 'never'] as const;
const SCHEMA_ID = 'https://raw.githubusercontent.com/breakwater-api/breakwater/main/docs/breakwater.schema.json';

/** What a configuration may say: what is read is checked by it, editors complete by it, and its descriptions are the documentation. */
export function configurationSchema(catalog: Catalog, customRule: Schema): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    description: 'The configuration of Breakwater: breakwater.yaml.',
    ...object({
      $schema: { type: 'string', description: 'Where this schema is, for an editor that reads it from there.' },
      extends: oneOrMore(
        {
          anyOf: [
            { enum: [...PRESETS.filter((name) => name !== 'none'), ...setsIn(catalog), 'none'] },
            { type: 'string', pattern: '\\.(ya?ml|json)$', title: 'the name of a YAML or JSON file' },
          ],
        },
        'Presets, sets of rules, and files of the repository to start from; what comes later counts over what comes before.',
      ),
      ...settings(),
      'fail-on': oneOrMore(
        { enum: FAIL_ON },
        'From where on a check fails: for changes breaking, dangerous or any, for rules error, warn or info; never for neither.',
      ),
      rulesets: oneOrMore(
        { type: 'string', pattern: '\\.(ya?ml|json)$', title: 'the name of a YAML or JSON file' },
        'Rulesets of Spectral that are run beside the rules above, as they are; code in them is not run, and that is said.',
      ),
      'custom-rules': {
        type: 'object',
        additionalProperties: { $ref: '#/$defs/custom-rule' },
        description: 'Rules of your own, by id: where to look, and what to ask there.',
      },
      accept: { type: 'array', items: ACCEPTANCE, description: 'Breaking changes that somebody has agreed to: they are told, and fail nothing.' },
      baseline: {
        type: 'string',
        pattern: '\\.json$',
        title: 'the name of a JSON file',
        description: 'A file of findings that there were already, written by `breakwater lint --write-baseline`: they are counted and not told.',
      },
      contracts: {
        type: 'array',
        description: 'Which files are the contracts, and what holds for some of them only. Without it, every contract of the repository is checked.',
        items: object({ files: globs('Globs of the contracts, from the folder of this file.'), ...settings() }, ['files']),
      },
    }),
    $defs: { severity: SEVERITY, setting: SETTING, rules: rules(catalog), 'custom-rule': customRule },
  };
}

/** The same with further rules that may be set: those of rulesets. */
export function withRules(schema: Schema, ids: Iterable<string>): Schema {
  const { rules: known, ...others } = schema.$defs ?? {};
  const more = Object.fromEntries([...ids].map((id) => [id, { $ref: '#/$defs/setting' }]));
  return { ...schema, $defs: { ...others, rules: { ...known, properties: { ...more, ...known?.properties } } } };
}

function settings(): Readonly<Record<string, Schema>> {
  return {
    rules: { $ref: '#/$defs/rules', description: 'As which a rule, change or policy is told, and the options of a rule.' },
    overrides: {
      type: 'array',
      items: OVERRIDE,
      description: 'What holds for some files, paths, operations or tags only. The last one that says something of a rule counts.',
    },
    ignore: { ...object(SELECTORS), minProperties: 1, description: 'What no rule looks at and no comparison tells of.' },
    mode: { enum: MODES, description: 'Which side is upgraded first: BACKWARD the provider, FORWARD the consumer, FULL either.' },
    audience: oneOrMore({ enum: AUDIENCES }, 'Whom a break counts for: wire (messages), source (generated code), semantic (meaning).'),
    'version-policy': {
      enum: VERSION_POLICIES,
      description: 'What versions are; without it, each is taken for what it looks like. none: no version is asked to rise.',
    },
    'deprecation-days': {
      type: 'integer',
      minimum: 0,
      maximum: 9999,
      description: 'What is removed has to have been deprecated, with a sunset at least so many days away.',
    },
  };
}

const SEVERITY: Schema = { enum: SEVERITIES };

const SETTING: Schema = { anyOf: [{ $ref: '#/$defs/severity' }, object({ severity: { $ref: '#/$defs/severity' } })] };

const SELECTORS: Readonly<Record<string, Schema>> = {
  files: globs('Globs of files, from the folder of this file.'),
  paths: globs('Patterns of paths, such as `/internal/**`.'),
  operations: globs('Patterns of operations, by operationId or as `GET /pets/*`.'),
  tags: globs('Patterns of tags.'),
};

const OVERRIDE: Schema = object({ ...SELECTORS, rules: { $ref: '#/$defs/rules' } }, ['rules'], 2);

const ACCEPTANCE: Schema = object(
  {
    fingerprint: { type: ['string', 'number'], description: 'The fingerprint of the finding, from the report.' },
    reason: { type: 'string', pattern: '\\S', title: 'a text', description: 'Why it is agreed to.' },
    by: { type: 'string', pattern: '\\S', title: 'a text', description: 'Who agreed.' },
    until: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', title: 'a day such as 2026-12-31', description: 'The last day on which it holds.' },
  },
  ['fingerprint', 'reason'],
);

function rules(catalog: Catalog): Schema {
  const properties = Object.fromEntries([...catalog.values()].map((entry) => [entry.id, settingOf(entry)]));
  return { ...object(properties), title: 'rule, change or policy' };
}

function settingOf({ summary: description, options }: CatalogEntry): Schema {
  if (!options) return { $ref: '#/$defs/setting', description };
  const { properties, required } = options.schema as Schema; // Of a rule's options it says that it is the schema of an object.
  const severity: Schema = { $ref: '#/$defs/severity' };
  return { anyOf: [severity, object({ severity, ...properties }, required)], description };
}

function object(properties: Readonly<Record<string, Schema>>, required?: readonly string[], minProperties?: number): Schema {
  return { type: 'object', additionalProperties: false, properties, ...(required && { required }), ...(minProperties !== undefined && { minProperties }) };
}

function oneOrMore(one: Schema, description: string): Schema {
  return { anyOf: [...(one.anyOf ?? [one]), { type: 'array', minItems: 1, items: one }], description };
}

function globs(description: string): Schema {
  return oneOrMore({ type: 'string', minLength: 1 }, description);
}

/** The sets of rules beside the presets. */
function setsIn(catalog: Catalog): readonly string[] {
  return [...new Set([...catalog.values()].flatMap(({ sets = [] }) => sets))].sort();
}
