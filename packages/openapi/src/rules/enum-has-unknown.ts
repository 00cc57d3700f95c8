import { child, defineRule, inline, itemsOf, type Node, repair, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ApiElement } from '../model/element.ts';
import { jsonSchemaIn, responsesIn } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';

interface ClosedEnum {
  readonly label: string;
}

export const enumHasUnknown = defineRule<ApiElement, ClosedEnum>({
  id: 'enum-has-unknown',
  on: 'api',
  severity: 'hint',
  preset: 'full',
  message: ({ label }) => `Another value of ${label} will break consumers: it is neither open, nor does it have a value for what is not known.`,
  check(api, report) {
    for (const { label, list } of closedIn(api)) report({ label }, list);
  },
  // Whether the list grows, only its owner knows; clients have to take any text then.
  fixes(api, { label }) {
    const lists = closedIn(api).filter((one) => one.label === label && child(one.list.parent, 'type'));
    return repair(
      'Open the list',
      false,
      ...lists.map(({ list: { file, entry } }) => entry && { uri: file.uri, span: entry, text: inline(file, 'x-extensible-enum') }),
    );
  },
});

function closedIn(api: ApiElement): readonly { readonly label: string; readonly list: Node }[] {
  const found: { label: string; list: Node }[] = [];
  const seen = new Set<unknown>();
  const stack: (SchemaElement | undefined)[] = operationsOf(api)
    .filter(({ of }) => of === 'paths')
    .flatMap((operation) => responsesIn(operation).map(jsonSchemaIn));
  for (let schema = stack.pop(); stack.length > 0 || schema; schema = stack.pop()) {
    if (!schema || seen.has(schema.node)) continue;
    seen.add(schema.node);
    stack.push(...schema.parts());
    const list = schema.effective().all('enum')[0];
    const values = itemsOf(list).map((item) => stringOf(item));
    if (list && isClosed(schema, values)) found.push({ label: schema.label, list });
  }
  return found;
}

function isClosed({ node, effective }: SchemaElement, values: readonly (string | undefined)[]): boolean {
  const texts = values.filter((value) => value !== undefined);
  const isTold = child(node, 'x-enum-closed') || effective().all('x-extensible-enum').length > 0 || effective().union;
  return texts.length > 1 && !isTold && !texts.some((value) => /^(unknown|unspecified|other|undefined|.*_unspecified)$/i.test(value));
}
