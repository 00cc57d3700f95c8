/** Shows what Breakwater does: compares the two shipped versions of an example contract, and writes the same report as a page. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAIR = ['examples/orders-before.yaml', 'examples/orders-after.yaml'];
const PAGE = 'out/demo.html';

function breakwater(format: string, stdout: 'inherit' | 'pipe'): string {
  const program = join(ROOT, 'packages/cli/bin/breakwater.js');
  const run = spawnSync(process.execPath, [program, 'diff', ...PAIR, '--format', format, '--fail-on', 'never'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
  });
  if (run.status !== 0) {
    console.error('The demo could not run: `npm run build` makes the program that it starts.');
    process.exit(2);
  }
  return run.stdout ?? '';
}

console.log(`$ npx breakwater diff ${PAIR.join(' ')}\n`);
breakwater('text', 'inherit');
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(join(ROOT, PAGE), breakwater('html', 'pipe'));
console.log(`\nThe same report as a page: ${PAGE}`);
