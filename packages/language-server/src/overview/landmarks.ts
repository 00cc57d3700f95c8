import { type Contract, type Element, type Finding, type Location, locationOf, pointerOf } from '@breakwater/core';

/** A thing of a contract that people look for by name, with the changes that concern it. */
export interface Landmark {
  /** What a report can be narrowed to; absent for what is no boundary. */
  readonly scope?: string;
  readonly at: Location;
  readonly changes: readonly Finding[];
}

/**
 * The changes by the operations that they affect and by the definitions that they stand in. What concerns neither, such as an
 * operation that is gone, is told where it stands.
 */
export function landmarksOf({ model }: Contract, findings: readonly Finding[]): readonly Landmark[] {
  const changes = findings.filter(({ kind }) => kind === 'change');
  if (!model || changes.length === 0) return [];
  const { scopes, definitions } = namedIn(model);
  const found = new Map<Element | string, Finding[]>();
  const add = (to: Element | string, finding: Finding) => found.set(to, [...(found.get(to) ?? []), finding]);
  for (const finding of changes) {
    const concerned = new Set([...scopesOf(finding).flatMap((scope) => scopes.get(scope) ?? []), ...around(finding, definitions)]);
    for (const element of concerned) add(element, finding);
    if (concerned.size === 0) add(`${finding.at.uri} ${finding.at.start.line}`, finding);
  }
  return [...found].flatMap(([of, members]) => toLandmark(of, members));
}

interface Named {
  readonly scopes: ReadonlyMap<string, Element>;
  /** By file and pointer. */
  readonly definitions: ReadonlyMap<string, Element>;
}

/** What has no name, or no parts of its own such as a reference, is nothing that people look for. */
function namedIn(model: Element): Named {
  const scopes = new Map<string, Element>();
  const definitions = new Map<string, Element>();
  for (const part of model.children()) {
    const { node } = part.place;
    const inner = part.children();
    if (!part.subject && node.entry && inner.length > 0) definitions.set(`${node.file.uri}#${pointerOf(node)}`, part);
    if (part.subject) for (const one of inner) if (one.scope !== undefined && one.subject) scopes.set(one.scope, one);
  }
  return { scopes, definitions };
}

/** Whether a finding is about a scope or a part of it. */
export function concerns({ affects = [] }: Finding, scope: string): boolean {
  return affects.some((one) => one === scope || one.startsWith(`${scope} `));
}

function toLandmark(of: Element | string, changes: readonly Finding[]): readonly Landmark[] {
  if (typeof of === 'string') return changes[0] ? [{ at: changes[0].at, changes }] : [];
  const { scope, place } = of;
  return [{ ...(scope !== undefined && { scope }), at: locationOf(place.node, place.span), changes }];
}

/** `GET /pets response 200` is within `GET /pets`. */
function scopesOf({ affects = [] }: Finding): readonly string[] {
  const found = new Set<string>();
  for (const scope of affects) {
    const words = scope.split(' ');
    for (let i = 1; i <= words.length; i++) found.add(words.slice(0, i).join(' '));
  }
  return [...found];
}

function around({ at }: Finding, definitions: Named['definitions']): readonly Element[] {
  const tokens = at.pointer.split('/');
  for (let i = tokens.length; i > 0; i--) {
    const element = definitions.get(`${at.uri}#${tokens.slice(0, i).join('/')}`);
    if (element) return [element];
  }
  return [];
}
