import { PRESETS, type Preset } from '../engine/preset.ts';
import { MODES } from '../engine/variance.ts';
import type { Finding } from '../finding/finding.ts';
import { locationOf } from '../finding/location.ts';
import { AUDIENCES } from '../finding/verdict.ts';
import type { AcceptanceEntry } from '../policy/accept.ts';
import { type Bar, CHANGE_BARS, DEFAULT_BAR, RULE_BARS } from '../policy/bar.ts';
import { VERSION_POLICIES } from '../policy/version-bump.ts';
import { configValid } from '../problems/config-valid.ts';
import { problemAt, problemIn } from '../problems/problem.ts';
import type { SourceFile } from '../text/source-file.ts';
import { anchorOf, child, entriesOf, itemsOf, type Node, numberOf, sourceOf, stringOf } from '../tree/node.ts';
import { readText } from '../tree/read-text.ts';
import { folderOf, targetOf } from '../workspace/uri.ts';
import type { Configuration, ContractLayer, Layer } from './configuration.ts';
import { type Flaw, mistakesIn } from './mistakes-in.ts';
import { overridesIn, rulesIn, selectorIn, valuesOf } from './read-rules.ts';
import type { Schema } from './schema.ts';

/** A file that is named, and where. */
export interface Named {
  readonly name: string;
  readonly at: Node;
}

/** One file of a configuration, before what it extends is read. */
export interface ConfigurationFile {
  /** What it says where it is right; who refuses mistakes uses none of it. */
  readonly own: Configuration;
  readonly extended: readonly Named[];
  readonly rulesets: readonly Named[];
  readonly customRules: Node | undefined;
  readonly mistakes: readonly Finding[];
}

/** Reads one file. `place` is its folder as patterns see it, from the root of the workspace. */
export function readConfiguration(file: SourceFile, schema: Schema, place = folderOf(file.uri)): ConfigurationFile {
  const { root, problems } = readText(file);
  const unreadable = problems.map(({ message, span }) => problemIn(configValid, message, file, span));
  // A file without any setting sets nothing, and says so by being there.
  const isEmpty = root === undefined || (root.kind === 'scalar' && root.value === null);
  const flaws = isEmpty ? [] : mistakesIn(root, schema);
  const sound = soundIn(flaws);
  const listed = itemsOrOne(child(root, 'extends')).filter(sound);
  const presets = listed.flatMap((node) => PRESETS.find((one) => one === stringOf(node)) ?? []);
  // What is neither a preset nor the name of a file is a set of rules: the schema knows no other.
  const ruleSets = listed.flatMap((node) => stringOf(node) ?? []).filter((name) => !isPreset(name) && !isFile(name));
  const own = { ...layerIn(root, place, sound, presets.at(-1)), ...(ruleSets.length > 0 && { ruleSets }), ...restIn(root, place, file, sound) };
  return {
    own,
    extended: listed.flatMap((at) => (isFile(stringOf(at)) ? [{ name: stringOf(at) ?? '', at }] : [])),
    rulesets: itemsOrOne(child(root, 'rulesets')).flatMap((at) => (sound(at) ? [{ name: stringOf(at) ?? '', at }] : [])),
    customRules: child(root, 'custom-rules'),
    mistakes: [
      ...unreadable,
      ...flaws.map(({ message, node, span }) => problemAt(configValid, message, node, span ?? (node.kind === 'scalar' ? node : anchorOf(node)))),
    ],
  };
}

function isFile(name: string | undefined): boolean {
  return /\.(ya?ml|json)$/.test(name ?? '');
}

function isPreset(name: string | undefined): boolean {
  return PRESETS.some((one) => one === name);
}

/** Whether nothing is wrong in a node. */
function soundIn(flaws: readonly Flaw[]): (node: Node) => boolean {
  const unsound = new Set<Node>();
  for (const flaw of flaws) for (let at: Node | undefined = flaw.node; at; at = at.parent) unsound.add(at);
  return (node) => !unsound.has(node);
}

function layerIn(node: Node | undefined, place: string, sound: (node: Node) => boolean, preset?: Preset): Layer {
  const value = (name: string) => [child(node, name)].find((one) => one && sound(one));
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((word) => word === stringOf(value(name)));
  const mode = one('mode', MODES);
  const versionPolicy = one('version-policy', VERSION_POLICIES);
  const audiences = AUDIENCES.filter((audience) => valuesOf(value('audience')).includes(audience));
  const deprecationDays = numberOf(value('deprecation-days'));
  const ignore = entriesOf(child(node, 'ignore')).filter((entry) => sound(entry.value));
  return {
    ...rulesIn(child(node, 'rules'), sound),
    overrides: overridesIn(child(node, 'overrides'), place, sound),
    ignore: ignore.map(({ name, value: patterns }) => selectorIn([{ name, value: patterns }], place)),
    ...(preset && { preset }),
    ...(mode && { mode }),
    ...(versionPolicy && { versionPolicy }),
    ...(audiences.length > 0 && { audiences }),
    ...(deprecationDays !== undefined && { deprecationDays }),
  };
}

function restIn(
  root: Node | undefined,
  place: string,
  file: SourceFile,
  sound: (node: Node) => boolean,
): Pick<Configuration, 'accept' | 'contracts' | 'failOn' | 'baseline' | 'packs'> {
  const failOn = itemsOrOne(child(root, 'fail-on'));
  const baseline = child(root, 'baseline');
  const target = baseline && sound(baseline) ? targetOf(file.uri, stringOf(baseline) ?? '') : undefined;
  return {
    packs: [],
    accept: itemsOf(child(root, 'accept')).filter(sound).map(acceptanceIn),
    contracts: itemsOf(child(root, 'contracts'))
      .filter(sound)
      .map((node): ContractLayer => ({ files: selectorIn(entriesOf(node), place).files ?? [], ...layerIn(node, place, sound) })),
    ...(failOn.length > 0 && failOn.every(sound) && { failOn: barOf(failOn.map((node) => stringOf(node) ?? '')) }),
    ...(baseline && target && 'uri' in target && { baseline: { uri: target.uri, at: locationOf(baseline, baseline) } }),
  };
}

function itemsOrOne(node: Node | undefined): readonly Node[] {
  return node?.kind === 'seq' ? node.items : node ? [node] : [];
}

/** What is not said of changes or of rules is as usual; `never` is about both. */
export function barOf(words: readonly string[]): Bar {
  if (words.includes('never')) return { changes: 'never', rules: 'never' };
  return {
    changes: CHANGE_BARS.findLast((word) => words.includes(word)) ?? DEFAULT_BAR.changes,
    rules: RULE_BARS.findLast((word) => words.includes(word)) ?? DEFAULT_BAR.rules,
  };
}

/** A fingerprint that happens to be all digits is a number to YAML. */
function acceptanceIn(node: Node): AcceptanceEntry {
  const text = (name: string) => [child(node, name)].map((value) => stringOf(value) ?? (value ? sourceOf(value) : undefined))[0];
  const [by, until] = [text('by'), text('until')];
  const entry = { fingerprint: text('fingerprint') ?? '', reason: text('reason') ?? '', at: locationOf(child(node, 'fingerprint') ?? node) };
  return { ...entry, ...(by !== undefined && { by }), ...(until !== undefined && { until }) };
}
