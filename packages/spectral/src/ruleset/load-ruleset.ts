import {
  child,
  configValid,
  entriesOf,
  type Finding,
  folderOf,
  type Host,
  itemsOf,
  mistakesIn,
  type Node,
  problemIn,
  readText,
  stringOf,
  targetOf,
} from '@breakwater/core';
import { OAS_RULES } from '../oas/oas-rules.ts';
import type { Aliases } from './alias.ts';
import type { DataRule } from './data-rule.ts';
import { formatsIn, type RuleContext, readRules, textsIn } from './read-rule.ts';
import type { FilePattern, Ruleset, RulesetOverride } from './ruleset.ts';
import { RULESET } from './ruleset-schema.ts';
import { mistakeAt, notRun } from './told.ts';

export interface LoadedRuleset {
  readonly ruleset: Ruleset;
  /** What is wrong in it; who checks refuses to go on. */
  readonly mistakes: readonly Finding[];
  /** The file and all that it extends, there or not. */
  readonly files: readonly string[];
}

interface Loading {
  readonly host: Host;
  readonly mistakes: Finding[];
  readonly files: Set<string>;
}

/** More files than anybody writes. */
const MAX_FILES = 50;

/** Reads a ruleset of Spectral and, through the same host, the files that it extends. Code and the network are left alone, and that is told. */
export async function loadRuleset(uri: string, host: Host): Promise<LoadedRuleset> {
  const loading: Loading = { host, mistakes: [], files: new Set([uri]) };
  const part = await readFile(uri, [uri], loading);
  const { rules, overrides, notes } = part;
  return { ruleset: { rules, overrides, notes }, mistakes: loading.mistakes, files: [...loading.files] };
}

/** The rules of a map, without any that are extended. */
export function rulesetOf(node: Node): LoadedRuleset {
  const [rules, mistakes]: [Map<string, DataRule>, Finding[]] = [new Map(), []];
  readRules(node, { rules, aliases: new Map(), formats: undefined, isPartial: false, mayBeCode: false, mistakes, notes: [] });
  return { ruleset: { rules, overrides: [], notes: [] }, mistakes, files: [] };
}

/** One file with all that it extends. */
interface Part extends Ruleset {
  readonly aliases: Aliases;
  readonly isPartial: boolean;
}

const NOTHING: Part = { rules: new Map(), overrides: [], notes: [], aliases: new Map(), isPartial: true };

async function readFile(uri: string, way: readonly string[], loading: Loading): Promise<Part> {
  const text = await loading.host.readFile(uri);
  if ('refusal' in text) return unreadable(uri, `The ruleset \`${uri}\` ${text.refusal}.`, loading);
  const file = { uri, text: text.text };
  const { root, problems } = readText(file);
  if (problems.length > 0 || !root) {
    const [first] = problems;
    return unreadable(uri, `The ruleset \`${uri}\` cannot be read: ${first?.message ?? 'it is empty.'}`, loading);
  }
  const flaws = mistakesIn(root, RULESET);
  loading.mistakes.push(...flaws.map(({ message, node, span }) => mistakeAt(message, node, span)));
  return flaws.length > 0 ? NOTHING : readRoot(root, way, loading);
}

function unreadable(uri: string, message: string, { mistakes }: Loading): Part {
  mistakes.push(problemIn(configValid, message, { uri, text: '' }, { start: 0, end: 0 }));
  return NOTHING;
}

async function readRoot(root: Node, way: readonly string[], loading: Loading): Promise<Part> {
  const base = await extended(child(root, 'extends'), way, loading);
  const aliases = aliasesOver(base.aliases, child(root, 'aliases'));
  const rules = new Map(base.rules);
  const notes = [...base.notes];
  const context: RuleContext = { rules, aliases, formats: formatsIn(root), isPartial: base.isPartial, mayBeCode: true, mistakes: loading.mistakes, notes };
  readRules(child(root, 'rules'), context);
  const overrides: RulesetOverride[] = [...exceptionsIn(child(root, 'except'))];
  for (const node of itemsOf(child(root, 'overrides'))) overrides.push(await overrideIn(node, { ...context, notes: [] }, way, loading));
  return { rules, overrides, notes, aliases, isPartial: base.isPartial };
}

/** All that an `extends` names, one over the other. */
async function extended(node: Node | undefined, way: readonly string[], loading: Loading): Promise<Part> {
  const listed = node?.kind === 'seq' ? node.items : node ? [node] : [];
  let all: Part = { ...NOTHING, isPartial: false };
  for (const item of listed) {
    const [name, mode] = item.kind === 'seq' ? item.items : [item];
    const part = await readExtended(name ?? item, way, loading);
    const rules = mode ? switchedAll(part.rules, stringOf(mode)) : part.rules;
    all = {
      rules: new Map([...all.rules, ...rules]),
      overrides: all.overrides,
      notes: [...all.notes, ...part.notes],
      aliases: new Map([...all.aliases, ...part.aliases]),
      isPartial: all.isPartial || part.isPartial,
    };
  }
  return all;
}

