import { child, entriesOf, itemsOf, type Node, type Proposal, type ScalarValue, stringOf } from '@breakwater/core';
import { componentsOf } from '../model/component.ts';
import { type Document, field } from '../model/document.ts';
import { FORMATS, MEDIA_TYPES } from './known-texts.ts';
import { namesOf } from './names.ts';
import { referenceTargets } from './reference-targets.ts';
import { choicesOf } from './skeleton.ts';
import type { Wanted } from './wanted.ts';

type Siblings = ReadonlyMap<string, string>;

/** The values that a place may have: those of the specification, and what the description has a name for. */
export function valueProposals(wanted: Wanted, uri: string, siblings: Siblings): readonly Proposal[] {
  const { document, value } = wanted;
  if (value.is === 'pointer') return referenceTargets(document, uri, value.name);
  const choices = choicesOf(value);
  if (choices.length > 0) return toProposals(choices, 'choice');
  return value.is === 'text' || (value.is === 'any' && wanted.object !== '') ? textProposals(wanted, uri, siblings) : [];
}

function toProposals(values: readonly ScalarValue[], sort: Proposal['sort'], detail?: string): readonly Proposal[] {
  return [...new Set(values)].map((value, index) => ({ as: 'value', sort, value, detail, rank: index / 1_000 }));
}

/** Texts that name something of the description, and those that everybody writes the same. */
function textProposals(wanted: Wanted, uri: string, siblings: Siblings): readonly Proposal[] {
  const { document, object, field: name } = wanted;
  const known = KNOWN[`${object}.${name}`]?.(wanted, siblings);
  if (known) return known;
  if (object === 'discriminator' && (name === 'mapping' || name === 'defaultMapping')) return referenceTargets(document, uri, 'schema');
  return [];
}

type Source = (wanted: Wanted, siblings: Siblings) => readonly Proposal[];

const mediaTypes: Source = () => toProposals(MEDIA_TYPES, 'choice');
const tags: Source = ({ document }) => named(document, 'tag');

const KNOWN: Readonly<Record<string, Source>> = {
  'root.openapi': () => toProposals(['3.2.0', '3.1.2', '3.1.1', '3.0.4', '3.0.3'], 'choice'),
  'root.swagger': () => toProposals(['2.0'], 'choice'),
  'root.consumes': mediaTypes,
  'root.produces': mediaTypes,
  'operation.consumes': mediaTypes,
  'operation.produces': mediaTypes,
  'encoding.contentType': mediaTypes,
  'operation.tags': tags,
  'tag.parent': tags,
  'link.operationId': ({ document }) => named(document, 'operationId'),
  'schema.required': ({ holder, document }) => toProposals(namesNotRequired(document, holder), 'name', 'property'),
  'discriminator.propertyName': ({ way, document }) => toProposals(propertiesOf(document, way.at(-3) ?? way.at(-2)), 'name', 'property'),
  'schema.format': (_wanted, siblings) => toProposals(FORMATS[(siblings.get('type') ?? 'string').replaceAll(/["']/g, '')] ?? [], 'choice'),
  'parameter.name': ({ way }, siblings) => (/path/.test(siblings.get('in') ?? 'path') ? toProposals(variablesOn(way), 'name', 'path parameter') : []),
};

/** Names of a kind that are there to be used. */
function named(document: Document, noun: string): readonly Proposal[] {
  const names = namesOf(document.snapshot).filter((name) => name.noun === noun);
  return toProposals(
    names.map(({ name }) => name),
    'name',
    noun,
  );
}

export function schemeNames(document: Document): readonly string[] {
  return componentsOf(document).flatMap(({ section, name }) => (section === 'securitySchemes' ? [name] : []));
}

function propertiesOf(document: Document, schema: Node | undefined): readonly string[] {
  return entriesOf(field(document, schema, 'properties')).map(({ name }) => name);
}

function namesNotRequired(document: Document, schema: Node | undefined): readonly string[] {
  const required = new Set(itemsOf(child(schema, 'required')).map(stringOf));
  return propertiesOf(document, schema).filter((name) => !required.has(name));
}

function variablesOn(way: readonly Node[]): readonly string[] {
  const path = way.find(({ entry }) => entry?.name.startsWith('/'))?.entry?.name ?? '';
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
