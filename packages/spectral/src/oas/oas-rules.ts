import { type Node, type Severity, stringOf } from '@breakwater/core';
import { inOrder } from '../function/alphabetical.ts';
import { type Check, CLEAN, listOf, mapOf } from '../function/check.ts';
import { patternCheck } from '../function/pattern.ts';
import { truthy, undefinedness } from '../function/presence.ts';
import { oneOf } from '../function/properties.ts';
import { typedEnum } from '../function/typed-enum.ts';
import { unreferencedIn } from '../function/unreferenced.ts';
import { childOf } from '../path/thing.ts';
import type { Aliases } from '../ruleset/alias.ts';
import type { DataRule, Demand } from '../ruleset/data-rule.ts';
import * as check from './oas-functions.ts';

/*
 * The rules that Spectral calls `spectral:oas` (6.16), for rulesets that extend it: where they look, and what they ask, in our own
 * words. What they ask of structure and examples is answered by Breakwater's own rules, which find the causes of what a schema refuses.
 */

const [OAS2, OAS3, OAS31] = [new Set(['oas2']), new Set(['oas3']), new Set(['oas3.1', 'oas3.2'])];
const ALL = new Set(['oas2', 'oas3']);

const ALIASES: Aliases = new Map([
  ['PathItem', [{ given: ['$.paths[*]'] }]],
  ['OperationObject', [{ given: ['#PathItem[get,put,post,delete,options,head,patch,trace]'] }]],
  ['SecurityRequirementObject', [{ given: ['$.security[*]', '#OperationObject.security[*]'] }]],
  [
    'ResponseObject',
    [
      { given: ['#OperationObject.responses[*]', '$.responses[*]'], formats: OAS2 },
      { given: ['#OperationObject.responses[*]', '$.components.responses[*]'], formats: OAS3 },
    ],
  ],
  ['LinkObject', [{ given: ['$.components.links[*]', '#ResponseObject.links[*]'], formats: OAS3 }]],
  [
    'ArrayProperties',
    [
      { given: ['$..[?(@ && @.type=="array")]'], formats: new Set(['oas2', 'oas3.0']) },
      { given: ['$..[?(@ && @.type=="array")]', '$..[?(@ && @object() && @.type && @.type.includes("array"))]'], formats: OAS31 },
    ],
  ],
]);

interface Told {
  readonly given: string | readonly string[];
  readonly demands: readonly Demand[];
  readonly severity?: Severity;
  readonly formats?: ReadonlySet<string>;
  readonly recommended?: false;
  readonly resolved?: false;
  readonly asks?: DataRule['asks'];
}

const there = truthy.make(undefined);
const notThere = undefinedness.make(undefined);
const at = (field: string, own: Check): readonly Demand[] => [{ field, check: own }];
const whole = (own: Check): readonly Demand[] => [{ check: own }];
const ask = (...asks: NonNullable<DataRule['asks']>): Pick<Told, 'given' | 'demands' | 'asks'> => ({ given: [], demands: [], asks });

/** The kinds of parts that have examples beside a schema. */
const BESIDE_SCHEMA = ['mediaType', 'parameter', 'header'];
const EXAMPLES = ask({ rule: 'example-valid-schema', on: BESIDE_SCHEMA });
const SCHEMA_EXAMPLES = ask({ rule: 'example-valid-schema', on: ['schema'] }, { rule: 'default-valid', on: ['schema'] });
const XML_ATTRIBUTE: Check = (value, { seen }) => {
  const xml = mapOf(value);
  const attribute = xml && childOf(xml, 'attribute', seen);
  return attribute?.kind === 'scalar' && attribute.value === true ? [{ message: 'must say `nodeType: attribute` in place of `attribute`' }] : CLEAN;
};
const EXAMPLE_PLACES = [
  ...['$.components.examples[*]', '$.paths[*][*]..content[*].examples[*]', '$.paths[*][*]..parameters[*].examples[*]'],
  ...['$.components.parameters[*].examples[*]', '$.paths[*][*]..headers[*].examples[*]', '$.components.headers[*].examples[*]'],
];
const listWhere =
  (isRight: (item: Node) => boolean): Check =>
  (value, { seen }) => {
    const items = listOf(value)?.items ?? [];
    return items.length > 0 && items.every((item) => isRight(seen.at(item))) ? CLEAN : [{ message: 'must be a list that is not empty' }];
  };
const TEXTS = listWhere((item) => stringOf(item) !== undefined);
const OBJECTS = listWhere((item) => item.kind === 'map');

