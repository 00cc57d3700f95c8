import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { expect, test, vi } from 'vitest';
import { tuneForOneRun } from '../src/index.ts';

vi.mock('node:v8', async (original) => ({ ...(await original<typeof import('node:v8')>()), setFlagsFromString: vi.fn() }));

const told = vi.mocked(setFlagsFromString);

test.each([
  ['Node.js 20', '11.3.244.8-node.38', 0],
  ['Node.js 22', '12.4.254.21-node.57', 4],
  ['Node.js 24', '13.6.233.17-node.50', 4],
  ['Node.js 25', '14.1.146.11-node.25', 4],
  ['one that nobody knows yet', '15.0.1', 0],
])('V8 is told what it knows: of %s', (_, version, count) => {
  told.mockClear();
  tuneForOneRun(version);
  expect(told).toHaveBeenCalledTimes(count);
});

test('and this one has no complaint', () => {
  told.mockClear();
  tuneForOneRun();
  const flags = told.mock.calls.map(([flag]) => flag);
  const script = (all: readonly string[]) => `for (const flag of ${JSON.stringify(all)}) require('node:v8').setFlagsFromString(flag)`;
  const said = (all: readonly string[]) => spawnSync(process.execPath, ['-e', script(all)], { encoding: 'utf8' }).stderr;
  expect([said(flags), said(['--no-such-flag=1'])]).toEqual(['', expect.stringContaining('--no-such-flag')]);
});
