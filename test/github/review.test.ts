import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { pullRequestEvent } from './event.ts';
import { BASE, type Scenario, startScenario } from './scenario.ts';
import type { ReviewComment } from './state.ts';

/** Repairs as suggestions on lines of the pull request. The loopback refuses a whole review for one line outside, as GitHub does. */

let scenario: Scenario;
afterEach(() => scenario.end());

const PATH = 'api/orders.yaml';
const FILLER = Array.from({ length: 40 }, (_, i) => `    Filler${i}: { type: string }\n`).join('');
/** Two values twice, of which one stands there before the pull request. */
const OLD = `${BASE}    Old: { type: string, enum: [a, b, a] }\n${FILLER}`;
const NEW = `${OLD}    Duplicate:
      type: string
      enum:
        - one
        - two
        - one
    Sibling:
      $ref: '#/components/schemas/Old'
      description: It is
        said over two lines
`;
const REVIEW = { inputs: { review: 'true' } };
const CONFIG = { 'breakwater.yaml': 'extends: minimal\nfail-on: never\nrules: { enum-duplicate: warn, ref-siblings: warn }\n' };

const open = (head: string, more = {}) => startScenario({ ...CONFIG, [PATH]: OLD.replace('3.1.0', '3.0.3') }, { [PATH]: head.replace('3.1.0', '3.0.3') }, more);

/** What GitHub makes of a file when somebody takes all suggestions. */
function taken(text: string, comments: readonly ReviewComment[]): string {
  const lines = text.split('\n');
  for (const { body, line, startLine = line } of comments.toSorted((a, b) => b.line - a.line)) {
    const [, , inner] = /(`{3,})suggestion\n([\s\S]*?)\1$/.exec(body) ?? [];
    if (inner === undefined) throw new Error(`no suggestion in ${body}`);
    lines.splice(startLine - 1, line - startLine + 1, ...inner.split('\n').slice(0, -1));
  }
  return lines.join('\n');
}

test('a click applies what the pull request wrote wrong; what was there before is left alone', async () => {
  scenario = await open(NEW);
  const result = await scenario.run(REVIEW);
  expect(result.annotations.filter(({ title }) => title === 'enum-duplicate')).toHaveLength(1);
  const comments = scenario.github.state.reviewComments;
  expect(comments.map(({ commitId }) => commitId)).toEqual(comments.map(() => scenario.repository.pull.headSha));
  expect(new Set(comments.map(({ review }) => review)).size).toBe(1);
  expect(comments.map(({ body }) => body.split('\n')[1])).toEqual([expect.stringContaining('enum-duplicate'), expect.stringContaining('ref-siblings')]);
  expect(comments.every(({ body }) => /^<!-- breakwater-fix [\w.-]+ -->\n/.test(body))).toBe(true);
  const review = scenario.github.requests.find(({ operation }) => operation === 'pulls/create-review');
  expect(JSON.stringify(review?.body)).toContain('Breakwater can repair 2 of the findings on lines of this pull request."');
  const repaired = NEW.replace('        - one\n    Sibling', '    Sibling').replace('      description: It is\n        said over two lines\n', '');
  expect(taken(NEW, comments)).toBe(repaired);
});

test('nothing is said twice: not on a second run, and not after a push that leaves it as it is', async () => {
  scenario = await open(NEW);
  await scenario.run(REVIEW);
  const before = scenario.github.state.reviewComments.length;
  await scenario.run(REVIEW);
  await scenario.repository.push({ [PATH]: `# moved\n${NEW.replace('3.1.0', '3.0.3')}` });
  await scenario.checkOutAgain();
  await scenario.run(REVIEW);
  expect(scenario.github.state.reviewComments).toHaveLength(before);
  expect(scenario.github.requests.filter(({ operation }) => operation === 'pulls/create-review')).toHaveLength(1);
});

test('what somebody else said with our marker does not silence us', async () => {
  scenario = await open(NEW);
  await scenario.run(REVIEW);
  const ours = [...scenario.github.state.reviewComments];
  scenario.github.state.reviewComments.splice(0, ours.length, ...ours.map((one) => ({ ...one, author: { login: 'mallory', id: 1, type: 'User' as const } })));
  await scenario.run(REVIEW);
  expect(scenario.github.state.reviewComments).toHaveLength(2 * ours.length);
});

test('without asking, without a repair, and without a line of the pull request nothing is written', async () => {
  scenario = await open(NEW);
  await scenario.run();
  await scenario.end();
  scenario = await open(`${OLD}    More: { type: string }\n`);
  await scenario.run(REVIEW);
  await scenario.end();
  scenario = await open(`${BASE}${FILLER}`);
  await scenario.run(REVIEW);
  expect(scenario.github.state.reviewComments).toEqual([]);
  expect(scenario.github.requests.filter(({ operation }) => operation === 'pulls/create-review')).toEqual([]);
});

test('where the target branch has changed the file too, lines are elsewhere and nothing is suggested', async () => {
  scenario = await open(NEW);
  // As the merge commit has it then.
  writeFileSync(join(scenario.workspace.path, PATH), `# from main\n${NEW.replace('3.1.0', '3.0.3')}`);
  const result = await scenario.run(REVIEW);
  expect(result.annotations.some(({ title }) => title === 'enum-duplicate')).toBe(true);
  expect(scenario.github.state.reviewComments).toEqual([]);
});

test('when the pull request has moved on, the run for its last commit is the one to speak', async () => {
  scenario = await open(NEW);
  const event = pullRequestEvent({ repository: scenario.repository });
  await scenario.repository.push({ 'notes.txt': 'later' });
  const result = await scenario.run({ ...REVIEW, event });
  expect([result.exitCode, scenario.github.state.reviewComments]).toEqual([0, []]);
});

test('a hostile text in a suggestion ends no fence and hides nothing', async () => {
  const hostile = NEW.replace("'#/components/schemas/Old'", "'#/components/schemas/Old' # ``` @everyone <img src=x>").replace('- two', '- "```` @everyone"');
  scenario = await open(hostile);
  await scenario.run(REVIEW);
  const bodies = scenario.github.state.reviewComments.map(({ body }) => body);
  expect(bodies).not.toEqual([]);
  for (const body of bodies) expect(body.replaceAll(/(`{3,})suggestion\n[\s\S]*?\1$|`[^`\n]*`/g, '')).not.toMatch(/@everyone|<img/);
});

test('a whole review that GitHub refuses is one warning', async () => {
  scenario = await open(NEW);
  scenario.github.plant({ operation: 'pulls/create-review', status: 422, body: { message: 'Unprocessable Entity' } });
  const result = await scenario.run(REVIEW);
  expect(result.exitCode).toBe(0);
  expect(result.annotations.filter(({ message }) => message.includes('review could not be written'))).toHaveLength(1);
});

test('more than twenty are counted', async () => {
  const many = Array.from({ length: 25 }, (_, i) => `    Twice${i}: { type: string, enum: [a, b, a] }\n`).join('');
  scenario = await open(`${OLD}${many}`);
  await scenario.run(REVIEW);
  expect(scenario.github.state.reviewComments).toHaveLength(20);
  const sent = scenario.github.requests.find(({ operation }) => operation === 'pulls/create-review');
  expect(JSON.stringify(sent?.body)).toContain('lines of this pull request. 5 more are not shown');
});
