import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Checker, type Contract, type Finding, isDamaged, normalize } from '@breakwater/core';
import type { Bases } from './base.ts';
import type { Documents } from './documents.ts';
import { Owners } from './owners.ts';
import { type Root, toPath, toRelative, type Workspace } from './workspace.ts';

/** How long after the last edit a contract is checked, in ms. */
const PAUSE = 50;

/** A longer text that was no contract, in UTF-16 units, is asked again whether it is one when it is saved, not with every key. */
const MAX_ASKED_AGAIN = 1_000_000;

/** What is known of one contract: the findings of the texts as they are, never of older ones. */
export interface Result {
  readonly root: Root;
  readonly contract: Contract;
  readonly findings: readonly Finding[];
  /** The commit it was compared with. */
  readonly base: string | undefined;
}

export interface SessionOptions {
  readonly checker: Checker;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly bases: Bases;
  /** Called for every file whose findings may have changed. `touched` are those that the user edits. */
  readonly publish: (paths: readonly string[], touched: ReadonlySet<string>) => void;
  readonly warn: (message: string) => void;
}

interface Tracked {
  readonly entry: string;
  readonly root: Root;
  /** The entry and every file of the contract, there or not. */
  files: ReadonlySet<string>;
  result: Result | undefined;
}

/** Which contracts the open documents belong to, and what is to be said of each. One check at a time; edits are gathered. */
export class Session {
  readonly #options: SessionOptions;
  readonly #owners: Owners;
  readonly #tracked = new Map<string, Tracked>();
  readonly #touched = new Set<string>();
  /** Documents for which contracts were looked for. */
  readonly #placed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #waiting: (() => void)[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#owners = new Owners(options.checker);
  }

  /** A text changed, in the editor or on the disk. */
  touch(paths: Iterable<string>): void {
    for (const path of paths) this.#touched.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), PAUSE);
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

  /** The contracts that a file belongs to. */
  resultsOf(path: string): readonly Result[] {
    return [...this.#tracked.values()].flatMap(({ files, result }) => (files.has(path) && result ? [result] : []));
  }

  findingsIn(path: string): readonly Finding[] {
    const findings = this.resultsOf(path).flatMap(({ root, findings: all }) => all.filter(({ at }) => toPath(root.folder, at.uri) === path));
    return normalize(findings);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
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
      if (this.#touched.size > 0) this.touch([]);
      else for (const done of this.#waiting.splice(0)) done();
    }
  }

  async #checkAll(touched: ReadonlySet<string>): Promise<void> {
    this.#dropClosed();
    const due = new Set(touched);
    for (const path of touched) for (const entry of await this.#place(path)) due.add(entry);
    for (const tracked of [...this.#tracked.values()]) {
      if (![...due].some((path) => tracked.files.has(path))) continue;
      await nextTurn(); // Messages that came meanwhile are taken in first.
      await this.#check(tracked, touched).catch((error: unknown) => this.#fault(error));
    }
  }

  /** A fault of ours: it is told, and the next edit gets its chance. */
  #fault(error: unknown): void {
    this.#options.warn(`A contract could not be checked: ${error instanceof Error ? error.message : 'unknown error'}`);
  }

  /** A contract is followed as long as one of its files is open. */
  #dropClosed(): void {
    const { documents, publish } = this.#options;
    for (const { entry, files } of [...this.#tracked.values()]) {
      if ([...files].some((path) => documents.at(path))) continue;
      this.#tracked.delete(entry);
      publish([...files], new Set());
    }
  }

  /** Finds the contracts of a document: it is one itself, or a part of one that is followed already, or of one nearby. The new ones. */
  async #place(path: string): Promise<readonly string[]> {
    const { checker, documents, workspace } = this.#options;
    const text = documents.at(path)?.getText();
    const isNew = !this.#placed.has(path);
    if (text === undefined) this.#placed.delete(path);
    if (text === undefined || this.#tracked.has(path) || (!isNew && text.length > MAX_ASKED_AGAIN)) return [];
    this.#placed.add(path);
    const root = await workspace.rootOf(path);
    const isContract = checker.detect({ uri: toRelative(root.folder, path), text }) !== undefined;
    if (!isContract && (!isNew || this.resultsOf(path).length > 0)) return [];
    const entries = isContract ? [path] : await this.#owners.of(path, root, workspace.hostOf(root));
    for (const entry of entries.filter((one) => !this.#tracked.has(one)))
      this.#tracked.set(entry, { entry, root, files: new Set([entry, path]), result: undefined });
    return entries;
  }

  async #check(tracked: Tracked, touched: ReadonlySet<string>): Promise<void> {
    const { checker, workspace, bases, publish } = this.#options;
    const { entry, root } = tracked;
    const uri = toRelative(root.folder, entry);
    const contract = await checker.load(uri, workspace.hostOf(root));
    const base = 'refusal' in contract || contract.incomparable !== undefined ? undefined : await bases.contractOf(root, uri);
    if (this.#isStale(tracked)) return;
    const before = tracked.files;
    tracked.files = 'refusal' in contract ? new Set([entry]) : filesOf(entry, root, contract);
    tracked.result = 'refusal' in contract ? undefined : resultOf(checker, root, contract, base);
    publish([...new Set([...before, ...tracked.files])], touched);
  }

  /** While files were read, one of them was edited: that edit has its own check. */
  #isStale({ files }: Tracked): boolean {
    return [...this.#touched].some((path) => files.has(path));
  }
}

function filesOf(entry: string, { folder }: Root, { snapshot }: Contract): ReadonlySet<string> {
  return new Set([entry, ...[...snapshot.files.keys(), ...snapshot.absent.keys()].map((uri) => toPath(folder, uri))]);
}

/** Half-typed text is not compared, and no finding of an older text stays. A file that is no contract has none. */
function resultOf(checker: Checker, root: Root, contract: Contract, base: Awaited<ReturnType<Bases['contractOf']>>): Result {
  const isContract = contract.detection !== undefined || isDamaged(contract.snapshot);
  const own = isContract ? checker.lint(contract) : [];
  const comparison = base && checker.compare(base.contract, contract);
  const compared = comparison?.compared === true;
  const decided = base && compared ? checker.decide(base.contract, contract, comparison.findings, { today: today() }).findings : [];
  const findings = normalize([...own, ...decided]);
  return {
    root,
    contract,
    base: compared ? base?.commit : undefined,
    findings: findings.filter(({ severity, suppressed }) => severity !== 'off' && suppressed === undefined),
  };
}

/** In UTC, as `2026-12-31`. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
