import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pullRequestEvent } from '../../../../test/github/event.ts';
import { objectAt } from '../../../../test/github/json.ts';
import { change } from './found.ts';
import { startTelling, type Telling } from './telling.ts';

/** What is said where the token, or GitHub, does not let us tell. */

let world: Telling;
beforeAll(async () => {
  world = await startTelling();
});
afterEach(() => world.forget());
afterAll(() => world.end());

const messages = async (told: Parameters<Telling['tell']>[0]) => (await world.tell(told)).said;

describe('what the token may not do', () => {
  const ALL = { 'check-run': 'true', 'sarif-upload': 'true' };
  const findings = [change('breaking')];

  test('is told once for all places, with the permissions that it needs', async () => {
    expect(await messages({ findings, inputs: ALL, token: 'fork-token' })).toEqual([
      'warning: The comment and the check run and the code scanning results could not be written: the token needs the permission ' +
        '`pull-requests: write` and `checks: write` and `security-events: write`. The verdict is the same.',
    ]);
    expect(await messages({ findings, token: 'fork-token' })).toEqual([
      'warning: The comment could not be written: the token needs the permission `pull-requests: write`. The verdict is the same.',
    ]);
  });

  test('is as it should be for a pull request from a fork', async () => {
    const { payload, ...rest } = pullRequestEvent({ repository: world.repository });
    const event = { ...rest, payload: { ...payload, pull_request: { ...objectAt(payload, 'pull_request'), user: { login: 'dependabot[bot]' } } } };
    expect(await messages({ findings, event, token: 'fork-token' })).toEqual([
      'notice: The comment could not be written: for a pull request from a fork or of Dependabot the token may only read. The verdict is the same.',
    ]);
  });

  test('is not what other trouble is: that is told in the words of GitHub', async () => {
    world.github.plant({ operation: 'issues/list-comments', status: 403, body: { message: 'Code scanning must be enabled' }, times: 9 });
    world.github.plant({ operation: 'checks/create', status: 404, body: { message: 'Resource not accessible by integration' }, times: 9 });
    expect(await messages({ findings, inputs: { 'check-run': 'true' } })).toEqual([
      expect.stringMatching(/^warning: The comment could not be written: Code scanning must be enabled/),
      expect.stringMatching(/^warning: The check run could not be written: Resource not accessible/),
    ]);
  });
});
