import { anchorOf, aroundOffset, booleanOf, child, codeBlock, codeSpan, isJson, type Mention, type Node, prose, resolve, stringOf } from '@breakwater/core';
import { foundNamesAt, referenceAt, targetOfReference } from '../navigation/meant.ts';
import type { Place } from '../navigation/place.ts';

/** What stands behind a reference or a name, and what the specification says of a key. Text of the contract is in code only (threat T29). */
export function meaningAt(place: Place): readonly string[] {
  const target = targetAt(place);
  return target ? [shown(target, place)] : notesAt(place);
}

function targetAt(place: Place): Node | undefined {
  const { snapshot } = place.result.contract;
  const reference = targetOfReference(place, referenceAt(place));
  if (reference) return resolve(snapshot, reference) ?? reference;
  const [found] = foundNamesAt(place);
  const declaration = found?.name.declarations[0];
  if (!declaration || !found.name.uses.includes(found.mention)) return undefined;
  return declaredBy(declaration, place);
}

/** What a key is for, or the map that a text names. */
function declaredBy({ file, span }: Mention, { result }: Place): Node | undefined {
  const root = result.contract.snapshot.files.get(file.uri)?.root;
  const { key, node } = root ? aroundOffset(root, span.start) : {};
  return key?.value ?? (node?.kind === 'scalar' ? node.parent : node);
}

function shown(node: Node, { result: { contract } }: Place): string {
  const brief = contract.format?.writing?.brief(contract.snapshot, node);
  const lines = [brief === undefined ? [] : codeSpan(brief), deprecation(node), codeBlock(sourceOf(node), isJson(node.file) ? 'json' : 'yaml')];
  return lines.flat().join('\n\n');
}

function deprecation(node: Node | undefined): readonly string[] {
  if (booleanOf(child(node, 'deprecated')) !== true) return [];
  const sunset = stringOf(child(node, 'x-sunset'));
  return [sunset === undefined ? 'Deprecated.' : `Deprecated, until ${codeSpan(sunset)}.`];
}

/** As its author wrote it, from its key on, without the indentation. */
function sourceOf(node: Node): string {
  const { file, end } = node;
  const start = node.parent ? Math.min(anchorOf(node).start, node.start) : node.start;
  const margin = start - (file.text.lastIndexOf('\n', start - 1) + 1);
  const [first = '', ...others] = file.text.slice(start, Math.max(end, start)).split(/\r?\n/);
  return [first, ...others.map((line) => line.replace(new RegExp(`^[ \\t]{0,${margin}}`), ''))].join('\n');
}

function notesAt({ file: { root }, offset, result: { contract } }: Place): readonly string[] {
  const { key, node } = root ? aroundOffset(root, offset) : {};
  const value = key?.value;
  if (!value || value.parent !== node) return [];
  const note = contract.format?.writing?.noteOn(contract.snapshot, value);
  const parts = [note === undefined ? [] : prose(note), deprecation(resolve(contract.snapshot, value))].flat();
  return parts.length === 0 ? [] : [parts.join('\n\n')];
}
