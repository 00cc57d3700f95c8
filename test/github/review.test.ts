import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkOut } from './checkout.ts';
import { pullRequestEvent } from './event.ts';
import { BASE, openScene, type Scene } from './scene.ts';
import type { ReviewComment } from './state.ts';

/** Repairs as suggestions on lines of the pull request. The loopback refuses a whole review for one line outside, as GitHub does. */

let scene: Scene;
afterEach(() => scene.close());

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

const open = (head: string, more = {}) =>
  openScene({ base: { ...CONFIG, [PATH]: OLD.replace('3.1.0', '3.0.3') }, head: { [PATH]: head.replace('3.1.0', '3.0.3') }, ...more });

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
  scene = await open(NEW);
  const result = await scene.run(REVIEW);
  expect(result.annotations.filter(({ title }) => title === 'enum-duplicate')).toHaveLength(2);
  const comments = scene.github.state.reviewComments;
  expect(comments.map(({ commitId }) => commitId)).toEqual(comments.map(() => scene.repository.pull.headSha));
  expect(new Set(comments.map(({ review }) => review)).size).toBe(1);
  expect(comments.map(({ body }) => body.split('\n')[1])).toEqual([expect.stringContaining('enum-duplicate'), expect.stringContaining('ref-siblings')]);
  expect(comments.every(({ body }) => /^<!-- breakwater-fix [\w.-]+ -->\n/.test(body))).toBe(true);
  const review = scene.github.requests.find(({ operation }) => operation === 'pulls/create-review');
  expect(JSON.stringify(review?.body)).toContain('Breakwater can repair 2 of the findings on lines of this pull request."');
  const repaired = NEW.replace('        - one\n    Sibling', '    Sibling').replace('      description: It is\n        said over two lines\n', '');
  expect(taken(NEW, comments)).toBe(repaired);
});

test('nothing is said twice: not on a second run, and not after a push that leaves it as it is', async () => {
  scene = await open(NEW);
  await scene.run(REVIEW);
  const before = scene.github.state.reviewComments.length;
  await scene.run(REVIEW);
  await scene.repository.push({ [PATH]: `# moved\n${NEW.replace('3.1.0', '3.0.3')}` });
  const { pull, fullName } = scene.repository;
  const workspace = await checkOut({ remote: `${scene.github.url}/${fullName}`, sha: pull.mergeSha, ref: 'refs/pull/7/merge' });
  await scene.run({ ...REVIEW, workspace: workspace.path });
  await workspace.remove();
  expect(scene.github.state.reviewComments).toHaveLength(before);
  expect(scene.github.requests.filter(({ operation }) => operation === 'pulls/create-review')).toHaveLength(1);
});

test('what somebody else said with our marker does not silence us', async () => {
  scene = await open(NEW);
  await scene.run(REVIEW);
  const ours = [...scene.github.state.reviewComments];
  scene.github.state.reviewComments.splice(0, ours.length, ...ours.map((one) => ({ ...one, author: { login: 'mallory', id: 1, type: 'User' as const } })));
  await scene.run(REVIEW);
  expect(scene.github.state.reviewComments).toHaveLength(2 * ours.length);
});

test('without asking, without a repair, and without a line of the pull request nothing is written', async () => {
  scene = await open(NEW);
  await scene.run();
  await scene.close();
  scene = await open(`${OLD}    More: { type: string }\n`);
  await scene.run(REVIEW);
  await scene.close();
  scene = await open(`${BASE}${FILLER}`);
  await scene.run(REVIEW);
  expect(scene.github.state.reviewComments).toEqual([]);
  expect(scene.github.requests.filter(({ operation }) => operation === 'pulls/create-review')).toEqual([]);
});

test('where the target branch has changed the file too, lines are elsewhere and nothing is suggested', async () => {
  scene = await open(NEW);
  // As the merge commit has it then.
  writeFileSync(join(scene.workspace.path, PATH), `# from main\n${NEW.replace('3.1.0', '3.0.3')}`);
  const result = await scene.run(REVIEW);
  expect(result.annotations.some(({ title }) => title === 'enum-duplicate')).toBe(true);
  expect(scene.github.state.reviewComments).toEqual([]);
});

test('when the pull request has moved on, the run for its last commit is the one to speak', async () => {
  scene = await open(NEW);
  const event = pullRequestEvent({ repository: scene.repository });
  await scene.repository.push({ 'notes.txt': 'later' });
  const result = await scene.run({ ...REVIEW, event });
  expect([result.exitCode, scene.github.state.reviewComments]).toEqual([0, []]);
});

test('a hostile text in a suggestion ends no fence and hides nothing', async () => {
  const hostile = NEW.replace("'#/components/schemas/Old'", "'#/components/schemas/Old' # ``` @everyone <img src=x>").replace('- two', '- "```` @everyone"');
  scene = await open(hostile);
  await scene.run(REVIEW);
  const bodies = scene.github.state.reviewComments.map(({ body }) => body);
  expect(bodies).not.toEqual([]);
  for (const body of bodies) expect(body.replaceAll(/(`{3,})suggestion\n[\s\S]*?\1$|`[^`\n]*`/g, '')).not.toMatch(/@everyone|<img/);
});

test('a whole review that GitHub refuses is one warning', async () => {
  scene = await open(NEW);
  scene.github.plant({ operation: 'pulls/create-review', status: 422, body: { message: 'Unprocessable Entity' } });
  const result = await scene.run(REVIEW);
  expect(result.exitCode).toBe(0);
  expect(result.annotations.filter(({ message }) => message.includes('review could not be written'))).toHaveLength(1);
});

test('more than twenty are counted', async () => {
  const many = Array.from({ length: 25 }, (_, i) => `    Twice${i}: { type: string, enum: [a, b, a] }\n`).join('');
  scene = await open(`${OLD}${many}`);
  await scene.run(REVIEW);
  expect(scene.github.state.reviewComments).toHaveLength(20);
  const sent = scene.github.requests.find(({ operation }) => operation === 'pulls/create-review');
  expect(JSON.stringify(sent?.body)).toContain('lines of this pull request. 5 more are not shown');
});
