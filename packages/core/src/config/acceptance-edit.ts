import { insertEntry, insertItem, insertPart } from '../edit/insert.ts';
import { inline, lineBreakOf, marginAt } from '../edit/notation.ts';
import { partsOf } from '../edit/part.ts';
import type { Acceptance } from '../finding/finding.ts';
import type { Edit } from '../text/edit.ts';
import type { SourceFile } from '../text/source-file.ts';
import { child, isFlow, itemsOf, type MapNode, type Node, sourceOf, stringOf } from '../tree/node.ts';
import { readText } from '../tree/read-text.ts';

/**
 * Writes down in a configuration that a change is agreed to, or, where that is written already, until when it is. `undefined` for a
 * text that cannot be read, and where such a list cannot stand.
 */
export function acceptanceEdit(file: SourceFile, acceptance: Acceptance): Edit | undefined {
  if (saysNothing(file)) return atEnd(file, listText(file, acceptance));
  const { root, problems } = readText(file);
  if (problems.length > 0) return undefined;
  const list = child(root, 'accept');
  if (root?.kind === 'map' && !list) return newList(root, acceptance);
  const known = itemsOf(list).find((item) => textOf(child(item, 'fingerprint')) === acceptance.fingerprint);
  if (known) return newDay(known, acceptance);
  if (list?.kind !== 'seq') return undefined;
  const first = partsOf(list)[0];
  return isFlow(list) || !first ? insertItem(list, acceptance) : insertPart(list, itemText(file, acceptance, marginAt(file, first.start)));
}

/** Comments at most. */
function saysNothing({ text }: SourceFile): boolean {
  return text.split(/\r?\n/).every((line) => /^\s*(#|$)/.test(line));
}

function atEnd({ uri, text }: SourceFile, added: string): Edit {
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return { uri, span: { start: text.length, end: text.length }, text: gap + added };
}

/** A fingerprint that happens to be all digits is a number to YAML. */
function textOf(node: Node | undefined): string | undefined {
  return stringOf(node) ?? (node?.kind === 'scalar' ? sourceOf(node) : undefined);
}

function newDay(known: Node, { until }: Acceptance): Edit | undefined {
  const day = child(known, 'until');
  return day && until !== undefined ? { uri: day.file.uri, span: { start: day.start, end: day.end }, text: inline(day.file, until) } : undefined;
}

function newList(root: MapNode, acceptance: Acceptance): Edit | undefined {
  const { file } = root;
  return isFlow(root) ? insertEntry(root, 'accept', [acceptance]) : insertPart(root, listText(file, acceptance).trimEnd());
}

function listText(file: SourceFile, acceptance: Acceptance): string {
  const end = lineBreakOf(file);
  return `accept:${end}  ${itemText(file, acceptance, '  ')}${end}`;
}

function itemText(file: SourceFile, acceptance: Acceptance, margin: string): string {
  const lines = Object.entries(acceptance).map(([name, value]) => `${name}: ${inline(file, value)}`);
  return `- ${lines.join(`${lineBreakOf(file)}${margin}  `)}`;
}
