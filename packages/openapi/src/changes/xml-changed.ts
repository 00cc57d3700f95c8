import { booleanOf, child, defineChange, type Node, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface XmlChanged {
  readonly label: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

export const xmlChanged = defineChange<SchemaElement, XmlChanged>({
  id: 'xml-changed',
  on: 'schema',
  // The same value is another text on the wire: each side looks in vain for what it knows.
  impact: () => ({ backward: 'breaking', forward: 'breaking' }),
  message: ({ label, what, from, to }) => `The XML ${what} of ${label} changed from \`${from}\` to \`${to}\`.`,
  changed(before, after, report) {
    const [old, now] = [xmlOf(before), xmlOf(after)];
    // Between a value and a list the type changed, and that is told.
    if (!after.asXml || !old || !now || old.isList !== now.isList) return;
    for (const what of old.node === now.node ? (['name', 'namespace'] as const) : (['node'] as const)) {
      const [from, to] = [old[what], now[what]];
      if (from !== to) report({ label: after.label, what, from, to }, now.at, { related: old.at });
    }
  },
});

interface Xml {
  readonly at: Node | undefined;
  readonly name: string;
  readonly namespace: string;
  readonly node: string;
  readonly isList: boolean;
}

/**
 * With the defaults filled in (OpenAPI 3.2.0, XML Object); a prefix only stands for its namespace. It says something of
 * properties, and nothing of the schema of a whole message (OpenAPI 3.1.1, Schema Object, `xml`).
 */
function xmlOf({ step, effective }: SchemaElement): Xml | undefined {
  if (typeof step !== 'object' || !('property' in step)) return undefined;
  const { all, types } = effective();
  const [at] = all('xml');
  const isList = types?.has('array') ?? false;
  const node = stringOf(child(at, 'nodeType')) ?? nodeOf(booleanOf(child(at, 'attribute')), booleanOf(child(at, 'wrapped')), isList);
  return {
    at,
    node,
    isList,
    // A list without an element has no name either: its items do.
    name: node === 'none' ? 'none' : (stringOf(child(at, 'name')) ?? step.property),
    namespace: stringOf(child(at, 'namespace')) ?? 'none',
  };
}

/** What `attribute` and `wrapped` say in the words of OpenAPI 3.2. A list has no element of its own unless it is wrapped. */
function nodeOf(attribute = false, wrapped = false, isList = false): string {
  if (attribute) return 'attribute';
  return isList && !wrapped ? 'none' : 'element';
}
