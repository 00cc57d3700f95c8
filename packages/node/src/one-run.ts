import { setFlagsFromString } from 'node:v8';

/**
 * V8 works ahead for processes that stay. Measured with two releases of GitHub's API, 12 MB each, in the Action and on the command line:
 * - The space for new objects would grow to 128 MB, most of it empty. Without, it is three quarters of the memory, for the same CPU.
 * - A check is over before code that is optimized to the last has paid for that. Without, it is a fifth less CPU, and no more time.
 */
const FLAGS = [
  '--semi-space-growth-factor=1',
  '--invocation-count-for-turbofan=60000',
  '--max-inlined-bytecode-size-cumulative=400',
  '--max-maglev-inlined-bytecode-size-cumulative=300',
];

/** The major versions of V8 that know all of them (Node.js 22 to 25): another one would complain to the user. */
const KNOWING = ['12', '13', '14'];

/** For a process that checks something and ends. Called before anything else: what has grown stays. */
export function tuneForOneRun(v8 = process.versions.v8): void {
  const [major = ''] = v8.split('.');
  for (const flag of KNOWING.includes(major) ? FLAGS : []) setFlagsFromString(flag);
}
