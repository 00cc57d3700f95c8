import type { Finding } from '@breakwater/core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mergeGroupEvent } from '../../../../test/github/event.ts';
import { objectAt } from '../../../../test/github/json.ts';
import { change, found } from './found.ts';
import { startTelling, type Telling } from './telling.ts';

/** A check of its own beside that of the job. */

let world: Telling;
beforeAll(async () => {
  world = await startTelling();
});
afterEach(() => world.forget());
afterAll(() => world.end());

const state = () => world.github.state;
const many = (count: number, more: Partial<Finding> = {}) => Array.from({ length: count }, (_, line) => found(more, line));

describe('the check run', () => {
  const inputs = { comment: 'false', 'check-run': 'true' };
  const told = async (more: Parameters<Telling['tell']>[0] = {}) => {
    const { annotations } = await world.tell({ ...more, inputs: { ...inputs, ...more.inputs } });
    return { inTheJob: annotations, run: state().checkRuns.at(-1) };
  };

  test('has the verdict, the report, and the findings at their places', async () => {
    const wide = found({ at: { uri: 'b.yaml', start: { line: 3, character: 1 }, end: { line: 4, character: 2 }, pointer: '' } });
    const { run, inTheJob } = await told({ failed: true, findings: [found({ severity: 'info' }), found({ severity: 'warn' }, 2), wide, change('compatible')] });
    expect(run?.values).toMatchObject({ name: 'Breakwater', status: 'completed', conclusion: 'failure', head_sha: world.repository.pull.headSha });
    expect(run?.values.details_url).toBe('https://github.com/octo-org/shop/actions/runs/12');
    const output = objectAt(run?.values ?? {}, 'output');
    expect(output).toMatchObject({ title: expect.stringContaining('1 error'), summary: expect.stringContaining('some-rule') });
    expect(output).not.toHaveProperty('text');
    expect(run?.annotations).toMatchObject([
      { path: 'b.yaml', start_line: 4, end_line: 5, annotation_level: 'failure', title: 'some-rule' },
      { path: 'a.yaml', start_line: 3, end_line: 3, start_column: 1, end_column: 4, annotation_level: 'warning' },
      { path: 'a.yaml', start_line: 1, annotation_level: 'notice' },
    ]);
    expect(run?.annotations[0]).not.toHaveProperty('start_column');
    expect(inTheJob).toEqual([]);
    expect((await told()).run?.values.conclusion).toBe('success');
  });

  test('takes fifty annotations a request, up to five hundred, and says how many are left', async () => {
    const requests = async (count: number) => {
      world.asked();
      const { run } = await told({ findings: many(count) });
      return { asked: world.asked().length, annotations: run?.annotations.length, text: objectAt(run?.values ?? {}, 'output').text };
    };
    expect(await requests(50)).toEqual({ asked: 1, annotations: 50, text: undefined });
    expect(await requests(51)).toEqual({ asked: 2, annotations: 51, text: undefined });
    expect(await requests(500)).toEqual({ asked: 10, annotations: 500, text: undefined });
    expect(await requests(501)).toEqual({ asked: 10, annotations: 500, text: '1 more findings are not annotated.' });
  });

  test('is named after its job, shortened where that is long', async () => {
    expect((await told({ context: { job: 'contract/check' } })).run?.values.name).toBe('Breakwater (contract/check)');
    expect((await told({ inputs: { key: 'leg a' } })).run?.values.name).toBe('Breakwater (leg a)');
    expect(String((await told({ context: { job: 'x'.repeat(300) } })).run?.values.name).length).toBeLessThan(120);
  });

  test('that cannot be written leaves its annotations to the job', async () => {
    world.github.plant({ operation: 'checks/create', status: 422, body: { message: 'Invalid request' }, times: 9 });
    const { inTheJob, run } = await told({ findings: [found()] });
    expect([inTheJob.map(({ level, title }) => [level, title]), run]).toEqual([
      [
        ['error', 'some-rule'],
        ['warning', undefined],
      ],
      undefined,
    ]);
  });

  test('is for who sees the whole: a part annotates by itself', async () => {
    expect((await told({ stage: 'shard', findings: [found()] })).inTheJob).toHaveLength(1);
    expect(state().checkRuns).toEqual([]);
    await told({ stage: 'relay' });
    expect(state().checkRuns).toEqual([]);
    await told({ stage: 'merge' });
    expect(state().checkRuns).toHaveLength(1);
  });

  test('in a merge queue is on the commit of the group', async () => {
    const { run } = await told({ event: mergeGroupEvent(world.repository) });
    expect(run?.values.head_sha).toBe(world.repository.pull.mergeSha);
  });
});
