import { child, EVERYTHING, entriesOf, itemsOf, type Kept, keptIn, type Node, noteRead, type ScalarNode, sectionOf, unnoted } from '@breakwater/core';

/** Keys whose entries are names that authors chose, not keywords. */
const NAME_MAPS = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependentSchemas',
  'schemas',
  'parameters',
  'responses',
  'requestBodies',
  'headers',
  'securitySchemes',
  'securityDefinitions',
  'links',
  'callbacks',
  'pathItems',
  'paths',
  'webhooks',
  'examples',
  'content',
  'encoding',
  'variables',
  'mediaTypes',
]);

/** Keys whose value is data, in which a `$ref` is just a key. */
const DATA = new Set(['example', 'default', 'enum', 'const', 'value']);

/** What one walk over a file finds, in the order of the text, put together when it is asked for. */
interface Keywords {
  /** The `$ref`s of a file and the discriminator mappings that point somewhere. */
  references(): readonly ScalarNode[];
  /** All that discriminator mappings name. */
  mapped(): readonly ScalarNode[];
  /** The texts that people read as Markdown. */
  descriptions(): readonly ScalarNode[];
  /** The references by the section that they stand in, or by the root. */
  byPart(): ReadonlyMap<Node, readonly ScalarNode[]>;
}

const known = new WeakMap<Node, Keywords>();

function keywordsOf(root: Node): Keywords {
  noteRead(EVERYTHING);
  const found = known.get(root) ?? unnoted(() => findKeywords(root));
  known.set(root, found);
  return found;
}

export function referencesOf(root: Node): readonly ScalarNode[] {
  return keywordsOf(root).references();
}

export function referencesByPart(root: Node): ReturnType<Keywords['byPart']> {
  return keywordsOf(root).byPart();
}

export function mappedNamesOf(root: Node): readonly ScalarNode[] {
  return keywordsOf(root).mapped();
}

export function descriptionsOf(root: Node): readonly ScalarNode[] {
  return keywordsOf(root).descriptions();
}

function findKeywords(root: Node): Keywords {
  return keywordsBelow({ node: root, isNameMap: false }, undefined);
}

const ofSections = { names: new WeakMap<Node, Kept<Keywords>>(), words: new WeakMap<Node, Kept<Keywords>>() };

/** Of what is in a section, as long as it is as it was; of what is in none, and then of the sections in it. */
function keywordsBelow(start: Visit, section: Node | undefined): Keywords {
  const own: { references: ScalarNode[]; mapped: ScalarNode[]; descriptions: ScalarNode[] } = { references: [], mapped: [], descriptions: [] };
  const inner: [Node, Keywords][] = [];
  const enter = (visit: Visit): boolean => {
    if (section || sectionOf(visit.node) !== visit.node) return true;
    const answers = visit.isNameMap ? ofSections.names : ofSections.words;
    inner.push([visit.node, keptIn(answers, visit.node, () => keywordsBelow(visit, visit.node))]);
    return false;
  };
  visitKeywords(start, enter, (name, value) => {
    if (name === 'discriminator') own.mapped.push(...namesIn(value));
    else if (value.kind !== 'scalar') return;
    else if (name === '$ref' && typeof value.value === 'string') own.references.push(value);
    else if (name === 'description') own.descriptions.push(value);
  });
  own.references.push(...own.mapped.filter(({ value }) => isReferenceText(value)));
  inner.sort(([a], [b]) => a.start - b.start);
  const inOrder = (key: keyof typeof own) => {
    let list: readonly ScalarNode[] | undefined;
    return () =>
      (list ??= together(
        inner.map(([, found]) => found[key]()),
        own[key],
      ));
  };
  const references = inOrder('references');
  const byPart = () =>
    new Map(
      [...inner, [start.node, { references: () => own.references }] as const].flatMap(([node, found]) =>
        found.references().length > 0 ? [[node, found.references()] as const] : [],
      ),
    );
  return { references, mapped: inOrder('mapped'), descriptions: inOrder('descriptions'), byPart };
}

/** What stands in sections, which are in order, and what stands in none. */
function together(inner: readonly (readonly ScalarNode[])[], own: ScalarNode[]): readonly ScalarNode[] {
  const byPlace = (a: ScalarNode, b: ScalarNode) => a.start - b.start;
  if (inner.length === 0) return own.sort(byPlace);
  return own.length === 0 ? inner.flat() : [...inner.flat(), ...own].sort(byPlace);
}

interface Visit {
  readonly node: Node;
  readonly isNameMap: boolean;
}

/** Every key that is a word of the specification, and neither a name of an author's choice nor in data. */
function visitKeywords(start: Visit, enter: (visit: Visit) => boolean, visit: (name: string, value: Node) => void): void {
  const seen = new Set<Node>();
  const stack: Visit[] = [start];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, isNameMap } = next;
    if (seen.has(node) || !enter(next)) continue;
    seen.add(node);
    for (const item of itemsOf(node)) if (item.kind !== 'scalar') stack.push({ node: item, isNameMap: false });
    for (const { name, value } of entriesOf(node)) {
      // A name of an author's choice has a map for its value: a text under `$ref` is a reference in the place of the whole map.
      const isName = isNameMap && !(name === '$ref' && value.kind === 'scalar');
      if (!isName) visit(name, value);
      if (value.kind !== 'scalar' && (isName || !isData(name, value))) stack.push({ node: value, isNameMap: !isName && NAME_MAPS.has(name) });
    }
  }
}

/** What a mapping of a discriminator names is looked at by itself. */
function isData(name: string, value: Node): boolean {
  return DATA.has(name) || name === 'discriminator' || (name === 'examples' && value.kind === 'seq');
}

/** A mapping's value is a reference or the bare name of a component (OpenAPI 3.1.1, section 4.8.25.3). */
function namesIn(discriminator: Node): readonly ScalarNode[] {
  return entriesOf(child(discriminator, 'mapping')).flatMap(({ value }) => (value.kind === 'scalar' ? [value] : []));
}

export function isReferenceText(value: unknown): boolean {
  return typeof value === 'string' && (/[#/]/.test(value) || /\.(ya?ml|json)$/.test(value));
}
