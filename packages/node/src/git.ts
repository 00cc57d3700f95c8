import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** Why git gave nothing: the end of a sentence. `exit` is set when git itself said no, `overflow` when it said too much. */
export interface GitFailure {
  readonly refusal: string;
  readonly exit?: number;
  readonly overflow?: boolean;
}

const TIME_LIMIT = 10_000;
const MAX_OUTPUT = 64_000_000;

/** Nothing that a repository configures may run or reach out (threats T20, T21). */
const SAFE = [
  'protocol.allow=never',
  'protocol.ext.allow=never',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'credential.helper=',
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

/** Runs git without a shell, within limits. Arguments that come from outside are checked, and stand behind `--end-of-options`. */
export function runGit(repository: string, args: readonly string[], maxOutput = MAX_OUTPUT): Promise<{ readonly output: Buffer } | GitFailure> {
  const all = ['--no-pager', ...SAFE, '-C', resolve(repository), ...args];
  const options = { encoding: 'buffer', env: environment(), timeout: TIME_LIMIT, killSignal: 'SIGKILL', maxBuffer: maxOutput, windowsHide: true } as const;
  return new Promise((end) => {
    execFile('git', all, options, (error, output) => end(error ? toFailure(error) : { output }));
  });
}

/** Output without the end of its last line, or a failure. */
export async function askGit(repository: string, args: readonly string[]): Promise<string | GitFailure> {
  const answer = await runGit(repository, args);
  return 'output' in answer ? answer.output.toString('utf8').replace(/\r?\n$/, '') : answer;
}

/** What git writes to standard error is never shown: it may quote what the repository holds. */
function toFailure({ code, killed }: Error & { code?: unknown; killed?: boolean }): GitFailure {
  if (code === 'ENOENT') return { refusal: 'cannot be looked up, as git is not installed' };
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { refusal: 'is larger than what is read', overflow: true };
  if (killed) return { refusal: `cannot be looked up, as git took longer than ${TIME_LIMIT / 1000} s` };
  return { refusal: 'cannot be read by git', ...(typeof code === 'number' && { exit: code }) };
}

/** Git gets what it needs to find itself and a home, and none of the caller's tokens or GIT_ variables (threat T22). */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, XDG_CONFIG_HOME, SystemRoot, USERPROFILE, GIT_CEILING_DIRECTORIES, GIT_DISCOVERY_ACROSS_FILESYSTEM } = process.env;
  return {
    ...{ PATH, HOME, XDG_CONFIG_HOME, SystemRoot, USERPROFILE, GIT_CEILING_DIRECTORIES, GIT_DISCOVERY_ACROSS_FILESYSTEM },
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}
