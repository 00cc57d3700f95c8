/**
 * CPU seconds and peak memory of whole processes, as ratios against the floor (reading the files) and against peers that
 * are installed (`bench/peers.sh`). Nothing here is asserted: a shared machine is noisy, a ratio in one run less so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CORPUS = join(ROOT, '../shared/corpus/openapi');
const PROGRAM = join(ROOT, 'packages/cli/dist/breakwater.cjs');
const FLOOR = `for (const f of process.argv.slice(1)) require('node:fs').readFileSync(f, 'utf8')`;

interface Usage {
  readonly seconds: number;
  readonly mebibytes: number;
}

/** Runs a command and reads what it used from the kernel's account of the children of a process of its own. */
function measure(command: readonly string[]): Usage {
  const { stdout } = spawnSync('python3', ['-c', PROBE, ...command], { encoding: 'utf8', maxBuffer: 1e9 });
  const { seconds, mebibytes }: Usage = JSON.parse(stdout);
  return { seconds, mebibytes };
}

const PROBE = `import json, resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": used.ru_utime + used.ru_stime, "mebibytes": round(used.ru_maxrss / 1024)}))`;

function row(name: string, usage: Usage, floor: Usage): void {
  const ratio = (usage.seconds / Math.max(floor.seconds, 0.01)).toFixed(1);
  console.log(`  ${name.padEnd(28)} ${usage.seconds.toFixed(2).padStart(7)} s CPU ${String(usage.mebibytes).padStart(6)} MiB peak   ${ratio} x floor`);
}

function peer(name: string): string | undefined {
  const found = spawnSync('which', [name], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:${join(ROOT, '.peers/bin')}` },
  }).stdout.trim();
  return found === '' ? undefined : found;
}

const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  'large: GitHub REST, two releases (25 MB)': ['histories/github-rest/00-22.0.0/api.github.com.json', 'histories/github-rest/01-23.0.2/api.github.com.json'],
  'mid: Spotify, two releases (0.6 MB)': ['histories/spotify/00-2022-02-06-a5f264c', 'histories/spotify/01-2023-10-04-d1c92ec'],
};

function entryOf(path: string): string {
  const manifest: { items: { path: string }[] } = JSON.parse(readFileSync(join(ROOT, '../shared/corpus/MANIFEST.json'), 'utf8'));
  return manifest.items.find((item) => item.path.startsWith(`openapi/${path}`))?.path.replace('openapi/', '') ?? path;
}

if (!existsSync(CORPUS) || !existsSync(PROGRAM)) {
  console.log(`SKIPPED: ${existsSync(CORPUS) ? 'run `npm run build` first' : 'the corpus is not here (../shared/corpus)'}.`);
  process.exit(0);
}

const node = process.execPath;
console.log('start');
const bare = measure([node, '-e', '0']);
row('floor: node -e 0', bare, bare);
row('breakwater --version', measure([node, PROGRAM, '--version']), bare);
for (const [title, [base, head]] of Object.entries(PAIRS)) {
  const files = [base, head].map((path) => join(CORPUS, entryOf(path)));
  const [first = '', second = ''] = files;
  console.log(title);
  const floor = measure([node, '-e', FLOOR, ...files]);
  row('floor: reading the files', floor, floor);
  row('breakwater diff', measure([node, PROGRAM, 'diff', first, second, '--format', 'json']), floor);
  const oasdiff = peer('oasdiff');
  if (oasdiff) row('oasdiff breaking', measure([oasdiff, 'breaking', first, second]), floor);
  row('breakwater lint', measure([node, PROGRAM, 'lint', second, '--format', 'json']), floor);
  const vacuum = peer('vacuum');
  if (vacuum) row('vacuum lint', measure([vacuum, 'lint', second]), floor);
}
