import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-')));
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Runs git as a person would, without that person's settings. */
export function git(folder: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...who, ...args], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** A new repository with one commit on `main`. */
export function newRepository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  git(folder, 'init');
  commit(folder, files);
  return folder;
}

export function commit(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--allow-empty', '-m', 'change');
  return git(folder, 'rev-parse', 'HEAD');
}
