import { booleanOf, child, defineChange, stringOf } from '@breakwater/core';
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
    if (!after.asXml) return;
    const [old, now] = [xmlOf(before), xmlOf(after)];
    // Between a value and a list the type changed, and that is told.
    const facts = old.isList === now.isList ? (['name', 'namespace', 'node'] as const) : (['name', 'namespace'] as const);
    for (const what of facts) {
      const [from, to] = [old[what], now[what]];
      if (from !== to) report({ label: after.label, what, from, to }, after.effective().all('xml')[0], { related: before.effective().all('xml')[0] });
    }
  },
});

interface Xml {
  readonly name: string;
  readonly namespace: string;
  readonly node: string;
  readonly isList: boolean;
}

/** With the defaults filled in (OpenAPI 3.2.0, XML Object). A prefix only stands for its namespace. */
function xmlOf(element: SchemaElement): Xml {
  const { all, types } = element.effective();
  const [xml] = all('xml');
  const { step } = element;
  const property = step && typeof step === 'object' && 'property' in step ? step.property : '';
  const isList = types?.has('array') ?? false;
  return {
    name: stringOf(child(xml, 'name')) ?? property,
    namespace: stringOf(child(xml, 'namespace')) ?? 'none',
    node: stringOf(child(xml, 'nodeType')) ?? nodeOf(booleanOf(child(xml, 'attribute')), booleanOf(child(xml, 'wrapped')), isList),
    isList,
  };
}

/** What `attribute` and `wrapped` say in the words of OpenAPI 3.2. A list has no element of its own unless it is wrapped. */
function nodeOf(attribute = false, wrapped = false, isList = false): string {
  if (attribute) return 'attribute';
  return isList && !wrapped ? 'none' : 'element';
}
