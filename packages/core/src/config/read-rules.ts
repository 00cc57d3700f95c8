import type { Severity } from '../finding/finding.ts';
import { fromRoot, type Override } from '../policy/configure.ts';
import { alternativesOf } from '../policy/glob.ts';
import type { Selector } from '../policy/selector.ts';
import { child, type Entry, entriesOf, itemsOf, type Node, stringOf } from '../tree/node.ts';
import { toValue } from '../tree/to-value.ts';
import { SEVERITIES } from './configuration-schema.ts';

interface RuleMaps {
  readonly severities: ReadonlyMap<string, Severity>;
  readonly options: ReadonlyMap<string, object>;
}

/** `id: severity`, or `id: { severity, …options }`. */
export function rulesIn(node: Node | undefined, sound: (node: Node) => boolean): RuleMaps {
  const severities = new Map<string, Severity>();
  const options = new Map<string, object>();
  for (const { name, value } of entriesOf(node)) {
    if (!sound(value)) continue;
    const written = stringOf(value) ?? stringOf(child(value, 'severity'));
    const severity = SEVERITIES.find((one) => one === written);
    if (severity) severities.set(name, severity);
    const set = entriesOf(value).filter((entry) => entry.name !== 'severity');
    if (set.length > 0) options.set(name, Object.fromEntries(set.map((entry) => [entry.name, toValue(entry.value)])));
  }
  return { severities, options };
}

export function overridesIn(node: Node | undefined, place: string, sound: (node: Node) => boolean): readonly Override[] {
  return itemsOf(node)
    .filter(sound)
    .map((item) => ({ ...selectorIn(entriesOf(item), place), ...rulesIn(child(item, 'rules'), sound) }));
}

/** Patterns as they are matched: those of files from the root of the workspace, and alternatives in braces apart. */
export function selectorIn(entries: readonly Pick<Entry, 'name' | 'value'>[], place: string): Selector {
  const patterns = (name: string) => entries.find((entry) => entry.name === name)?.value;
  const [files, paths, operations, tags] = ['files', 'paths', 'operations', 'tags'].map((name) => patterns(name));
  return {
    ...(files && { files: valuesOf(files).flatMap((glob) => (alternativesOf(glob) ?? [glob]).map((one) => fromRoot(place, one))) }),
    ...(paths && { paths: valuesOf(paths) }),
    ...(operations && { operations: valuesOf(operations) }),
    ...(tags && { tags: valuesOf(tags) }),
  };
}

/** The texts of a value that may be one or a list. */
export function valuesOf(node: Node | undefined): readonly string[] {
  return (node?.kind === 'seq' ? node.items : node ? [node] : []).flatMap((item) => stringOf(item) ?? []);
}
