import type { Checker, Contract, Host } from '@breakwater/core';
import type { History } from '../surroundings/surroundings.ts';
import { chooseBase, type NoBase, type Version } from './choose-base.ts';
import { isBelow, pathOf, toPath, toRelative, uriOf } from './path.ts';
import type { Root } from './workspace.ts';

/** How long a base is taken as current, in ms: a commit or a checkout moves it, and nobody says so. */
const BASE_TIME = 5_000;

/** The scheme under which an editor can show a text of the base, read-only. */
const BASE_SCHEME = 'breakwater-base:';

export interface BaseOptions {
  readonly checker: Checker;
  readonly history: History;
  /** What the user wants to compare with, as `chooseBase` reads it. */
  readonly wanted: (root: Root) => Promise<string>;
  /** The files of a root as they are now. */
  readonly hostOf: (root: Root) => Host;
  readonly warn: (message: string) => void;
  /** What was compared with an earlier base may be another change now. */
  readonly moved: (root: Root) => void;
}

/** Which version something was compared with. */
export type BaseName = Pick<Version, 'key' | 'label'>;

export interface BaseContract {
  readonly contract: Contract;
  readonly name: BaseName;
}

interface Base {
  readonly version: Version;
  readonly contracts: Map<string, Promise<Contract | undefined>>;
}

interface Current {
  /** When it was looked up. */
  readonly since: number;
  readonly base: Promise<Base | undefined>;
}

/** The version that a contract is compared with while it is edited. A commit never changes, so what was read of it is kept. */
export class Bases {
  readonly #options: BaseOptions;
  readonly #current = new Map<string, Current>();
  readonly #bases = new Map<string, Base>();
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
  async contractOf(root: Root, entry: string): Promise<BaseContract | undefined> {
    const base = await this.#baseOf(root);
    if (!base) return undefined;
    const { contracts, version } = base;
    const loading = contracts.get(entry) ?? this.#load(version, entry);
    contracts.set(entry, loading);
    const contract = await loading;
    return contract && { contract, name: version };
  }

  /** The same for one look: nothing of it is kept. */
  async contractOnce(root: Root, entry: string, checker: Checker): Promise<BaseContract | undefined> {
    const base = await this.#baseOf(root);
    const loaded = base && (await checker.load(base.version.entryOf(entry), base.version.host));
    return base && loaded && !('refusal' in loaded) ? { contract: loaded, name: base.version } : undefined;
  }

  /** What contracts of a root are compared with, whether or not one of them is there. */
  async nameOf(root: Root): Promise<BaseName | undefined> {
    return (await this.#baseOf(root))?.version;
  }

  /** The text behind a uri that `baseUriOf` made, as long as its version is still the base. */
  async textOf(uri: string): Promise<string | undefined> {
    const [path, key] = uri.startsWith(BASE_SCHEME) ? uri.slice(BASE_SCHEME.length).split('?') : [];
    const file = path === undefined ? undefined : pathOf(`file://${path}`);
    if (file === undefined) return undefined;
    for (const [folder, { version }] of this.#bases) {
      if (version.key !== key || !isBelow(folder, file)) continue;
      const found = await version.host.readFile(toRelative(folder, file));
      if ('text' in found) return found.text;
    }
    return undefined;
  }

  async #load({ host, entryOf }: Version, entry: string): Promise<Contract | undefined> {
    const loaded = await this.#options.checker.load(entryOf(entry), host);
    return 'refusal' in loaded ? undefined : loaded;
  }

  /** Who types does not wait for git: most of the time the base is what it was, and where it is not, that is told later. */
  #baseOf(root: Root): Promise<Base | undefined> {
    const known = this.#current.get(root.folder);
    if (known && Date.now() - known.since < BASE_TIME) return known.base;
    const found = this.#find(root);
    const now = { since: Date.now(), base: known?.base ?? found };
    this.#current.set(root.folder, now);
    // What could not be looked up is looked up again the next time.
    if (known) this.#replace(root, now, found).catch(() => this.#current.delete(root.folder));
    return now.base;
  }

  async #replace(root: Root, now: Current, found: Promise<Base | undefined>): Promise<void> {
    const [before, base] = await Promise.all([now.base, found]);
    if (base === before || this.#current.get(root.folder) !== now) return;
    this.#current.set(root.folder, { since: now.since, base: found });
    this.#options.moved(root);
  }

  async #find(root: Root): Promise<Base | undefined> {
    const { wanted, hostOf, history } = this.#options;
    const asked = await wanted(root);
    const version = await chooseBase(root, asked, { history, saved: hostOf(root) });
    if ('refusal' in version) return this.#warnOf(asked, version);
    const known = this.#bases.get(root.folder);
    const isSame = known?.version.key === version.key && known.version.label === version.label && version.key !== 'file';
    const base = known && isSame ? known : { version, contracts: new Map() };
    this.#bases.set(root.folder, base);
    return base;
  }

  /** What nobody asked for is missing silently; what is in the settings is not. */
  #warnOf(asked: string, { refusal }: NoBase): undefined {
    if (refusal === undefined || this.#warned.has(asked)) return;
    this.#warned.add(asked);
    this.#options.warn(`\`${asked}\`, which the setting \`breakwater.base\` names, ${refusal}; nothing is compared.`);
  }
}

export function baseUriOf(root: Root, uri: string, { key }: BaseName): string {
  return `${BASE_SCHEME}${uriOf(toPath(root.folder, uri)).slice('file://'.length)}?${key}`;
}
