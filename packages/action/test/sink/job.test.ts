import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContractReport } from '@breakwater/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainEvent } from '../../../../test/github/event.ts';
import { change, found } from './found.ts';
import { startTelling, type Telling } from './telling.ts';

/** What is told in the job itself: outputs, annotations, the summary and the SARIF file. */

let world: Telling;
beforeAll(async () => {
  world = await startTelling();
});
afterAll(() => world.end());

const QUIET = { comment: 'false' };
const contract = (more: Partial<ContractReport> = {}): ContractReport => ({ uri: 'a.yaml', compared: true, proved: 0, undecided: 0, ...more });

describe('the outputs', () => {
  const outputs = async (told: Parameters<Telling['tell']>[0]) => (await world.tell({ inputs: QUIET, ...told })).outputs;

  test.each([
    ['compatible', []],
    ['compatible', [change('compatible'), found()]],
    ['dangerous', [change('dangerous'), change('compatible')]],
    ['breaking', [change('dangerous'), change('breaking')]],
  ])('the verdict is the worst that was found: %s', async (verdict, findings) => {
    expect((await outputs({ findings })).verdict).toBe(verdict);
    expect((await outputs({ findings, failures: [{ message: 'Nothing is known of a.yaml.' }] })).verdict).toBe('unknown');
  });

  test('are the counts', async () => {
    const findings = [change('breaking'), ...[1, 2].map(() => change('dangerous')), ...[1, 2, 3].map(() => change('compatible')), found({ severity: 'warn' })];
    expect(await outputs({ findings })).toMatchObject({ breaking: '1', dangerous: '2', compatible: '3', errors: '0', warnings: '1' });
  });

  test('say the largest part of a version that has to rise', async () => {
    const needs = async (...all: readonly ContractReport['needs'][]) => (await outputs({ contracts: all.map((one) => contract(one && { needs: one })) })).needs;
    expect([await needs(), await needs('patch', undefined), await needs('patch', 'minor'), await needs('minor', 'major', 'patch')]).toEqual([
      '',
      'patch',
      'minor',
      'major',
    ]);
  });

  test('name the report, which each part has in a file of its own', async () => {
    const { report = '' } = await outputs({ findings: [found({ message: 'Of the whole' })] });
    expect(report).toBe(join(world.folders.temp, 'breakwater-report.json'));
    expect(readFileSync(report, 'utf8')).toContain('Of the whole');
    const part = await outputs({ stage: 'shard', run: { shard: { index: 2, of: 3, contracts: 'c' } } });
    expect(part.report).toBe(join(world.folders.temp, 'breakwater-report-2-of-3.json'));
  });
});

describe('annotations', () => {
  const of = async (...findings: ReturnType<typeof found>[]) => (await world.tell({ inputs: QUIET, findings })).annotations;

  test('are the findings at their places, the worst first', async () => {
    const all = [found({ severity: 'hint' }, 1), found({ severity: 'warn' }, 2), change('dangerous'), found({}, 3), change('breaking')];
    const annotations = await of(...all);
    expect(annotations.map(({ level }) => level)).toEqual(['error', 'error', 'warning', 'warning', 'notice']);
    expect(annotations[0]).toMatchObject({ title: 'some-rule', file: 'a.yaml', startLine: 1 });
  });

  test('leave out what is no alarm in a margin: what hurts nobody, and what is in the base already', async () => {
    expect(await of(change('compatible'), found({ inBase: true }), change('breaking', { inBase: true } as object))).toEqual([]);
  });

  test('are nine of each level, as one of ten is for the action itself', async () => {
    const many = (severity: 'error' | 'warn' | 'info') => Array.from({ length: 12 }, (_, line) => found({ severity }, line));
    const levels = (await of(...many('error'), ...many('warn'), ...many('info'))).map(({ level }) => level);
    expect(['error', 'warning', 'notice'].map((level) => levels.filter((one) => one === level).length)).toEqual([9, 9, 9]);
  });

  test('are told by the parts, and not once more by who folds or relays them', async () => {
    const told = async (stage: 'check' | 'shard' | 'merge' | 'relay') => (await world.tell({ stage, inputs: QUIET, findings: [found()] })).annotations.length;
    expect([await told('check'), await told('shard'), await told('merge'), await told('relay')]).toEqual([1, 1, 0, 0]);
  });
});

