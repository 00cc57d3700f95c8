import type { Proposal } from '@breakwater/core';
import type { ObjectGrammar } from '../grammar/grammar.ts';
import { GRAMMARS } from '../grammar/grammars.ts';
import { sayValue } from '../grammar/say.ts';
import type { Names, Value } from '../grammar/value.ts';
import { chosenOf } from '../grammar/variants.ts';
import type { Document } from '../model/document.ts';
import { noteOf } from './field-notes.ts';
import { MEDIA_TYPES, STATUSES } from './known-texts.ts';
import { mapOf } from './map-of.ts';
import { skeletonOf } from './skeleton.ts';
import { schemeNames } from './value-proposals.ts';
import { grammarOf, type Wanted } from './wanted.ts';

/** The keys that a map may have besides those that it has. */
export function keyProposals({ document, value }: Wanted, siblings: ReadonlyMap<string, string>): readonly Proposal[] {
  if (value.is === 'map') return named(document, value.names, value.of, siblings);
  const grammar = value.is === 'object' ? grammarOf(document, value.name) : undefined;
  if (value.is !== 'object' || !grammar) return [];
  const others = grammar.rest ? named(document, grammar.name === 'securityRequirement' ? 'scheme' : grammar.rest.names, grammar.rest.value, siblings) : [];
  const refers = value.refs && siblings.size === 0 && !grammar.fields.has('$ref') ? [reference(grammar)] : [];
  return [...fields(document, grammar, siblings), ...refers, ...others];
}

function fields(document: Document, grammar: ObjectGrammar, siblings: ReadonlyMap<string, string>): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const some of chosenOf(grammar, mapOf(siblings)).fields)
    for (const [name, { value, required }] of some) {
      if (siblings.has(name) || found.has(name) || value.is === 'never') continue;
      const isWanted = typeof required === 'string' ? siblings.has(required) : required;
      const detail = `${isWanted ? 'required, ' : ''}${sayValue(value, GRAMMARS[document.version])}`;
      const proposal = { as: 'key', sort: 'field', value: name, detail, note: noteOf(grammar.name, name), body: skeletonOf(document, value) } as const;
      found.set(name, { ...proposal, rank: isWanted ? 0 : 1 });
    }
  return [...found.values()];
}

function reference({ noun, name }: ObjectGrammar): Proposal {
  return { as: 'key', sort: 'field', value: '$ref', detail: `a reference to a ${noun}`, note: noteOf(name, '$ref'), rank: 2, body: { hole: 'text' } };
}

/** Names that are the same in most descriptions, and those that this one declares. */
function named(document: Document, names: Names | 'scheme' | undefined, of: Value, siblings: ReadonlyMap<string, string>): readonly Proposal[] {
  const body = skeletonOf(document, of);
  const some = (all: readonly (readonly [name: string, detail?: string])[]): readonly Proposal[] =>
    all.filter(([name]) => !siblings.has(name)).map(([value, detail], rank) => ({ as: 'key', sort: 'name', value, detail, rank: 3 + rank / 1_000, body }));
  switch (names) {
    case 'scheme':
      return some(schemeNames(document).map((name) => [name, 'security scheme'])).map((proposal) => ({ ...proposal, body: { list: [] } }));
    case 'status':
      return some([...STATUSES, ['4XX', 'any client error'], ['5XX', 'any server error']]);
    case 'status2':
      return some(STATUSES);
    case 'mediaType':
      return some(MEDIA_TYPES.map((name) => [name]));
    default:
      return [];
  }
}
