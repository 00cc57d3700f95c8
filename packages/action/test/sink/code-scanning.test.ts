import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plainEvent, pullRequestTargetEvent } from '../../../../test/github/event.ts';
import { found } from './found.ts';
import { startTelling, type Telling } from './telling.ts';

/** What code scanning gets, and what it says of that. */

let world: Telling;
beforeAll(async () => {
  world = await startTelling();
});
afterEach(() => world.forget());
afterAll(() => world.end());

const state = () => world.github.state;
const messages = async (told: Parameters<Telling['tell']>[0]) => (await world.tell(told)).said;

describe('code scanning', () => {
  const inputs = { comment: 'false', 'sarif-upload': 'true' };

  test('gets the results for the commit that was checked out', async () => {
    await world.tell({ inputs, findings: [found()] });
    const { mergeSha, headSha, baseSha } = world.repository.pull;
    expect(state().sarifUploads).toMatchObject([{ commitSha: mergeSha, ref: 'refs/pull/7/merge', document: { version: '2.1.0' } }]);
    // Whose own commit is the target branch's.
    await world.tell({ inputs, event: pullRequestTargetEvent({ repository: world.repository }) });
    await world.tell({ inputs, event: plainEvent('schedule', world.repository, 'refs/heads/main', baseSha) });
    expect(state().sarifUploads.slice(1)).toMatchObject([
      { commitSha: headSha, ref: 'refs/pull/7/head' },
      { commitSha: baseSha, ref: 'refs/heads/main' },
    ]);
  });

  test('is asked whether it could read them, until it says so', async () => {
    world.github.plant({ operation: 'code-scanning/get-sarif', status: 200, body: { processing_status: 'pending' } });
    world.asked();
    expect(await messages({ inputs })).toEqual([]);
    expect(world.asked()).toEqual(['code-scanning/upload-sarif', 'code-scanning/get-sarif', 'code-scanning/get-sarif']);
  });

  test('that can make nothing of them is quoted', async () => {
    const failed = (more: object) => world.github.plant({ operation: 'code-scanning/get-sarif', status: 200, body: { processing_status: 'failed', ...more } });
    failed({ errors: ['too many runs', 'no tool'] });
    expect(await messages({ inputs })).toEqual(['warning: The code scanning results could not be written: GitHub could not read them: too many runs; no tool']);
    failed({ errors: null });
    expect(await messages({ inputs })).toEqual(['warning: The code scanning results could not be written: GitHub could not read them: no reason given']);
  });

  test('gets nothing of a part, nor of the report of somebody else', async () => {
    for (const stage of ['shard', 'relay'] as const) await world.tell({ inputs, stage });
    expect(state().sarifUploads).toEqual([]);
  });
});
