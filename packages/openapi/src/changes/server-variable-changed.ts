import { child, defineChange, itemsOf, type Node, stringOf } from '@breakwater/core';
import type { ServerElement } from '../model/element.ts';

interface ServerVariableChanged {
  readonly url: string;
  readonly name: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

export const serverVariableChanged = defineChange<ServerElement, ServerVariableChanged>({
  id: 'server-variable-changed',
  on: 'server',
  // A client may have been built for a value that is gone, or without one: it asks somewhere else now. The old host may still answer.
  impact: ({ removed, from, to }) => ({ backward: removed.length > 0 || from !== to ? 'dangerous' : 'compatible', forward: 'compatible' }),
  message({ url, name, removed, added, from, to }) {
    const parts = [
      ...(removed.length > 0 ? [`lost ${list(removed)}`] : []),
      ...(added.length > 0 ? [`gained ${list(added)}`] : []),
      ...(from === to ? [] : [`has the default ${shown(to)} instead of ${shown(from)}`]),
    ];
    return `The variable \`${name}\` of the server \`${url}\` ${parts.join(' and ')}.`;
  },
  changed(before, { url, variables }, report) {
    for (const [name, old] of before.variables) {
      const now = variables.get(name);
      if (!now) continue;
      const [known, values] = [valuesOf(old), valuesOf(now)];
      const removed = known && values ? known.filter((value) => !values.includes(value)) : [];
      const added = known && values ? values.filter((value) => !known.includes(value)) : [];
      const [from, to] = [textOf(child(old, 'default')), textOf(child(now, 'default'))];
      if (removed.length + added.length > 0 || from !== to) report({ url, name, removed, added, from, to }, now, { related: old });
    }
  },
});

/** `undefined` where any value will do. */
function valuesOf(variable: Node): readonly string[] | undefined {
  const list = child(variable, 'enum');
  return list && itemsOf(list).map((item) => textOf(item) ?? '');
}

function textOf(node: Node | undefined): string | null {
  return stringOf(node) ?? (node?.kind === 'scalar' ? String(node.value) : null);
}

function list(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

function shown(value: string | null): string {
  return value === null ? 'none' : `\`${value}\``;
}
