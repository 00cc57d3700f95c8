import type { Checker } from '@breakwater/core';
import type { Surroundings } from '../surroundings/surroundings.ts';
import type { Bases } from './base.ts';
import { type Checked, checkContract } from './check-contract.ts';
import { isConfiguration, namedBelow } from './configuration.ts';
import type { Documents } from './documents.ts';
import { nextTurn } from './next-turn.ts';
import { isBelow, mayBeRead, toPath, toRelative } from './path.ts';
import type { Located, Result } from './result.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

/** More are checked only once they are opened, in UTF-16 units and contracts: nobody waits for what nobody looks at. */
const MAX_SIZE = 2_000_000;
const MAX_CONTRACTS = 1_000;

/** How long after something changed on the disk it is looked at, in ms: a checkout changes many files. */
const PAUSE = 200;

export interface ClosedOptions<Shown, Named> {
  /** One that remembers nothing: there may be many contracts, and each is read once. */
  readonly checker: Checker;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly surroundings: Surroundings;
  readonly bases: Bases;
  readonly session: Session;
  /** What is kept of a result, by path. */
  readonly keep: (result: Result) => ReadonlyMap<string, readonly Shown[]>;
  /** What can be looked for by name. */
  readonly name: (result: Result) => readonly Named[];
  readonly publish: (paths: readonly string[]) => void;
  readonly warn: (message: string) => void;
}

interface Known<Shown, Named> extends Pick<Checked, 'files' | 'configuredBy'> {
  readonly shown: ReadonlyMap<string, readonly Shown[]>;
  readonly named: readonly Named[];
}