function switchedAll(rules: ReadonlyMap<string, DataRule>, mode: string | undefined): ReadonlyMap<string, DataRule> {
  const isOn = ({ recommended }: DataRule) => mode === 'all' || (mode === 'recommended' && recommended);
  return new Map([...rules].map(([id, rule]) => [id, { ...rule, isOn: isOn(rule) }]));
}

/** Rulesets that Spectral brings along and that say nothing about contracts that Breakwater reads. */
const OF_OTHERS = new Set(['spectral:asyncapi', 'spectral:arazzo']);

async function readExtended(node: Node, way: readonly string[], loading: Loading): Promise<Part> {
  const name = stringOf(node) ?? '';
  if (name === 'spectral:oas') return { ...NOTHING, rules: OAS_RULES, isPartial: false };
  if (OF_OTHERS.has(name)) return { ...NOTHING, isPartial: false };
  const leftOut = (why: string): Part => ({ ...NOTHING, notes: [notRun(`The ruleset \`${name}\` is not run: ${why}.`, node)] });
  if (/^(?:https?:)?\/\//.test(name)) return leftOut('it is on the network, from where Breakwater takes nothing');
  if (!/^\.{0,2}\//.test(name) && !/\.(?:ya?ml|json)$/.test(name)) return leftOut('it is a package, which is code');
  if (!/\.(?:ya?ml|json)$/.test(name)) return leftOut('it is neither YAML nor JSON');
  const target = targetOf(node.file.uri, name);
  if ('refusal' in target) return leftOut(`it ${target.refusal}`);
  if (way.includes(target.uri)) return { ...NOTHING, isPartial: false };
  if (loading.files.size >= MAX_FILES) return leftOut(`the ruleset has more than ${MAX_FILES} files`);
  loading.files.add(target.uri);
  return readFile(target.uri, [...way, target.uri], loading);
}

function aliasesOver(earlier: Aliases, node: Node | undefined): Aliases {
  const own = entriesOf(node).map(({ name, value }) => {
    const targets = child(value, 'targets');
    if (!targets) return [name, [{ given: textsIn(value) }]] as const;
    return [name, itemsOf(targets).map((target) => aliasTarget(target))] as const;
  });
  return new Map([...earlier, ...own]);
}

function aliasTarget(node: Node): { given: readonly string[]; formats?: ReadonlySet<string> } {
  const given = child(node, 'given');
  const formats = formatsIn(node);
  return { given: given ? textsIn(given) : [], ...(formats && { formats }) };
}

async function overrideIn(node: Node, context: RuleContext, way: readonly string[], loading: Loading): Promise<RulesetOverride> {
  const base = await extended(child(node, 'extends'), way, loading);
  const rules = child(node, 'rules');
  const notes = [...base.notes];
  const change = (before: ReadonlyMap<string, DataRule>, told: RuleContext['notes']) => {
    const changed = new Map([...before, ...base.rules]);
    readRules(rules, { ...context, aliases: aliasesOver(context.aliases, child(node, 'aliases')), rules: changed, notes: told, mistakes: [] });
    return changed;
  };
  change(context.rules, notes);
  return { files: itemsOf(child(node, 'files')).map((file) => patternIn(stringOf(file) ?? '', node)), change: (before) => change(before, []), notes };
}

/** A pattern counts from the folder of the ruleset; one without a slash is about names of files in any folder. */
function patternIn(text: string, node: Node): FilePattern {
  const [glob = '', pointer] = text.split('#', 2);
  const anywhere = glob.includes('/') ? glob.replace(/^\.\//, '') : `**/${glob}`;
  const folder = folderOf(node.file.uri);
  return { glob: folder === '' ? anywhere : `${folder}/${anywhere}`, ...(pointer !== undefined && { pointer }) };
}

/** The older way to say it: for each part of a file, rules that are off there. */
function exceptionsIn(node: Node | undefined): readonly RulesetOverride[] {
  return entriesOf(node).map(({ name, value }) => {
    const ids = new Set(itemsOf(value).map(stringOf));
    const change = (rules: ReadonlyMap<string, DataRule>) =>
      new Map([...rules].map(([id, rule]) => [id, ids.has(id) ? { ...rule, isOn: false, severity: 'off' as const } : rule]));
    return { files: [patternIn(name, value)], change, notes: [] };
  });
}
