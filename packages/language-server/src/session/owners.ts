import type { Checker, Host } from '@breakwater/core';
import type { Surroundings } from '../surroundings/surroundings.ts';
import { folderOf, isBelow, mayBeRead, toPath, toRelative } from './path.ts';
import type { Root } from './workspace.ts';

const MAX_FILES_PER_FOLDER = 50;
const MAX_SIZE = 1_000_000;

/**
 * The contracts that a file is a part of, when only the part is open: those in its folder and in the ones above it.
 * What a folder holds is looked at once, until something is said to have changed.
 */
export class Owners {
  readonly #checker: Checker;
  readonly #surroundings: Surroundings;
  readonly #contracts = new Map<string, Promise<readonly string[]>>();

  constructor(checker: Checker, surroundings: Surroundings) {
    this.#checker = checker;
    this.#surroundings = surroundings;
  }

  forget(): void {
    this.#contracts.clear();
  }

  async of(path: string, root: Root, host: Host): Promise<readonly string[]> {
    const owners: string[] = [];
    for (let folder = folderOf(path); isBelow(root.folder, folder); folder = folderOf(folder)) {
      const contracts = this.#contracts.get(folder) ?? this.#contractsIn(folder, root, host);
      this.#contracts.set(folder, contracts);
      for (const contract of await contracts) if (contract !== path && (await this.#holds(contract, path, root, host))) owners.push(contract);
      if (folder === folderOf(folder)) break;
    }
    return owners;
  }

  async #contractsIn(folder: string, root: Root, host: Host): Promise<readonly string[]> {
    const names = await this.#surroundings.namesIn(folder);
    const found: string[] = [];
    for (const name of names.filter(mayBeRead).slice(0, MAX_FILES_PER_FOLDER)) {
      const uri = toRelative(root.folder, toPath(folder, name));
      const file = await host.readFile(uri);
      if ('text' in file && file.text.length <= MAX_SIZE && this.#checker.detect({ uri, text: file.text })) found.push(toPath(folder, name));
    }
    return found;
  }

  async #holds(contract: string, path: string, root: Root, host: Host): Promise<boolean> {
    const loaded = await this.#checker.load(toRelative(root.folder, contract), host);
    return !('refusal' in loaded) && [...loaded.snapshot.files.keys()].some((uri) => toPath(root.folder, uri) === path);
  }
}
