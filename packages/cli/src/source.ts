import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Host, memoryHost, normalizePath } from '@breakwater/core';
import { diskHost, gitHost, isTooLarge, type ReadLimits, replaceFile, repositoryTop, resolveCommit, tooLarge } from '@breakwater/node';
import type { Io } from './io.ts';

/** One version of a contract as the user named it: where to read it and under which uri findings show it. */
export interface Source {
  readonly uri: string;
  readonly host: Host;
  /** How a report calls the version: the argument itself. */
  readonly label: string;
  /** Writes another text where one was read, if it is a file on disk: what kept it from being written, if something did. */
  readonly replace?: (uri: string, texts: { readonly expected: string; readonly text: string }) => Promise<string | undefined>;
}

/** What may be read. */
export interface ReadingOptions {
  /** References may not leave this folder. Default: the repository around the file, or the file's own folder. */
  readonly root?: string;
  /** In bytes. */
  readonly maxFileSize?: number;
}

export function limitsOf({ maxFileSize }: ReadingOptions): ReadLimits {
  return { maxFileSize, raisedBy: '`--max-file-size`' };
}

/** The uri of what comes from standard input. */
export const STDIN = 'stdin';

/** Where uris start: at the repository around a folder, so that a finding has one fingerprint wherever it is asked for, or at the folder. */
export async function startOf(cwd: string): Promise<string> {
  return (await repositoryTop(cwd)) ?? cwd;
}

/** `-`, a file, or `<git-ref>:<path>`. A file of that very name wins over a ref. */
export async function sourceOf(argument: string, options: ReadingOptions, io: Pick<Io, 'cwd' | 'stdin'>): Promise<Source | { readonly refusal: string }> {
  if (argument === '-') return standardInput(limitsOf(options), io);
  const path = resolve(io.cwd, argument);
  const colon = argument.indexOf(':');
  if (existsSync(path) || colon < 1) return fileSource(argument, path, options, io);
  return gitSource(argument.slice(0, colon), argument.slice(colon + 1), limitsOf(options), io);
}

async function standardInput(limits: ReadLimits, { stdin }: Pick<Io, 'stdin'>): Promise<Source | { refusal: string }> {
  const text = await stdin();
  if (isTooLarge(text.length, limits)) return { refusal: `Standard input ${tooLarge(limits).refusal}.` };
  return { uri: STDIN, host: memoryHost({ [STDIN]: text }), label: 'standard input' };
}

async function fileSource(argument: string, path: string, options: ReadingOptions, { cwd }: Pick<Io, 'cwd'>): Promise<Source | { refusal: string }> {
  if (!existsSync(path)) return { refusal: `\`${argument}\` does not exist.` };
  if (statSync(path).isDirectory()) return { refusal: `\`${argument}\` is a folder; name the contract's file in it.` };
  const root = options.root === undefined ? ((await repositoryTop(dirname(path))) ?? dirname(path)) : resolve(cwd, options.root);
  const limits = limitsOf(options);
  const disk = diskHost(root, limits);
  const start = await startOf(cwd);
  const host: Host = { readFile: (uri) => disk.readFile(resolve(start, uri)) };
  return { uri: uriOf(path, start), host, label: argument, replace: (uri, texts) => replaceFile(root, resolve(start, uri), texts, limits) };
}

/** As people would type it from a folder: relative, whenever that is possible. */
export function uriOf(path: string, folder: string): string {
  return normalizePath(relative(folder, path).replaceAll('\\', '/'));
}

async function gitSource(ref: string, path: string, limits: ReadLimits, { cwd }: Pick<Io, 'cwd'>): Promise<Source | { refusal: string }> {
  const top = await repositoryTop(cwd);
  if (top === undefined) return { refusal: `\`${ref}:${path}\` does not exist, and this folder is in no git repository.` };
  const commit = await resolveCommit(top, ref);
  if (typeof commit !== 'string') return { refusal: `\`${ref}\` ${commit.refusal}.` };
  return { uri: uriOf(resolve(cwd, path), top), host: gitHost(top, commit, limits), label: `${ref}:${path}` };
}
