import { child, type Edit, type Fix, inline, insertEntry, type Node, type Place, removeItem, repair, replaceValue, sourceOf, stringOf } from '@breakwater/core';
import type { Fault, PlacedFault } from './fault.ts';

/** Repairs of what is wrong in one place, as far as there is one that suggests itself. */
export function fixFault({ data, at }: PlacedFault): readonly Fix[] {
  const node = 'node' in at ? at.node : at;
  switch (data.fault) {
    case 'missing':
      return insertMissing(data, node);
    case 'unknown':
      return data.near === undefined ? [] : repair(`Rename to \`${data.near}\``, false, renameKey(at, data.near));
    case 'kind':
      return changeKind(data, node);
    case 'choice':
      return changeChoice(data, node);
    case 'repeated':
      return repair('Remove the second one', true, removeItem(node.parent, node));
    default:
      return [];
  }
}

/** What may stand for a missing field until its author says more. Only what cannot be otherwise is safe. */
const STUBS: Readonly<Record<string, { readonly value: unknown; readonly safe?: true }>> = {
  'root.info': { value: { title: 'API', version: '0.1.0' } },
  'root.paths': { value: {}, safe: true },
  'info.title': { value: 'API' },
  'info.version': { value: '0.1.0' },
  'operation.responses': { value: { default: { description: '' } } },
  'response.description': { value: '' },
  'parameter.required': { value: true, safe: true },
};

function insertMissing({ object, field }: Extract<Fault, { fault: 'missing' }>, node: Node): readonly Fix[] {
  const stub = STUBS[`${object}.${field}`];
  return stub ? repair(`Add \`${field}\``, stub.safe === true, insertEntry(node, field, stub.value)) : [];
}

/** `1.0` was meant as the text that it looks like; whether `'true'` was, only its author knows. */
function changeKind({ wants, field }: Extract<Fault, { fault: 'kind' }>, node: Node): readonly Fix[] {
  if (node.kind !== 'scalar' || node.value === null || node.parent?.kind !== 'map') return [];
  // A reference to a number leads nowhere, quoted or not.
  if (field === '$ref') return [];
  if (wants === 'text') return repair('Quote it', true, replaceValue(node.parent, field, quoted(node)));
  const text = stringOf(child(node.parent, field));
  const isFlag = wants === 'boolean' && (text === 'true' || text === 'false');
  return isFlag ? repair(`Use \`${text}\` without quotes`, false, replaceValue(node.parent, field, text)) : [];
}

function changeChoice({ of, near }: Extract<Fault, { fault: 'choice' }>, node: Node): readonly Fix[] {
  const value = of.length === 1 ? of[0] : near;
  if (value === undefined) return [];
  // Where only one value is possible, it cannot have been meant otherwise.
  return repair(`Use \`${value}\``, of.length === 1, replaceValue(node.parent, node.entry?.name ?? '', value));
}

function quoted(node: Node): string {
  const text = inline(node.file, sourceOf(node));
  return /^["']/.test(text) ? text : `'${text}'`;
}

function renameKey(at: Node | Place, name: string): Edit | undefined {
  if (!('node' in at)) return undefined;
  const { file } = at.node;
  return { uri: file.uri, span: at.span, text: inline(file, name) };
}
