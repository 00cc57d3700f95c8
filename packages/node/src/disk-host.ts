import { constants, type Stats } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { DOES_NOT_EXIST, type FileText, type Host } from '@breakwater/core';
import { decodeText, isTooLarge, type ReadLimits, refusalOfPath, tooLarge } from './text-file.ts';

const OUTSIDE: FileText = { refusal: 'is outside the workspace' };

/** Files below `root`, by uris relative to it or absolute. Symbolic links are followed first, and may not lead out (threat T7). */
export function diskHost(root: string, limits: ReadLimits = {}): Host {
  return {
    async readFile(uri) {
      try {
        return await readBelow(resolve(root), resolve(root, uri), limits);
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

/** Whether something exists outside the root is not told, so the path is looked at before the disk is. */
async function readBelow(root: string, path: string, limits: ReadLimits): Promise<FileText> {
  const top = await realpath(root);
  const lexical = [root, top].find((folder) => isInside(folder, path));
  if (lexical === undefined) return OUTSIDE;
  const refused = refusalOfPath(relative(lexical, path));
  if (refused !== undefined) return refusalAsFarAs(refused, path, top);
  const real = await realpath(path);
  if (!isInside(top, real)) return OUTSIDE;
  const disguised = refusalOfPath(relative(top, real));
  if (disguised !== undefined) return { refusal: disguised };
  return cannotRead(await lstat(real), limits) ?? readRegular(real, limits);
}

/** A name that is not read anyway, unless it is not there: that is the better answer for a mistyped one. */
async function refusalAsFarAs(refusal: string, path: string, top: string): Promise<FileText> {
  const real = await realpath(path);
  return isInside(top, real) ? { refusal } : OUTSIDE;
}

/** Opened without following links and asked again, so that the file cannot be exchanged in between. */
async function readRegular(real: string, limits: ReadLimits): Promise<FileText> {
  const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return cannotRead(await file.stat(), limits) ?? decodeText(await file.readFile());
  } finally {
    await file.close();
  }
}

function cannotRead(stat: Stats, limits: ReadLimits): FileText | undefined {
  if (!stat.isFile()) return { refusal: 'is not a file' };
  return isTooLarge(stat.size, limits) ? tooLarge(limits) : undefined;
}

function isInside(top: string, path: string): boolean {
  const way = relative(top, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** The system's own message shows absolute paths, so only its code is told. */
function refusalOf(error: unknown): FileText {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return ABSENT.has(code) ? DOES_NOT_EXIST : { refusal: `cannot be read (${code})` };
}
