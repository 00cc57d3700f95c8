import type { Finding } from '../finding/finding.ts';
import { fromRoot } from '../policy/configure.ts';
import { configValid } from '../problems/config-valid.ts';
import { problemAt, problemIn } from '../problems/problem.ts';
import type { Node } from '../tree/node.ts';
import { askingOnce, type FileText, type Host } from '../workspace/host.ts';
import { folderOf, targetOf } from '../workspace/uri.ts';
import { type Configuration, NOTHING_SET, over } from './configuration.ts';
import { withRules } from './configuration-schema.ts';
import type { Language, LoadedPack } from './pack-reader.ts';
import { type ConfigurationFile, type Named, readConfiguration } from './read-configuration.ts';

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** What is wrong, each at its place. Who checks refuses to go on; an editor uses what is right. */
  readonly mistakes: readonly Finding[];
  /** The file and all that it extends, there or not. */
  readonly files: readonly string[];
}

/** More files than anybody writes. */
const MAX_FILES = 50;

interface Reading {
  readonly host: Host;
  readonly language: Language;
  /** From the root of the workspace to where uris start. */
  readonly folder: string;
  readonly mistakes: Finding[];
  readonly files: Set<string>;
  /** Files that are read to their end, so that many ways to one cost no more than one. */
  readonly done: Map<string, Configuration>;
}

/** Reads a configuration and, through the same host, the files that it extends; nothing from the network, nothing that the host refuses. */
export async function loadConfiguration(uri: string, host: Host, language: Language, folder = ''): Promise<LoadedConfiguration> {
  const reading: Reading = { host, language, folder, mistakes: [], files: new Set([uri]), done: new Map() };
  const text = await host.readFile(uri);
  const configuration = 'refusal' in text ? unreadable(uri, text.refusal, reading) : await readAll({ uri, text }, [uri], reading);
  return { configuration, mistakes: reading.mistakes, files: [...reading.files] };
}

function unreadable(uri: string, refusal: string, { mistakes }: Reading): Configuration {
  mistakes.push(problemIn(configValid, `The configuration \`${uri}\` ${refusal}.`, { uri, text: '' }, { start: 0, end: 0 }));
  return NOTHING_SET;
}

/** `way`: the files that lead to this one. */
async function readAll(file: { uri: string; text: FileText & { text: string } }, way: readonly string[], reading: Reading): Promise<Configuration> {
  const place = fromRoot(reading.folder, folderOf(file.uri));
  const { schema } = reading.language;
  const read = (ids: readonly string[]) => readConfiguration({ uri: file.uri, text: file.text.text }, ids.length > 0 ? withRules(schema, ids) : schema, place);
  const first = read([]);
  let all = NOTHING_SET;
  for (const { name, at } of first.extended) {
    const more = await readExtended(name, at, way, reading);
    if ('refusal' in more) reading.mistakes.push(problemAt(configValid, `\`${name}\` ${more.refusal}.`, at));
    else all = over(all, more);
  }
  const packs = await packsOf(first, reading);
  // Which rules may be set is known when the rulesets have been read.
  const ids = [...all.packs, ...packs].flatMap((pack) => [...pack.ids]);
  const { own, mistakes } = ids.length > 0 ? read(ids) : first;
  reading.mistakes.push(...mistakes);
  const whole = over(all, { ...own, packs });
  reading.done.set(file.uri, whole);
  return whole;
}

async function packsOf({ rulesets, customRules }: ConfigurationFile, reading: Reading): Promise<Configuration['packs']> {
  const loaded: LoadedPack[] = [];
  for (const named of rulesets) {
    const pack = await readRuleset(named, reading);
    if ('refusal' in pack) reading.mistakes.push(problemAt(configValid, `\`${named.name}\` ${pack.refusal}.`, named.at));
    else loaded.push(pack);
  }
  if (customRules) loaded.push(reading.language.packs.fromRules(customRules));
  for (const { mistakes, files } of loaded) {
    reading.mistakes.push(...mistakes);
    for (const file of files) reading.files.add(file);
  }
  return loaded.map(({ pack }) => pack);
}

async function readRuleset({ name, at }: Named, reading: Reading): Promise<LoadedPack | { readonly refusal: string }> {
  const target = targetOf(at.file.uri, name);
  if ('refusal' in target) return target;
  const host = askingOnce(reading.host);
  const text = await host.readFile(target.uri);
  return 'refusal' in text ? text : reading.language.packs.fromFile(target.uri, host);
}

async function readExtended(name: string, at: Node, way: readonly string[], reading: Reading): Promise<Configuration | { readonly refusal: string }> {
  const target = targetOf(at.file.uri, name);
  if ('refusal' in target) return target;
  const { uri } = target;
  if (way.includes(uri)) return { refusal: way.at(-1) === uri ? 'extends itself' : `extends itself by way of \`${way.at(-1)}\`` };
  const known = reading.done.get(uri);
  if (known) return known;
  if (reading.files.size >= MAX_FILES) return { refusal: `is not read: the configuration has more than ${MAX_FILES} files` };
  reading.files.add(uri);
  const text = await reading.host.readFile(uri);
  return 'refusal' in text ? text : readAll({ uri, text }, [...way, uri], reading);
}
