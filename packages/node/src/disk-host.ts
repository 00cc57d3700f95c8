import { open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { DOES_NOT_EXIST, type FileText, type Host } from '@breakwater/core';
import { decodeText, isReadable, MAX_FILE_SIZE, TOO_LARGE, WRONG_EXTENSION } from './text-file.ts';

/** Files below `root`, by uris relative to it or absolute. Symbolic links are followed first, and may not lead out (threat T7). */
export function diskHost(root: string): Host {
  return { readFile: (uri) => read(root, resolve(root, uri)) };
}

async function read(root: string, path: string): Promise<FileText> {
  const [top, real] = [await realOrUndefined(root), await realOrUndefined(path)];
  if (real === undefined || top === undefined) return isInside(resolve(root), path) ? DOES_NOT_EXIST : OUTSIDE;
  if (!isInside(top, real)) return OUTSIDE;
  if (relative(top, real).split(sep).includes('.git')) return { refusal: 'is inside `.git`, which is not read' };
  if (!isReadable(path) || !isReadable(real)) return WRONG_EXTENSION;
  return readRegular(real);
}

const OUTSIDE: FileText = { refusal: 'is outside the workspace' };

function isInside(top: string, path: string): boolean {
  const way = relative(top, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function realOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

/** The size is asked before anything is read, and the same open file is asked and read. */
async function readRegular(path: string): Promise<FileText> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile()) return { refusal: 'is not a file' };
      return found.size > MAX_FILE_SIZE ? TOO_LARGE : decodeText(await file.readFile());
    } finally {
      await file.close();
    }
  } catch {
    return { refusal: 'cannot be read' };
  }
}
