import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

export interface GitOptions {
  readonly input?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing of the machine's own configuration reaches git, and it never asks for a password. */
export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
};

/** Runs git without a shell and returns what it printed; throws with git's own words when it fails. */
export async function git(folder: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const child = spawn('git', ['-C', folder, ...args], { env: { ...GIT_ENVIRONMENT, ...options.env }, stdio: 'pipe' });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // git may end before it has read everything; the exit code tells what matters.
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject).on('close', resolve);
  const code = await promise;
  if (code === 0) return Buffer.concat(out);
  throw new Error(`git ${args[0] ?? ''} failed (${code ?? 'killed'}): ${Buffer.concat(errors).toString('utf8').trim()}`);
}

/** The same as text without the last line break; `undefined` when git fails: "there is no such thing". */
export async function gitText(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git(folder, args)).toString('utf8').replace(/\n$/, '');
  } catch {
    return undefined;
  }
}
