import { defineChange, type Element, entriesOf, HARMLESS, IGNORE_KEY, toValue } from '@breakwater/core';
import { keyOf } from '@breakwater/json-schema';

interface ExtensionChanged {
  readonly name: string;
  readonly what: 'added' | 'removed' | 'changed';
}

export const extensionChanged = defineChange<Element, ExtensionChanged>({
  id: 'extension-changed',
  on: ['api', 'path', 'operation', 'parameter', 'requestBody', 'mediaType', 'response', 'header', 'schema', 'server', 'securityScheme', 'link', 'callback'],
  only: 'semantic',
  // What an extension means is known to who made it.
  impact: () => HARMLESS,
  beyond: ({ name }) => ({ semantic: MEANING.test(name) ? 'dangerous' : 'compatible' }),
  message: ({ name, what }) => `The extension \`${name}\` was ${what}.`,
  changed(before, { node }, report) {
    const [old, now] = [extensionsIn(before.node), extensionsIn(node)];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      if (OWN.has(name) || old.get(name) === now.get(name)) continue;
      const entry = entriesOf(node).find((one) => one.name === name);
      report({ name, what: !old.has(name) ? 'added' : now.has(name) ? 'changed' : 'removed' }, entry?.value);
    }
  },
});

/** Extensions that say what a value means. */
const MEANING = /^x-(meaning|unit|currency)$/;

/** Extensions with a change of their own, and the one that speaks to us. */
const OWN = new Set([IGNORE_KEY, 'x-sunset', 'x-stability-level', 'x-ordering', 'x-nullable', 'x-extensible-enum']);

function extensionsIn(node: Element['node']): ReadonlyMap<string, string> {
  return new Map(entriesOf(node).flatMap(({ name, value }) => (name.startsWith('x-') ? [[name, keyOf(toValue(value))]] : [])));
}
