import { type Checker, type Finding, fileWith, incrementalReader, LintMemory, normalize, type Reader } from '@breakwater/core';
import type { Surroundings } from '../surroundings/surroundings.ts';
import type { Bases } from './base.ts';
import { checkContract, wasContract } from './check-contract.ts';
import { isConfiguration } from './configuration.ts';
import type { Documents } from './documents.ts';
import { nextTurn } from './next-turn.ts';
import { Owners } from './owners.ts';
import { toPath, toRelative } from './path.ts';
import type { Result } from './result.ts';
import type { Root, Workspace } from './workspace.ts';

/** Where a check takes longer than this, in ms, the next one waits for the end of the typing; the others wait for nothing. */
const SLOW = 250;
const PAUSE = 50;

/** A longer text that was no contract, in UTF-16 units, is asked again whether it is one when it is saved, not with every key. */
const MAX_ASKED_AGAIN = 1_000_000;

export interface SessionOptions {
  readonly checker: Checker;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly surroundings: Surroundings;
  readonly bases: Bases;
  /** Called for every file whose findings may have changed. */
  readonly publish: (paths: readonly string[]) => void;
  readonly warn: (message: string) => void;
}

interface Tracked {
  readonly entry: string;
  readonly root: Root;
  /** The entry and every file of the contract, there or not. */
  files: ReadonlySet<string>;
  /** The files of its configuration. */
  configuredBy: ReadonlySet<string>;
  result: Result | undefined;
  /** What was found in what an edit leaves alone. */
  readonly memory: LintMemory;
}

