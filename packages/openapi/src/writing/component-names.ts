import { codeSpan, entriesOf, entryOf, follow, type Name, type Node, nodeAt, type ScalarNode, targetOf } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import { isNamed } from '../grammar/syntax.ts';
import type { Document } from '../model/document.ts';
import { isReferenceText, mappedNamesOf } from '../references.ts';
import { type Definition, definitionsOf } from './definitions.ts';
import { impliedMappings, keepInMapping } from './implied-mappings.ts';
import { alreadyThere, keyMention, pointerMention, textMention, tokensIn } from './mention.ts';
import { textsIn } from './texts-in.ts';

type Definitions = ReadonlyMap<Node, Definition>;

/** What is defined under a key of its own: with the references to it and through it, the mappings of discriminators and the security requirements. */
export function componentNames(document: Document): readonly Name[] {
  const definitions = definitionsOf(document);
  const named = (section: string) => new Map([...definitions.values()].filter((one) => one.section === section).map((one) => [one.entry.name, one]));
  addReferences(document, definitions);
  const schemas = named('schemas');
  for (const text of mappedTexts(document)) if (!isReferenceText(text.value)) schemas.get(String(text.value))?.uses.push(textMention(text));
  const schemes = named('securitySchemes');
  for (const requirement of objectsOf(document, 'securityRequirement'))
    for (const entry of entriesOf(requirement)) schemes.get(entry.name)?.uses.push(keyMention(requirement, entry));
  const implied = impliedMappings(document, new Map([...schemas].map(([name, { node }]) => [name, node])));
  return [...definitions.values()].map((definition) => nameOf(document, definition, implied.get(definition.node) ?? []));
}

function addReferences(document: Document, definitions: Definitions): void {
  const { snapshot } = document;
  for (const { references } of snapshot.files.values()) for (const reference of references) addReference(document, definitions, reference);
  // What a format takes for a reference is followed when a contract is read; these name what is read anyway.
  const others = [
    ...textsIn(document, 'link', 'operationRef'),
    ...textsIn(document, 'discriminator', 'defaultMapping').filter(({ value }) => isReferenceText(value)),
  ];
  for (const text of others) addReference(document, definitions, text);
}

/** A pointer may lead through one definition to another one within. */
function addReference({ snapshot }: Document, definitions: Definitions, reference: ScalarNode): void {
  const target = targetOf(reference.file.uri, String(reference.value));
  const root = 'uri' in target ? snapshot.files.get(target.uri)?.root : undefined;
  if (!root || !('uri' in target)) return;
  const found = follow(snapshot, reference);
  // Within a schema with an `$id` a pointer starts there.
  if ('node' in found && found.node !== nodeAt(root, target.fragment)) return;
  let at: Node | undefined = root;
  for (const [step, token] of tokensIn(reference).entries()) {
    at = nodeAt(at, `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (!at) return;
    const definition = definitions.get(at);
    if (definition?.entry.name === token) definition.uses.push(pointerMention(reference, step));
  }
}

function mappedTexts(document: Document): readonly ScalarNode[] {
  const mapped = [...document.snapshot.files.values()].flatMap(({ root }) => (root ? mappedNamesOf(root) : []));
  return [...mapped, ...textsIn(document, 'discriminator', 'defaultMapping')];
}

function nameOf(document: Document, { node, holder, entry, noun, section, uses }: Definition, implying: readonly Node[]): Name {
  return {
    noun,
    name: entry.name,
    declarations: [keyMention(node, entry)],
    uses,
    also: (to) => (document.version === '2.0' || to === entry.name ? [] : implying.flatMap((one) => keepInMapping(document, one, entry.name, to) ?? [])),
    refusal(to) {
      if (document.version === '2.0' && implying.length > 0 && to !== entry.name)
        return `${codeSpan(entry.name)} is what messages say to tell it from others (\`discriminator\`), and OpenAPI 2.0 has no way to say that of another name.`;
      if (to !== entry.name && entryOf(holder, to)) return alreadyThere(noun, to);
      const isFree = section === undefined || document.version === '2.0';
      if (isFree ? to.trim() !== '' : isNamed('component', to)) return undefined;
      return isFree
        ? 'A name cannot be empty.'
        : `${codeSpan(to)} is no name of a component: it may hold letters, digits, full stops, hyphens and underscores only.`;
    },
  };
}
