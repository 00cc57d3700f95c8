import { type Checker, type Contract, isDamaged, type LintMemory, type Reader } from '@breakwater/core';
import type { BaseContract } from './base.ts';
import { configurationAt, configuredFor, isConfiguration } from './configuration.ts';
import { toPath, toRelative } from './path.ts';
import { configurationResultOf, type Result, resultOf } from './result.ts';
import type { Root, Workspace } from './workspace.ts';

/** What one contract, or one configuration, was found to be. */
export interface Checked {
  /** The entry and every file of the contract, there or not. */
  readonly files: ReadonlySet<string>;
  /** The files of its configuration. */
  readonly configuredBy: ReadonlySet<string>;
  /** `undefined` if the entry cannot be read. */
  readonly result: Result | undefined;
}

/** What is half-typed is one if it was one when it was saved: whatever was typed in between is not asked. */
async function isContract(uri: string, { detection, snapshot }: Contract, root: Root, options: Pick<CheckOptions, 'checker' | 'workspace'>): Promise<boolean> {
  return detection !== undefined || (isDamaged(snapshot) && (await wasContract(uri, root, options)));
}

/** Whether a file is a contract as it is saved. */
export async function wasContract(uri: string, root: Root, { checker, workspace }: Pick<CheckOptions, 'checker' | 'workspace'>): Promise<boolean> {
  const saved = await workspace.savedHostOf(root).readFile(uri);
  return 'text' in saved && checker.detect({ uri, text: saved.text }) !== undefined;
}

export interface CheckOptions {
  readonly checker: Checker;
  readonly workspace: Workspace;
  readonly base: (root: Root, uri: string) => Promise<BaseContract | undefined>;
  /** Asked once everything is read. What is stale then is not looked at. */
  readonly isStale: () => boolean;
  /** For who asks again and again: a reader that reads only what has changed, and what was found before. */
  readonly read?: Reader;
  readonly memory?: LintMemory;
}

/** Reads a contract, its configuration and its base, and judges it; `undefined` if it was edited meanwhile. */
export async function checkContract(entry: string, root: Root, options: CheckOptions): Promise<Checked | undefined> {
  const { checker, workspace, base: baseOf, isStale, read, memory } = options;
  const uri = toRelative(root.folder, entry);
  const host = workspace.hostOf(root);
  const contract = await checker.load(uri, host, read);
  const isOurs = isConfiguration(entry);
  const configured = await (isOurs ? configurationAt : configuredFor)(uri, root, host);
  const base = isOurs || 'refusal' in contract || contract.incomparable !== undefined ? undefined : await baseOf(root, uri);
  const isAny = isOurs || (!('refusal' in contract) && (await isContract(uri, contract, root, { checker, workspace })));
  if (isStale()) return undefined;
  if ('refusal' in contract || !isAny) return { files: new Set([entry]), configuredBy: new Set(), result: undefined };
  const { files, absent } = contract.snapshot;
  return {
    files: new Set([entry, ...[...files.keys(), ...absent.keys()].map((one) => toPath(root.folder, one))]),
    configuredBy: configured.files,
    result: isOurs ? configurationResultOf(root, contract, configured) : resultOf(checker, { root, memory }, contract, configured, base),
  };
}
