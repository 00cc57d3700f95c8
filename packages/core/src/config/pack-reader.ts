import type { RulePack } from '../engine/rule-pack.ts';
import type { Finding } from '../finding/finding.ts';
import type { Node } from '../tree/node.ts';
import type { Host } from '../workspace/host.ts';
import type { Schema } from './schema.ts';

export interface LoadedPack {
  readonly pack: RulePack;
  /** What is wrong in it; who checks refuses to go on. */
  readonly mistakes: readonly Finding[];
  /** The files that it was read from, there or not. */
  readonly files: readonly string[];
}

/** Reads rules that are data. The core knows nothing more of them. */
export interface PackReader {
  /** What one rule of a configuration may be. */
  readonly rule: Schema;
  fromFile(uri: string, host: Host): Promise<LoadedPack>;
  /** The rules of a map in a configuration. */
  fromRules(rules: Node): LoadedPack;
}

/** What configurations are written in. */
export interface Language {
  readonly schema: Schema;
  readonly packs: PackReader;
}
