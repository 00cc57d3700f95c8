import { child, defineChange, HARMLESS, type Node, toValue } from '@breakwater/core';
import { keyOf } from '@breakwater/json-schema';
import type { LinkElement } from '../model/element.ts';

interface LinkChanged {
  readonly name: string;
  readonly field: string;
}

/** What decides where a link leads and with what. */
const FIELDS = ['operationId', 'operationRef', 'parameters', 'requestBody', 'server'];

export const linkChanged = defineChange<LinkElement, LinkChanged>({
  id: 'link-changed',
  on: 'link',
  impact: () => HARMLESS,
  // Only code that was generated to follow links by their description notices.
  beyond: () => ({ source: 'dangerous' }),
  message: ({ name, field }) => `\`${field}\` of the link \`${name}\` changed.`,
  changed(before, { node, name }, report) {
    for (const field of FIELDS) {
      const [old, now] = [child(before.node, field), child(node, field)];
      if (said(old) !== said(now)) report({ name, field }, now, { related: old });
    }
  },
});

/** The order of keys says nothing. */
function said(node: Node | undefined): string | undefined {
  return node && keyOf(toValue(node));
}
