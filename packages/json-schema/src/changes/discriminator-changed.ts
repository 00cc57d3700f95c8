import { child, defineChange, entriesOf, type Node, stringOf, type Verdict } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface DiscriminatorChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly removed: readonly string[];
  readonly moved: readonly string[];
}

export const discriminatorChanged = defineChange<SchemaElement, DiscriminatorChanged>({
  id: 'discriminator-changed',
  on: 'schema',
  // It tells generated clients which class to read; the values on the wire are the business of the alternatives themselves.
  impact({ from, to, removed, moved }) {
    const verdict: Verdict = from !== to || removed.length + moved.length > 0 ? 'dangerous' : 'compatible';
    return { backward: verdict, forward: verdict };
  },
  // The class that generated code reads a message as is chosen by it.
  beyond: () => ({ source: 'breaking' }),
  message: ({ label, from, to, removed, moved }) => {
    if (from !== to) return `The discriminator of ${label} changed from ${from} to ${to}.`;
    const parts = [removed.length > 0 && `no longer maps ${list(removed)}`, moved.length > 0 && `maps ${list(moved)} to something else`];
    return `The discriminator of ${label} ${parts.filter((part) => part !== false).join(', and ')}.`;
  },
  changed(before, after, report) {
    const [old, now] = [before.effective().all('discriminator')[0], after.effective().all('discriminator')[0]];
    const [from, to] = [nameOf(old), nameOf(now)];
    const [known, kept] = [mappingOf(old), mappingOf(now)];
    const removed = now ? [...known.keys()].filter((name) => !kept.has(name)) : [];
    const moved = [...known].filter(([name, target]) => kept.has(name) && kept.get(name) !== target).map(([name]) => name);
    if (from !== to || removed.length + moved.length > 0) report({ label: after.label, from, to, removed, moved }, now, { related: old });
  },
});

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** By the value of the property, the last part of what it maps to: a schema that moved to another file is the same one. */
function mappingOf(discriminator: ReturnType<typeof child>): ReadonlyMap<string, string> {
  const mapping = new Map(entriesOf(child(discriminator, 'mapping')).map(({ name, value }) => [name, targetOf(value)]));
  const rest = child(discriminator, 'defaultMapping');
  return rest ? mapping.set('anything else', targetOf(rest)) : mapping;
}

function targetOf(node: Node): string {
  const target = stringOf(node) ?? '';
  return target.slice(target.lastIndexOf('/') + 1);
}

/** OpenAPI 2.0 has a string where 3.x has an object. */
function nameOf(node: ReturnType<typeof child>): string {
  const name = stringOf(node) ?? stringOf(child(node, 'propertyName'));
  return name === undefined ? 'none' : `\`${name}\``;
}
