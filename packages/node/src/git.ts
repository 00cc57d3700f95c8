import { spawn } from 'node:child_process';

/** What git answered: its output, or one line about why there is none. */
export type GitAnswer = { readonly output: Uint8Array } | { readonly failure: string };

const MAX_OUTPUT = 25_000_000;
const TIME_LIMIT = 30_000;

/** Nothing that a repository configures may run or reach out (threats T20, T21). */
const SAFE = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'protocol.ext.allow=never', '-c', 'credential.helper='];

/** Runs git without a shell in a folder. Arguments that come from outside belong after `--end-of-options`. */
export function runGit(folder: string, args: readonly string[], input?: string): Promise<GitAnswer> {
  return new Promise((end) => {
    const child = spawn('git', [...SAFE, ...args], { cwd: folder, env: environment(), stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let size = 0;
    let complaint = '';
    const limit = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk).slice(0, 1_000)));
    child.on('error', () => end({ failure: 'git could not be started' }));
    child.on('close', (code) => {
      clearTimeout(limit);
      end(code === 0 ? { output: Buffer.concat(chunks) } : { failure: complaint.split('\n')[0] || 'git gave no answer' });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Output as one trimmed line, or `undefined`. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  const answer = await runGit(folder, args);
  return 'output' in answer ? Buffer.from(answer.output).toString('utf8').trim() : undefined;
}

/** Git gets what it needs to find itself and a home, and none of the caller's tokens or GIT_ variables (threat T22). */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot, USERPROFILE } = process.env;
  return { PATH, HOME, SystemRoot, USERPROFILE, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
}
