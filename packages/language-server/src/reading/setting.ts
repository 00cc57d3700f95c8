import { aroundOffset, type Node, prose, schemaOptions } from '@breakwater/core';
import { language, ruleInfoOf } from '@breakwater/formats';
import type { Place } from '../navigation/place.ts';

/** What a key of the configuration is for; of a rule what it tells, and its page. */
export function settingAt({ file: { root }, offset }: Place): readonly string[] {
  const { key, node } = root ? aroundOffset(root, offset) : {};
  if (!key || !node) return [];
  const [option] = schemaOptions(language().schema, [...wayTo(node), key.name]);
  if (option?.description === undefined) return [];
  const page = ruleInfoOf(key.name);
  const link = page && page.summary === option.description ? [`[${prose('The page of this rule')}](${page.helpUri})`] : [];
  return [[prose(option.description), ...link].join('\n\n')];
}

function wayTo(node: Node): readonly (string | number)[] {
  const way: (string | number)[] = [];
  for (let at = node; at.parent; at = at.parent) way.push(at.parent.kind === 'map' ? (at.entry?.name ?? '') : at.parent.items.indexOf(at));
  return way.reverse();
}
