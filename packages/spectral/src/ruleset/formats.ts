import { child, type Node, sourceOf, stringOf } from '@breakwater/core';

/** What rulesets call kinds of contracts; two spellings of one are one. */
const NAMES: Readonly<Record<string, string>> = { oas3_0: 'oas3.0', oas3_1: 'oas3.1', oas3_2: 'oas3.2' };

export function formatName(name: string): string {
  return NAMES[name] ?? name;
}

/** What a contract is, in the words of rulesets. */
export function formatsOf(root: Node): ReadonlySet<string> {
  const formats = new Set<string>();
  if (/^['"]?2(?:\D|$)/.test(textOf(child(root, 'swagger')))) formats.add('oas2');
  const [version, minor] = /^3(?:\.(\d+))?/.exec(textOf(child(root, 'openapi'))) ?? [];
  if (version !== undefined) formats.add('oas3');
  if (minor !== undefined) formats.add(`oas3.${minor}`);
  return formats;
}

function textOf(node: Node | undefined): string {
  return stringOf(node) ?? (node ? sourceOf(node) : '');
}
