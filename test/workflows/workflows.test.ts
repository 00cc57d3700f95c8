import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readAction } from '../github/action-metadata.ts';
import { PROJECT } from '../github/description.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../github/json.ts';

/** The project's own workflows, and those that it tells others to copy. */

interface Workflow {
  readonly name: string;
  readonly text: string;
  readonly isOwn: boolean;
}

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const FOLDER = '.github/workflows';
const OWN = readdirSync(join(PROJECT, FOLDER)).map((name) => ({ name, text: read(`${FOLDER}/${name}`), isOwn: true }));
const SHOWN = ['README.md', 'docs/workflows.md'].flatMap((page) =>
  [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, text = '']) => text)
    .filter((text) => /^jobs:/m.test(text))
    .map((text, i) => ({ name: `${page} ${i + 1}`, text, isOwn: false })),
);
const WORKFLOWS: readonly Workflow[] = [...OWN, ...SHOWN];

/** Of `permissions:`, those that are known here, so that a slip of the pen shows. */
const PERMISSIONS = new Set(['actions', 'attestations', 'checks', 'contents', 'id-token', 'pull-requests', 'security-events']);
const OURS = 'breakwater-api/breakwater@main';

function parse({ text }: Workflow): JsonObject {
  const document: unknown = load(text);
  return isObject(document) ? document : {};
}

const jobsOf = (workflow: Workflow) => Object.values(objectAt(parse(workflow), 'jobs')).filter(isObject);
const stepsOf = (workflow: Workflow) => jobsOf(workflow).flatMap((job) => listAt(job, 'steps').filter(isObject));

test('there are some, and some to copy', () => {
  expect(OWN.map(({ name }) => name)).toEqual(['ci.yml', 'codeql.yml', 'release.yml', 'scorecard.yml']);
  expect(SHOWN.length).toBeGreaterThanOrEqual(5);
});

describe.each(WORKFLOWS)('$name', (workflow) => {
  test('every action is pinned by a full commit id, with its version beside it', () => {
    const lines = workflow.text.split('\n').filter((line) => /^\s*-?\s*uses:/.test(line));
    expect(lines).toHaveLength(stepsOf(workflow).filter(({ uses }) => uses !== undefined).length);
    const loose = lines.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line) && !/uses: \.\/$/.test(line));
    expect(loose.filter((line) => workflow.isOwn || !line.includes(OURS))).toEqual([]);
  });

  test('permissions are named at the top, none of them writes there unless the page is one job, and all are known', () => {
    const top = objectAt(parse(workflow), 'permissions');
    expect(Object.keys(top)).toContain('contents');
    if (workflow.isOwn) expect(top).toEqual({ contents: 'read' });
    const all = [top, ...jobsOf(workflow).map((job) => objectAt(job, 'permissions'))];
    for (const permissions of all)
      for (const [name, level] of Object.entries(permissions))
        expect([name, PERMISSIONS.has(name), ['read', 'write'].includes(String(level))]).toEqual([name, true, true]);
  });

  test('a checkout keeps no credentials, and there is none where a stranger could choose it', () => {
    const checkouts = stepsOf(workflow).filter((step) => (textAt(step, 'uses') ?? '').startsWith('actions/checkout@'));
    for (const step of checkouts) expect(objectAt(step, 'with')['persist-credentials']).toBe(false);
    const events = Object.keys(objectAt(parse(workflow), 'on'));
    if (events.some((event) => ['workflow_run', 'pull_request_target'].includes(event))) expect(checkouts).toEqual([]);
  });

  test('no script holds an expression: what a stranger wrote would be run', () => {
    for (const step of stepsOf(workflow)) expect(textAt(step, 'run') ?? '').not.toContain('${{');
  });

  test('what it sets of our action exists', async () => {
    const { defaults } = await readAction(join(PROJECT, 'action.yml'));
    const ours = stepsOf(workflow).filter(({ uses }) => uses === OURS || uses === './');
    for (const step of ours) expect(Object.keys(objectAt(step, 'with')).filter((name) => !(name in defaults))).toEqual([]);
    if (!workflow.isOwn) expect(ours.length).toBeGreaterThan(0);
  });

  test('every job that is ours ends in time', () => {
    if (workflow.isOwn) for (const job of jobsOf(workflow)) expect(typeof job['timeout-minutes']).toBe('number');
  });
});

test('one action has one version everywhere', () => {
  const pins = new Map<string, Set<string>>();
  for (const [, name = '', pin = ''] of WORKFLOWS.flatMap(({ text }) => [...text.matchAll(/uses: ([\w-]+\/[\w-]+)[\w/-]*@([0-9a-f]{40} # v\S+)/g)]))
    pins.set(name, new Set([...(pins.get(name) ?? []), pin]));
  expect([...pins].filter(([, versions]) => versions.size > 1)).toEqual([]);
  expect(pins.size).toBeGreaterThan(5);
});