describe('the summary', () => {
  test('is the report, with links into both versions', async () => {
    const { headSha, mergeSha, baseSha } = world.repository.pull;
    const place = { uri: 'dir/ä b.yaml', start: { line: 1, character: 0 }, end: { line: 2, character: 3 }, pointer: '' };
    const related = [{ message: 'before', version: 'base', at: { ...place, uri: 'old.yaml' } }];
    const finding = change('breaking', { at: place, related } as object);
    const { summary } = await world.tell({ inputs: QUIET, findings: [finding], contracts: [contract()] });
    const blob = 'https://github.com/octo-org/shop/blob';
    expect(summary).toContain(`(${blob}/${mergeSha}/dir/%C3%A4%20b.yaml#L2-L3)`);
    expect(summary).toContain(`(${blob}/${baseSha}/old.yaml#L2-L3)`);
    expect(summary).not.toContain(headSha);
  });

  test('shows what is gone where it was', async () => {
    const { summary } = await world.tell({ inputs: QUIET, findings: [change('breaking')], contracts: [contract({ state: 'removed' })] });
    expect(summary).toContain(`/blob/${world.repository.pull.baseSha}/a.yaml#L1-L1`);
  });

  test('is cut, and far below what GitHub drops', async () => {
    const { summary } = await world.tell({
      inputs: QUIET,
      findings: Array.from({ length: 9_000 }, (_, line) => change('breaking', { message: `${line} ${'x'.repeat(200)}` } as object)),
    });
    expect([summary.length > 400_000, Buffer.byteLength(summary) <= 500_010]).toEqual([true, true]);
  });
});

describe('the SARIF file', () => {
  const file = 'deep/er/breakwater.sarif';
  const written = () => JSON.parse(readFileSync(join(world.folders.workspace, file), 'utf8'));
  const category = async (told: Parameters<Telling['tell']>[0]) => {
    await world.tell({ findings: [found()], ...told, inputs: { ...QUIET, 'sarif-file': file, ...told.inputs } });
    return written().runs[0].automationDetails.id;
  };

  test('has the results, of a category for each job', async () => {
    expect(await category({})).toBe('breakwater/');
    expect(await category({ context: { job: 'contract/check' } })).toBe('breakwater/contract/check/');
    expect(await category({ context: { job: 'contract/check' }, inputs: { key: 'leg a' } })).toBe('breakwater/leg a/');
    expect(written().runs[0].results).toHaveLength(1);
  });

  test('may be in the temporary folder too, and nowhere else', async () => {
    const told = async (name: string) => (await world.tell({ inputs: { ...QUIET, 'sarif-file': name } })).said;
    expect(await told(join(world.folders.temp, 'x.sarif'))).toEqual([]);
    expect(existsSync(join(world.folders.temp, 'x.sarif'))).toBe(true);
    const outside = `${world.folders.temp}-outside/x.sarif`;
    expect(await told(outside)).toEqual(['warning: The SARIF file could not be written: the file of the input `sarif-file` is outside the workspace']);
    expect(existsSync(dirname(outside))).toBe(false);
    symlinkSync(dirname(world.folders.workspace), join(world.folders.workspace, 'link'));
    expect(await told('link/deep/x.sarif')).toHaveLength(1);
    expect(existsSync(join(dirname(world.folders.workspace), 'deep'))).toBe(false);
    expect(await told('new/deep/x.sarif')).toEqual([]);
  });

  test('is written by checks, parts and who folds them, and not of the report of somebody else', async () => {
    const told = async (stage: 'shard' | 'merge' | 'relay', name: string) => {
      await world.tell({ stage, inputs: { ...QUIET, 'sarif-file': name } });
      return existsSync(join(world.folders.workspace, name));
    };
    expect([await told('shard', 's.sarif'), await told('merge', 'm.sarif'), await told('relay', 'r.sarif')]).toEqual([true, true, false]);
  });
});

test('outside of a pull request all of this is the same, and nothing is asked of GitHub', async () => {
  world.asked();
  const event = plainEvent('schedule', world.repository, 'refs/heads/main', world.repository.pull.baseSha);
  const { outputs, summary, annotations } = await world.tell({ event, inputs: { review: 'true' }, findings: [change('breaking')] });
  expect([outputs.verdict, annotations.length, world.asked()]).toEqual(['breaking', 1, []]);
  expect(summary).toContain('1 breaking');
});
