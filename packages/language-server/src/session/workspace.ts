import { type FileText, type Host, overlay } from '@breakwater/core';
import type { Surroundings } from '../surroundings/surroundings.ts';
import type { Documents } from './documents.ts';
import { folderOf, isBelow, toRelative } from './path.ts';
import { rememberingHost } from './remember.ts';

/** How long the text of a file on the disk is taken as current, in ms. A message that it changed forgets it at once. */
const DISK_TIME = 1_000;

/** What references of a contract may reach, and what uris of findings are relative to. */
export interface Root {
  readonly folder: string;
  readonly isRepository: boolean;
}

/** Which root a file belongs to, and how its files are read. */
export class Workspace {
  readonly #documents: Documents;
  readonly #surroundings: Surroundings;
  readonly #roots = new Map<string, Promise<Root>>();
  readonly #disks = new Map<string, Host>();
  #folders: readonly string[] = [];

  constructor(documents: Documents, surroundings: Surroundings) {
    this.#documents = documents;
    this.#surroundings = surroundings;
  }

  /** What the editor has open, as paths. */
  folders(): readonly string[] {
    return this.#folders;
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.forget();
  }

  /** What is on the disk may have changed. */
  forget(): void {
    this.#roots.clear();
    this.#disks.clear();
  }

  /** The repository around a file, else the workspace folder that holds it, else its own folder. */
  rootOf(path: string): Promise<Root> {
    const folder = folderOf(path);
    const root = this.#roots.get(folder) ?? this.#findRoot(folder);
    this.#roots.set(folder, root);
    return root;
  }

  async #findRoot(folder: string): Promise<Root> {
    const top = await this.#surroundings.repositoryTop(folder);
    if (top !== undefined) return { folder: top, isRepository: true };
    return { folder: this.#folders.find((candidate) => isBelow(candidate, folder)) ?? folder, isRepository: false };
  }

  /** What the editor holds wins over the disk. The texts are those of now, whatever is typed while they are read. */
  hostOf(root: Root): Host {
    const { folder } = root;
    const open = new Map<string, FileText>();
    for (const { path, text } of this.#documents.all()) if (isBelow(folder, path)) open.set(toRelative(folder, path), text);
    return overlay(open, this.savedHostOf(root));
  }

  /** The files as they are saved. */
  savedHostOf({ folder }: Root): Host {
    const disk = this.#disks.get(folder) ?? rememberingHost(this.#surroundings.filesBelow(folder), DISK_TIME);
    this.#disks.set(folder, disk);
    return disk;
  }
}