/** Which contracts the open documents belong to, and what is to be said of each. One check at a time; edits are gathered. */
export class Session {
  readonly #options: SessionOptions;
  readonly #owners: Owners;
  readonly #tracked = new Map<string, Tracked>();
  readonly #touched = new Set<string>();
  /** Of each root one, since it goes by the names of files in it. */
  readonly #readers = new Map<string, Reader>();
  /** Documents for which contracts were looked for. */
  readonly #placed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #lastTook = 0;
  #waiting: (() => void)[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#owners = new Owners(options.checker, options.surroundings);
  }

  /** A text changed, in the editor or on the disk. */
  touch(paths: Iterable<string>): void {
    for (const path of paths) this.#touched.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), this.#lastTook > SLOW ? PAUSE : 0);
  }

  /** Anything may have changed. */
  touchAll(): void {
    this.#owners.forget();
    this.#placed.clear();
    this.touch(this.#options.documents.paths());
  }

  /** Ends when every text is checked as it is now. */
  settle(): Promise<void> {
    if (this.#touched.size === 0 && !this.#running) return Promise.resolve();
    return new Promise((done) => this.#waiting.push(done));
  }

  /** Whether a contract is followed while its files are edited. */
  follows(entry: string): boolean {
    return this.#tracked.has(entry);
  }

  /** Follows a contract of which it has turned out that one of its files is open. */
  adopt(entry: string, root: Root, files: ReadonlySet<string>): void {
    if (this.#tracked.has(entry)) return;
    this.#tracked.set(entry, { entry, root, files, configuredBy: new Set(), result: undefined, memory: new LintMemory() });
    this.touch([entry]);
  }

  /** The contracts that a file belongs to, or configures. */
  resultsOf(path: string): readonly Result[] {
    return [...this.#tracked.values()].flatMap(({ files, configuredBy, result }) => ((files.has(path) || configuredBy.has(path)) && result ? [result] : []));
  }

  /** Every file of a contract that is followed, and of its configuration. */
  paths(): readonly string[] {
    return [...this.#tracked.values()].flatMap(({ files, configuredBy }) => [...files, ...configuredBy]);
  }

  findingsIn(path: string): readonly Finding[] {
    const findings = this.resultsOf(path).flatMap(({ root, findings: all }) => all.filter(({ at }) => toPath(root.folder, at.uri) === path));
    return normalize(findings);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const start = performance.now();
    try {
      while (this.#touched.size > 0) {
        const touched = new Set(this.#touched);
        this.#touched.clear();
        await this.#checkAll(touched);
      }
    } catch (error) {
      this.#fault(error);
    } finally {
      this.#running = false;
      this.#lastTook = performance.now() - start;
      if (this.#touched.size > 0) this.touch([]);
      else for (const done of this.#waiting.splice(0)) done();
    }
  }

  async #checkAll(touched: ReadonlySet<string>): Promise<void> {
    this.#dropClosed();
    const due = new Set(touched);
    for (const path of touched) for (const entry of await this.#place(path)) due.add(entry);
    for (const tracked of [...this.#tracked.values()]) {
      if (![...due].some((path) => tracked.files.has(path) || tracked.configuredBy.has(path) || isConfiguration(path))) continue;
      await nextTurn(); // Messages that came meanwhile are taken in first.
      await this.#check(tracked).catch((error: unknown) => this.#fault(error));
    }
  }

  /** A fault of ours: it is told, and the next edit gets its chance. */
  #fault(error: unknown): void {
    this.#options.warn(`A contract could not be checked: ${error instanceof Error ? error.message : 'unknown error'}`);
  }

  /** A contract is followed as long as one of its files is open. */
  #dropClosed(): void {
    const { documents, publish } = this.#options;
    for (const { entry, files, configuredBy } of [...this.#tracked.values()]) {
      if ([...files].some((path) => documents.at(path))) continue;
      this.#tracked.delete(entry);
      publish([...files, ...configuredBy]);
    }
  }

  /** Finds the contracts of a document: it is one itself, or a part of one that is followed already, or of one nearby. The new ones. */
  async #place(path: string): Promise<readonly string[]> {
    const { checker, documents, workspace } = this.#options;
    const text = documents.at(path)?.text;
    const isNew = !this.#placed.has(path);
    if (!text) this.#placed.delete(path);
    if (!text || this.#tracked.has(path) || (!isNew && text.length > MAX_ASKED_AGAIN)) return [];
    this.#placed.add(path);
    const root = await workspace.rootOf(path);
    const uri = toRelative(root.folder, path);
    const looksSo = isConfiguration(path) || checker.detect(fileWith(uri, text), this.#readerOf(root)) !== undefined;
    const isContract = looksSo || (isNew && (await wasContract(uri, root, this.#options)));
    if (!isContract && (!isNew || this.resultsOf(path).length > 0)) return [];
    const entries = isContract ? [path] : await this.#owners.of(path, root, workspace.hostOf(root));
    for (const entry of entries.filter((one) => !this.#tracked.has(one)))
      this.#tracked.set(entry, { entry, root, files: new Set([entry, path]), configuredBy: new Set(), result: undefined, memory: new LintMemory() });
    return entries;
  }

  async #check(tracked: Tracked): Promise<void> {
    const { checker, workspace, bases, publish } = this.#options;
    const isStale = () => this.#isStale(tracked);
    const checked = await checkContract(tracked.entry, tracked.root, {
      checker,
      workspace,
      base: (root, uri) => bases.contractOf(root, uri),
      isStale,
      read: this.#readerOf(tracked.root),
      memory: tracked.memory,
    });
    if (!checked) return;
    const before = [...tracked.files, ...tracked.configuredBy];
    Object.assign(tracked, checked);
    publish([...new Set([...before, ...tracked.files, ...tracked.configuredBy])]);
  }

  #readerOf({ folder }: Root): Reader {
    const reader = this.#readers.get(folder) ?? incrementalReader((uri, ...texts) => this.#options.documents.takeChange(toPath(folder, uri), ...texts));
    this.#readers.set(folder, reader);
    return reader;
  }

  /** While files were read, one of them was edited: that edit has its own check. */
  #isStale({ files }: Tracked): boolean {
    return [...this.#touched].some((path) => files.has(path));
  }
}