const RULES: Readonly<Record<string, readonly [message: string, told: Told]>> = {
  'operation-success-response': ['The operation has no response for success.', { given: '#OperationObject', demands: at('responses', check.successResponse) }],
  'oas2-operation-formData-consume-check': [
    'The operation has form data and consumes no form.',
    { given: '#OperationObject', demands: whole(check.formDataConsumed), formats: OAS2 },
  ],
  'operation-operationId-unique': [
    'Another operation has the same `operationId`.',
    { given: '$.paths', demands: whole(check.operationIdUnique), severity: 'error' },
  ],
  'operation-parameters': ['The parameter {{error}}.', { given: '#OperationObject.parameters', demands: whole(check.parametersUnique) }],
  'operation-tag-defined': ['{{error}}.', { given: '$', demands: whole(check.tagDefined) }],
  'path-params': ['`{{property}}` {{error}}.', { given: '$.paths', demands: whole(check.pathParameters), severity: 'error' }],
  'contact-properties': [
    'The contact has no `name`, `url` or `email`: {{property}}.',
    { given: '$.info.contact', demands: [...at('name', there), ...at('url', there), ...at('email', there)], recommended: false },
  ],
  'duplicated-entry-in-enum': [
    'The `enum` {{error}}.',
    { given: "$..[?(@property !== 'properties' && @ != null && @.enum && @.enum.constructor.name === 'Array')]", demands: at('enum', check.uniqueEnum) },
  ],
  'info-contact': ['`info` has no `contact`.', { given: '$', demands: at('info.contact', there) }],
  'info-description': ['`info` has no `description`.', { given: '$', demands: at('info.description', there) }],
  'info-license': ['`info` has no `license`.', { given: '$', demands: at('info.license', there), recommended: false }],
  'license-url': ['The license has no `url`.', { given: '$', demands: at('info.license.url', there), recommended: false }],
  'no-eval-in-markdown': ['The text holds `eval(`.', { given: '$..[description,title]', demands: whole(patternCheck(undefined, 'eval\\(')) }],
  'no-script-tags-in-markdown': ['The text holds `<script`.', { given: '$..[description,title]', demands: whole(patternCheck(undefined, '<script')) }],
  'openapi-tags-alphabetical': ['The tags are not in alphabetical order.', { given: '$', demands: at('tags', inOrder('name')), recommended: false }],
  'openapi-tags-uniqueness': ['The tag {{error}}.', { given: '$.tags', demands: whole(check.uniqueTags), severity: 'error' }],
  'openapi-tags': ['The contract has no tags.', { given: '$', demands: at('tags', check.notEmptyList), recommended: false }],
  'operation-description': ['The operation has no `description`.', { given: '#OperationObject', demands: at('description', there) }],
  'operation-operationId': ['The operation has no `operationId`.', { given: '#OperationObject', demands: at('operationId', there) }],
  'operation-operationId-valid-in-url': [
    'The `operationId` holds characters that a URL cannot.',
    { given: '#OperationObject', demands: at('operationId', patternCheck("^[A-Za-z0-9-._~:/?#\\[\\]@!\\$&'()*+,;=]*$")) },
  ],
  'operation-singular-tag': ['The operation has more than one tag.', { given: '#OperationObject', demands: at('tags', check.atMostOne), recommended: false }],
  'operation-tags': ['The operation has no tags.', { given: '#OperationObject', demands: at('tags', check.notEmptyList) }],
  'path-declarations-must-exist': ['The path has a template without a name.', { given: '$.paths', demands: at('@key', patternCheck(undefined, '{}')) }],
  'path-keys-no-trailing-slash': ['The path ends with a slash.', { given: '$.paths', demands: at('@key', patternCheck(undefined, '.+\\/$')) }],
  'path-not-include-query': ['The path holds a query.', { given: '$.paths', demands: at('@key', patternCheck(undefined, '\\?')) }],
  'tag-description': ['The tag has no `description`.', { given: '$.tags[*]', demands: at('description', there), recommended: false }],
  'no-$ref-siblings': [
    '`{{property}}` {{error}}.',
    { given: "$..[?(@property === '$ref')]^", demands: whole(check.besideRef), severity: 'error', formats: new Set(['oas2', 'oas3.0']), resolved: false },
  ],
  'array-items': ['The list has no `items`.', { given: '#ArrayProperties', demands: at('items', there), severity: 'error', resolved: false }],
  'typed-enum': ['{{error}}.', { given: '$..[?(@ && @.enum && @.type)]', demands: whole(typedEnum.make(undefined)) }],
  'oas2-api-host': ['The contract has no `host`.', { given: '$', demands: at('host', there), formats: OAS2 }],
  'oas2-api-schemes': ['The contract has no `schemes`.', { given: '$', demands: at('schemes', TEXTS), formats: OAS2 }],
  'oas2-discriminator': [
    'The schema {{error}}.',
    { given: '$.definitions[?(@ && @.discriminator)]', demands: whole(check.discriminatorDefined), severity: 'error', formats: OAS2 },
  ],
  'oas2-host-not-example': [
    'The host is that of an example.',
    { given: '$', demands: at('host', patternCheck(undefined, 'example\\.com')), formats: OAS2, recommended: false },
  ],
  'oas2-host-trailing-slash': ['The host ends with a slash.', { given: '$', demands: at('host', patternCheck(undefined, '/$')), formats: OAS2 }],
  'oas2-parameter-description': [
    'The parameter has no `description`.',
    { given: '$..parameters[?(@ && @.in)]', demands: at('description', there), formats: OAS2, recommended: false },
  ],
  'oas2-operation-security-defined': [
    'The requirement {{error}}.',
    { given: '#SecurityRequirementObject', demands: whole(check.securityDefined), formats: OAS2 },
  ],
  'oas2-valid-schema-example': ['{{error}}', { ...SCHEMA_EXAMPLES, severity: 'error', formats: OAS2 }],
  'oas2-valid-media-example': ['{{error}}', { ...EXAMPLES, severity: 'error', formats: OAS2 }],
  'oas2-anyOf': ['OpenAPI 2.0 has no `anyOf`.', { given: '$..anyOf', demands: whole(notThere), formats: OAS2 }],
  'oas2-oneOf': ['OpenAPI 2.0 has no `oneOf`.', { given: '$..oneOf', demands: whole(notThere), formats: OAS2 }],
  'oas2-schema': ['{{error}}', { ...ask({ rule: 'oas-structure' }), severity: 'error', formats: OAS2 }],
  'oas2-unused-definition': [
    '`{{property}}` {{error}}.',
    { given: '$.definitions', demands: whole(unreferencedIn('#/definitions')), formats: OAS2, resolved: false },
  ],
  'oas3-api-servers': ['The contract has no `servers`.', { given: '$', demands: at('servers', OBJECTS), formats: OAS3 }],
  'oas3-examples-value-or-externalValue': [
    'The example {{error}}.',
    { given: EXAMPLE_PLACES, demands: whole(oneOf(['externalValue', 'value'], 1)), formats: OAS3 },
  ],
  'oas3-operation-security-defined': [
    'The requirement {{error}}.',
    { given: '#SecurityRequirementObject', demands: whole(check.securityDefined), formats: OAS3 },
  ],
  'oas3-parameter-description': [
    'The parameter has no `description`.',
    {
      given: ['#PathItem.parameters[?(@ && @.in)]', '#OperationObject.parameters[?(@ && @.in)]', '$.components.parameters[?(@ && @.in)]'],
      demands: at('description', there),
      formats: OAS3,
      recommended: false,
    },
  ],
  'oas3-server-not-example.com': [
    'The server is that of an example.',
    { given: '$.servers[*].url', demands: whole(patternCheck(undefined, 'example\\.com')), formats: OAS3, recommended: false },
  ],
  'oas3-server-trailing-slash': ['The URL ends with a slash.', { given: '$.servers[*].url', demands: whole(patternCheck(undefined, './$')), formats: OAS3 }],
  'oas3-valid-media-example': ['{{error}}', { ...EXAMPLES, severity: 'error', formats: OAS3 }],
  'oas3-valid-schema-example': ['{{error}}', { ...SCHEMA_EXAMPLES, severity: 'error', formats: OAS3 }],
  'oas3-schema': ['{{error}}', { ...ask({ rule: 'oas-structure' }), severity: 'error', formats: OAS3 }],
  'oas3-unused-component': ['`{{property}}` {{error}}.', { given: '$', demands: whole(check.unusedComponents), formats: OAS3, resolved: false }],
  'oas3-server-variables': ['{{error}}', { ...ask({ rule: 'server-variables-valid' }), severity: 'error', formats: OAS3 }],
  'oas3-callbacks-in-callbacks': [
    'A callback has callbacks.',
    { given: '#OperationObject.callbacks[*][*][*].callbacks', demands: whole(notThere), formats: OAS3 },
  ],
  'oas3_1-servers-in-webhook': [
    'A webhook has servers.',
    { given: ['$.webhooks.servers', '$.webhooks[*][*].servers'], demands: whole(notThere), formats: OAS31 },
  ],
  'oas3_1-callbacks-in-webhook': ['A webhook has callbacks.', { given: '$.webhooks[*][*].callbacks', demands: whole(notThere), formats: OAS31 }],
  'oas3_2-no-deprecated-xml-attribute': [
    'The schema {{error}}.',
    { given: '$..[?(@ && @.xml)].xml', demands: whole(XML_ATTRIBUTE), formats: new Set(['oas3.2']) },
  ],
};

function ruleOf(id: string, [message, { given, demands, severity = 'warn', formats = ALL, recommended, resolved, asks }]: readonly [string, Told]): DataRule {
  const isRecommended = recommended !== false;
  return {
    id,
    isOn: isRecommended,
    recommended: isRecommended,
    severity,
    message,
    given: typeof given === 'string' ? [given] : given,
    aliases: ALIASES,
    demands,
    resolved: resolved !== false,
    formats,
    ...(asks && { asks }),
  };
}

export const OAS_RULES: ReadonlyMap<string, DataRule> = new Map(Object.entries(RULES).map(([id, told]) => [id, ruleOf(id, told)]));
