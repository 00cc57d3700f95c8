import { defineRule, type Edit, type Node, removeEntry, removeItem, repair } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { bodyIn, mediaTypesIn } from '../model/operation-parts.ts';

interface WholePatch {
  readonly label: string;
  readonly name: string;
  readonly what: 'required' | 'default';
}

interface WholePart extends Omit<WholePatch, 'label'> {
  readonly node: Node;
}

/** RFC 7396, section 1: what a merge patch leaves out stays as it is. */
export const patchNoRequired = defineRule<OperationElement, WholePatch>({
  id: 'patch-no-required',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  message: ({ label, name, what }) =>
    what === 'required'
      ? `\`${label}\` changes a part, and \`${name}\` has to be sent every time.`
      : `\`${label}\` changes a part, and \`${name}\` has a \`default\`, which overwrites what was there.`,
  check(operation, report) {
    for (const { name, what, node } of wholeParts(operation))
      report({ label: operation.label, name, what }, { node, span: what === 'default' ? (node.entry ?? node) : node });
  },
  fixes(operation, { name, what }) {
    const node = wholeParts(operation).find((one) => one.name === name && one.what === what)?.node;
    if (!node) return [];
    const edit = what === 'default' ? removeEntry(node.parent, 'default') : removeRequired(node);
    return repair(what === 'default' ? 'Remove the `default`' : `Do not require \`${name}\``, false, edit);
  },
});

/** What a merge patch has to say, or says without being asked. */
function wholeParts(operation: OperationElement): readonly WholePart[] {
  if (operation.method !== 'PATCH' || operation.of !== 'paths') return [];
  const merge = mediaTypesIn(bodyIn(operation)).find(({ mediaType }) => /^application\/(merge-patch\+)?json\b/i.test(mediaType));
  const schema = merge?.schema();
  const effective = schema?.effective();
  if (!schema || !effective || effective.types?.has('object') === false) return [];
  const required = [...effective.required].map(([name, node]) => ({ name, what: 'required' as const, node }));
  const presets = schema.parts().flatMap((part) => {
    const [node] = /^property /.test(part.id) ? part.effective().all('default') : [];
    return node ? [{ name: part.id.slice('property '.length), what: 'default' as const, node }] : [];
  });
  return [...required, ...presets];
}

/** A list of nothing is left out, which OpenAPI 3.0 demands. */
function removeRequired(node: Node): Edit | undefined {
  const { parent } = node;
  return parent?.kind === 'seq' && parent.items.length === 1 ? removeEntry(parent.parent, 'required') : removeItem(parent, node);
}
