import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Host, overlay } from '@breakwater/core';
import { diskHost, repositoryTop } from '@breakwater/node';
import type { Documents } from './documents.ts';
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
  readonly #roots = new Map<string, Promise<Root>>();
  readonly #disks = new Map<string, Host>();
  #folders: readonly string[] = [];

  constructor(documents: Documents) {
    this.#documents = documents;
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
    const folder = dirname(path);
    const root = this.#roots.get(folder) ?? this.#findRoot(folder);
    this.#roots.set(folder, root);
    return root;
  }

  async #findRoot(folder: string): Promise<Root> {
    const top = await repositoryTop(folder);
    if (top !== undefined) return { folder: top, isRepository: true };
    return { folder: this.#folders.find((candidate) => isBelow(candidate, folder)) ?? folder, isRepository: false };
  }

  /** What the editor holds wins over the disk. The texts are those of now, whatever is typed while they are read. */
  hostOf({ folder }: Root): Host {
    const disk = this.#disks.get(folder) ?? rememberingHost(diskHost(folder), DISK_TIME);
    this.#disks.set(folder, disk);
    const open = new Map<string, string>();
    for (const path of this.#documents.paths()) if (isBelow(folder, path)) open.set(toRelative(folder, path), this.#documents.at(path)?.getText() ?? '');
    return overlay(open, disk);
  }
}

export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The uri of a path in findings, and the way back. */
export function toRelative(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}

export function toPath(folder: string, uri: string): string {
  return resolve(folder, uri);
}