/** The contracts of the workspace that nobody has opened. One at a time, after whatever is open; of each only what is shown stays in memory. */
export class ClosedContracts<Shown, Named> {
  readonly #options: ClosedOptions<Shown, Named>;
  /** `undefined` until it is checked, or while the session follows it. */
  readonly #known = new Map<string, Known<Shown, Named> | undefined>();
  readonly #due = new Set<string>();
  #enabled = false;
  #discovers = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(options: ClosedOptions<Shown, Named>) {
    this.#options = options;
  }

  /** Whether there is anything to look at; at first there is not. */
  enable(enabled: boolean): void {
    this.#enabled = enabled;
    if (enabled) this.discover();
    else for (const entry of [...this.#known.keys()]) this.#forget(entry);
  }

  /** Contracts may have come or gone. */
  discover(): void {
    this.#discovers = this.#enabled;
    if (this.#enabled) this.#start();
  }

  /** Everything may be judged otherwise. */
  touchAll(): void {
    for (const entry of this.#known.keys()) this.#due.add(entry);
    this.discover();
  }

  /** Texts changed on the disk, or were opened or closed. */
  touch(paths: readonly string[]): void {
    if (paths.some(isConfiguration)) this.touchAll();
    for (const [entry, known] of this.#known) if (paths.some((path) => !known || isBelow(path, entry) || concerns(known, path))) this.#due.add(entry);
    if (this.#due.size > 0) this.#start();
  }

  /** A file was opened: the contracts that hold it are followed from now on. */
  async opened(path: string): Promise<void> {
    const { session, workspace } = this.#options;
    for (const [entry, known] of this.#known) if (known?.files.has(path)) session.adopt(entry, await workspace.rootOf(entry), known.files);
  }

  shownOf(path: string): readonly Shown[] {
    const { session } = this.#options;
    return [...this.#known].flatMap(([entry, known]) => (session.follows(entry) ? [] : (known?.shown.get(path) ?? [])));
  }

  /** What can be looked for by name, as far as it is known by now. */
  named(): readonly Named[] {
    const { session } = this.#options;
    return [...this.#known].flatMap(([entry, known]) => (session.follows(entry) ? [] : (known?.named ?? [])));
  }

  /** Every file of which something is shown. */
  paths(): readonly string[] {
    return [...new Set([...this.#known.values()].flatMap((known) => [...(known?.shown.keys() ?? [])]))];
  }

  /** Every file of a contract. */
  files(): readonly string[] {
    return [...this.#known].flatMap(([entry, known]) => (known ? [...known.files, ...known.configuredBy] : [entry]));
  }

  /** Those that hold one of these files, read as they are now. */
  async holding(paths: ReadonlySet<string>): Promise<readonly Located[]> {
    const { session } = this.#options;
    const read: Located[] = [];
    for (const [entry, known] of [...this.#known])
      if (known && !session.follows(entry) && [...paths].some((path) => known.files.has(path))) read.push(...(await this.#read(entry)));
    return read;
  }

  async #read(entry: string): Promise<readonly Located[]> {
    const { checker, workspace } = this.#options;
    const root = await workspace.rootOf(entry);
    const contract = await checker.load(toRelative(root.folder, entry), workspace.hostOf(root));
    return 'refusal' in contract ? [] : [{ root, contract }];
  }

  /** Ends when every contract is checked as it is now. */
  async settle(): Promise<void> {
    while (this.#running || this.#timer !== undefined) await (this.#running ?? this.#run());
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), PAUSE);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running ??= this.#work()
      .catch((error: unknown) => this.#options.warn(`The workspace could not be checked: ${error instanceof Error ? error.message : 'unknown error'}`))
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async #work(): Promise<void> {
    while (this.#discovers || this.#due.size > 0) {
      if (this.#discovers) await this.#discover();
      const [entry] = this.#due;
      if (entry === undefined) continue;
      await this.#options.session.settle();
      await nextTurn();
      if (this.#due.delete(entry)) await this.#check(entry);
    }
  }

  async #discover(): Promise<void> {
    this.#discovers = false;
    const { workspace, warn } = this.#options;
    const found = new Set((await Promise.all(workspace.folders().map((folder) => this.#contractsBelow(folder)))).flat());
    if (!this.#enabled) return; // It was turned off meanwhile.
    const entries = [...found].slice(0, MAX_CONTRACTS);
    if (found.size > MAX_CONTRACTS) warn(`The workspace holds ${found.size} contracts. ${MAX_CONTRACTS} are checked, the others when they are opened.`);
    for (const gone of [...this.#known.keys()].filter((entry) => !entries.includes(entry))) this.#forget(gone);
    for (const entry of entries.filter((one) => !this.#known.has(one))) {
      this.#known.set(entry, undefined);
      this.#due.add(entry);
    }
  }

  async #contractsBelow(folder: string): Promise<readonly string[]> {
    const { checker, workspace, surroundings, warn } = this.#options;
    const found = await surroundings.contractsBelow(folder, (file) => {
      if (file.text.length <= MAX_SIZE) return checker.detect(file) !== undefined;
      warn(`${toRelative(folder, toPath(folder, file.uri))} is large. It is checked when it is opened.`);
      return false;
    });
    const root = await workspace.rootOf(toPath(folder, 'any'));
    return (await namedBelow(folder, found, root, workspace.hostOf(root))).map((uri) => toPath(folder, uri));
  }

  #forget(entry: string): void {
    const known = this.#known.get(entry);
    this.#known.delete(entry);
    this.#due.delete(entry);
    if (known) this.#options.publish([...known.shown.keys()]);
  }

  async #check(entry: string): Promise<void> {
    const { checker, documents, workspace, bases, session, keep, name, publish } = this.#options;
    if (session.follows(entry)) return void this.#known.set(entry, undefined);
    const root = await workspace.rootOf(entry);
    const isStale = () => this.#due.has(entry) || !this.#known.has(entry);
    const checked = await checkContract(entry, root, { checker, workspace, base: (at, uri) => bases.contractOnce(at, uri, checker), isStale });
    if (!checked || isStale()) return;
    const { files, configuredBy, result } = checked;
    if ([...files].some((path) => documents.at(path))) return session.adopt(entry, root, files);
    const before = this.#known.get(entry)?.shown.keys() ?? [];
    const shown = result ? keep(result) : new Map<string, readonly Shown[]>();
    this.#known.set(entry, { files, configuredBy, shown, named: result ? name(result) : [] });
    publish([...new Set([...before, ...shown.keys()])]);
  }
}

/** A folder concerns it if one of its files is, or was, in there. */
function concerns({ files, configuredBy }: Pick<Checked, 'files' | 'configuredBy'>, path: string): boolean {
  return files.has(path) || configuredBy.has(path) || (!mayBeRead(path) && [...files].some((file) => isBelow(path, file)));
}
