import { afterEach, describe, expect, test } from 'vitest';
import { pushEvent } from './event.ts';
import { BASE, HEAD, type Scenario, type ScenarioOptions, startScenario } from './scenario.ts';

/** What is wrong in a contract and was wrong before: who changes something else did not bring it. */

let scenario: Scenario;
afterEach(() => scenario.end());

const FILE = 'api/orders.yaml';
const CONFIG = 'extends: minimal\nrules: { enum-duplicate: error }\n';
/** A value twice, which is an error here. */
const twice = (name: string) => `    ${name}: { type: string, enum: [a, b, a] }\n`;
const OLD = `${BASE}${twice('Old')}`;
const open = (head: string, options: ScenarioOptions = {}) => startScenario({ [FILE]: OLD, 'breakwater.yaml': CONFIG }, { [FILE]: head }, options);
const comment = () => scenario.ours()[0]?.body ?? '';

describe.each([
  ['with a checkout', {}],
  ['without one', { checkout: 'none' }],
] as const)('%s', (_, options) => {
  test('it fails nothing, is told as what it is, folded, and is in no margin', async () => {
    scenario = await open(`# moved\n${OLD.replace('maxLength: 500', 'maxLength: 600')}`, options);
    const result = await scenario.run();
    expect([result.exitCode, result.outputs.errors]).toEqual([0, '0']);
    expect(comment()).toContain('<details><summary>In the base already (1)</summary>');
    expect(comment()).toContain('1 in the base already');
    expect(comment()).not.toContain('### Errors');
    expect(result.annotations.filter(({ title }) => title === 'enum-duplicate')).toEqual([]);
  });

  test('what is new fails, beside it', async () => {
    scenario = await open(`${OLD}${twice('New')}`, options);
    const result = await scenario.run({ inputs: { 'check-run': 'true' } });
    expect([result.exitCode, result.outputs.errors]).toEqual([1, '1']);
    expect(comment()).toContain('### Errors (1)');
    expect(comment()).toContain('In the base already (1)');
    expect(scenario.github.state.checkRuns[0]?.annotations.filter(({ title }) => title === 'enum-duplicate')).toHaveLength(1);
  });
});

test('one more of the same at one place is new', async () => {
  const two = (text: string) => text.replace('[a, b, a]', '[a, b, a, a]');
  scenario = await open(two(OLD));
  const more = await scenario.run();
  expect([more.exitCode, more.outputs.errors]).toEqual([1, '1']);
  await scenario.end();
  scenario = await startScenario({ [FILE]: two(OLD), 'breakwater.yaml': CONFIG }, { [FILE]: OLD });
  expect((await scenario.run()).exitCode).toBe(0);
});

test('a contract that is moved takes along what it had, and nothing else', async () => {
  scenario = await startScenario({ [FILE]: OLD, 'breakwater.yaml': CONFIG }, { [FILE]: null, 'v1/shop.yaml': `# moved\n${OLD}` });
  expect([(await scenario.run()).exitCode, comment()]).toEqual([0, '']);
  await scenario.repository.push({ 'v1/shop.yaml': `${OLD}${twice('New')}` });
  await scenario.checkOutAgain();
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.errors]).toEqual([1, '1']);
});

test('a new contract has nothing that was there before', async () => {
  scenario = await startScenario({ 'notes.md': 'x', 'breakwater.yaml': CONFIG }, { [FILE]: OLD });
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.errors]).toEqual([1, '1']);
});

test('a rule that is turned on finds what was there before in the base too; a comment that hid it and goes brings it', async () => {
  scenario = await startScenario({ [FILE]: OLD }, { [FILE]: `${OLD}# touched\n`, 'breakwater.yaml': CONFIG });
  expect((await scenario.run()).exitCode).toBe(0);
  await scenario.end();
  const hidden = OLD.replace('[a, b, a] }', '[a, b, a] } # breakwater-ignore enum-duplicate: known');
  scenario = await startScenario({ [FILE]: hidden, 'breakwater.yaml': CONFIG }, { [FILE]: OLD });
  expect((await scenario.run()).outputs.errors).toBe('1');
});

test('a pull request that only touches such a contract gets no comment, and what breaks is red all the same', async () => {
  scenario = await open(`# touched\n${OLD}`);
  expect([(await scenario.run()).exitCode, scenario.ours()]).toEqual([0, []]);
  await scenario.repository.push({ [FILE]: `${HEAD}${twice('Old')}` });
  await scenario.checkOutAgain();
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.breaking, result.outputs.errors]).toEqual([1, '5', '0']);
});

test('a push is compared with what was there before it', async () => {
  scenario = await open(`# touched\n${OLD}`);
  expect((await scenario.run({ event: pushEvent(scenario.repository) })).exitCode).toBe(0);
  await scenario.repository.push({ [FILE]: `${OLD}${twice('New')}` });
  await scenario.checkOutAgain();
  expect((await scenario.run({ event: pushEvent(scenario.repository) })).exitCode).toBe(1);
});
