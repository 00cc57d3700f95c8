import { pathToFileURL } from 'node:url';
import type { Checker, Contract, Host } from '@breakwater/core';
import { defaultBranch, gitHost, mergeBase, resolveCommit } from '@breakwater/node';
import { pathOf } from './documents.ts';
import { isBelow, type Root, toPath, toRelative } from './workspace.ts';

/** How long a base is taken as current, in ms: a commit or a checkout moves it, and nobody says so. */
const BASE_TIME = 5_000;

/** The scheme under which an editor can show a text of the base, read-only. */
const BASE_SCHEME = 'breakwater-base:';

export interface BaseOptions {
  readonly checker: Checker;
  /** The git ref that the user wants to compare with; empty for the merge base with the default branch. */
  readonly wanted: (root: Root) => Promise<string>;
  readonly warn: (message: string) => void;
}

interface Version {
  readonly commit: string;
  readonly host: Host;
  readonly contracts: Map<string, Promise<Contract | undefined>>;
}

/** The version that a contract is compared with while it is edited. A commit never changes, so what was read of it is kept. */
export class Bases {
  readonly #options: BaseOptions;
  readonly #current = new Map<string, { readonly since: number; readonly commit: Promise<string | undefined> }>();
  readonly #versions = new Map<string, Version>();
  readonly #warned = new Set<string>();

  constructor(options: BaseOptions) {
    this.#options = options;
  }

  /** Settings or the repository may have changed. */
  forget(): void {
    this.#current.clear();
    this.#warned.clear();
  }

  /** The contract in the base, or `undefined` where there is nothing to compare with: no repository, no history, a new file. */
  async contractOf(root: Root, entry: string): Promise<{ readonly contract: Contract; readonly commit: string } | undefined> {
    const version = await this.#versionOf(root);
    if (!version) return undefined;
    const loading = version.contracts.get(entry) ?? this.#load(version, entry);
    version.contracts.set(entry, loading);
    const contract = await loading;
    return contract && { contract, commit: version.commit };
  }

  /** The text behind a uri that `baseUriOf` made, as long as its commit is still the base. */
  async textOf(uri: string): Promise<string | undefined> {
    const [path, commit] = uri.startsWith(BASE_SCHEME) ? uri.slice(BASE_SCHEME.length).split('?') : [];
    const file = path === undefined ? undefined : pathOf(`file://${path}`);
    if (file === undefined) return undefined;
    for (const [folder, version] of this.#versions) {
      if (version.commit !== commit || !isBelow(folder, file)) continue;
      const found = await version.host.readFile(toRelative(folder, file));
      if ('text' in found) return found.text;
    }
    return undefined;
  }

  async #load({ host }: Version, entry: string): Promise<Contract | undefined> {
    const loaded = await this.#options.checker.load(entry, host);
    return 'refusal' in loaded ? undefined : loaded;
  }

  async #versionOf(root: Root): Promise<Version | undefined> {
    if (!root.isRepository) return undefined;
    const known = this.#current.get(root.folder);
    const fresh = known && Date.now() - known.since < BASE_TIME ? known : { since: Date.now(), commit: this.#findCommit(root) };
    this.#current.set(root.folder, fresh);
    const commit = await fresh.commit;
    if (commit === undefined) return undefined;
    const version = this.#versions.get(root.folder);
    if (version?.commit === commit) return version;
    const next: Version = { commit, host: gitHost(root.folder, commit), contracts: new Map() };
    this.#versions.set(root.folder, next);
    return next;
  }

  async #findCommit(root: Root): Promise<string | undefined> {
    const wanted = await this.#options.wanted(root);
    if (wanted !== '') return this.#orWarn(wanted, await resolveCommit(root.folder, wanted));
    const branch = await defaultBranch(root.folder);
    const commit = branch === undefined ? undefined : await mergeBase(root.folder, branch);
    return typeof commit === 'string' ? commit : undefined;
  }

  /** What nobody asked for is missing silently; what is in the settings is not. */
  #orWarn(wanted: string, commit: Awaited<ReturnType<typeof resolveCommit>>): string | undefined {
    if (typeof commit === 'string') return commit;
    if (!this.#warned.has(wanted)) this.#options.warn(`\`${wanted}\`, which the setting \`breakwater.base\` names, ${commit.refusal}; nothing is compared.`);
    this.#warned.add(wanted);
    return undefined;
  }
}

export function baseUriOf(root: Root, uri: string, commit: string): string {
  return `${BASE_SCHEME}${pathToFileURL(toPath(root.folder, uri)).pathname}?${commit}`;
}
