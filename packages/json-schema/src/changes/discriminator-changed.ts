import { child, defineChange, entriesOf, stringOf, type Verdict } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface DiscriminatorChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly removed: readonly string[];
}

export const discriminatorChanged = defineChange<SchemaElement, DiscriminatorChanged>({
  id: 'discriminator-changed',
  on: 'schema',
  // It tells generated clients which class to read; the values on the wire are the business of the alternatives themselves.
  impact({ from, to, removed }) {
    const verdict: Verdict = from !== to || removed.length > 0 ? 'dangerous' : 'compatible';
    return { backward: verdict, forward: verdict };
  },
  // The class that generated code reads a message as is chosen by it.
  beyond: () => ({ source: 'breaking' }),
  message: ({ label, from, to, removed }) =>
    from === to
      ? `The discriminator of ${label} no longer maps ${removed.map((name) => `\`${name}\``).join(', ')}.`
      : `The discriminator of ${label} changed from ${from} to ${to}.`,
  changed(before, after, report) {
    const [old, now] = [before.effective().all('discriminator')[0], after.effective().all('discriminator')[0]];
    const [from, to] = [nameOf(old), nameOf(now)];
    const kept = new Set(entriesOf(child(now, 'mapping')).map(({ name }) => name));
    const removed = now
      ? entriesOf(child(old, 'mapping'))
          .map(({ name }) => name)
          .filter((name) => !kept.has(name))
      : [];
    if (from !== to || removed.length > 0) report({ label: after.label, from, to, removed }, now, { related: old });
  },
});

/** OpenAPI 2.0 has a string where 3.x has an object. */
function nameOf(node: ReturnType<typeof child>): string {
  const name = stringOf(node) ?? stringOf(child(node, 'propertyName'));
  return name === undefined ? 'none' : `\`${name}\``;
}
