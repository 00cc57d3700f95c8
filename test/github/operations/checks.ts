import { type Answer, notFound, ok, paged, refusal, validationFailed } from '../answer.ts';
import { commitOf } from '../git-objects.ts';
import type { Handler, World } from '../handler.ts';
import { isObject, type JsonObject, listAt, numberAt, objectAt, textAt } from '../json.ts';
import type { CheckRun } from '../state.ts';
import { hasCommit } from './commits.ts';

/** "The maximum size is 255 characters" and "64 KB": prose in the description of an annotation. */
const MAX_TITLE = 255;
const MAX_MESSAGE = 64 * 1024;

const create: Handler = async ({ body }, world) => {
  const sha = textAt(body, 'head_sha') ?? '';
  if (!(await hasCommit(sha, world))) return refusal(422, `No commit found for SHA: ${sha}`);
  const refused = refuses(body);
  if (refused) return refused;
  const run: CheckRun = { id: world.state.nextId(), values: {}, annotations: [] };
  world.state.checkRuns.push(run);
  record(run, { status: 'queued', started_at: world.state.now(), ...body }, world);
  return { status: 201, state: toCheckRun(run, world) };
};

const update: Handler = ({ path, body }, world) => {
  const run = world.state.checkRuns.find(({ id }) => id === Number(path.check_run_id));
  if (!run) return notFound;
  const refused = refuses(body);
  if (refused) return refused;
  record(run, body, world);
  return ok(toCheckRun(run, world));
};

const list: Handler = async ({ path, query, url }, world) => {
  const sha = await commitOf(world.repository.path, path.ref ?? '');
  if (sha === undefined) return refusal(422, `No commit found for SHA: ${path.ref ?? ''}`);
  const wanted = { name: query.get('check_name'), status: query.get('status') };
  const mine = world.state.checkRuns.filter(
    ({ values }) => values.head_sha === sha && [null, values.name].includes(wanted.name) && [null, values.status].includes(wanted.status),
  );
  const { items, headers } = paged(mine, query, url);
  return ok({ total_count: mine.length, check_runs: items.map((run) => toCheckRun(run, world)) }, { headers });
};

export const checks: Readonly<Record<string, Handler>> = { 'checks/create': create, 'checks/update': update, 'checks/list-for-ref': list };

/** "Required if you provide `completed_at` or a `status` of `completed`"; a conclusion completes the run by itself. */
function refuses(body: JsonObject): Answer | undefined {
  const completes = body.status === 'completed' || body.completed_at !== undefined;
  if (completes && body.conclusion === undefined) return validationFailed('CheckRun', 'conclusion', 'conclusion is required', 'missing_field');
  for (const one of listAt(objectAt(body, 'output'), 'annotations').filter(isObject)) {
    const message = annotationProblem(one);
    if (message !== undefined) return validationFailed('CheckAnnotation', 'annotations', message, 'invalid');
  }
  return undefined;
}

/** "Annotations only support `start_column` and `end_column` on the same line." */
function annotationProblem(annotation: JsonObject): string | undefined {
  const [start = 0, end = 0] = [numberAt(annotation, 'start_line'), numberAt(annotation, 'end_line')];
  if (start < 1 || end < start) return 'start_line and end_line must be a range';
  const hasColumn = annotation.start_column !== undefined || annotation.end_column !== undefined;
  if (hasColumn && start !== end) return 'start_column and end_column are only allowed on the same line';
  if ((textAt(annotation, 'title') ?? '').length > MAX_TITLE) return `title is too long (maximum is ${MAX_TITLE} characters)`;
  return Buffer.byteLength(textAt(annotation, 'message') ?? '') > MAX_MESSAGE ? 'message is too long (maximum is 64 KB)' : undefined;
}

function record(run: CheckRun, body: JsonObject, { state }: World): void {
  const { annotations, ...output } = objectAt(body, 'output');
  run.annotations.push(...(Array.isArray(annotations) ? (annotations as readonly JsonObject[]) : []));
  const completes = body.conclusion !== undefined ? { status: 'completed', completed_at: body.completed_at ?? state.now() } : {};
  run.values = { ...run.values, ...body, ...completes, output: { ...objectAt(run.values, 'output'), ...output } };
}

function toCheckRun({ id, values, annotations }: CheckRun, { api, html }: World): JsonObject {
  const output = objectAt(values, 'output');
  const orNull = (from: JsonObject, key: string) => from[key] ?? null;
  return {
    id,
    name: textAt(values, 'name') ?? '',
    head_sha: textAt(values, 'head_sha') ?? '',
    external_id: orNull(values, 'external_id'),
    url: `${api}/check-runs/${id}`,
    html_url: `${html}/runs/${id}`,
    details_url: values.details_url ?? html,
    status: textAt(values, 'status') ?? 'queued',
    conclusion: orNull(values, 'conclusion'),
    started_at: orNull(values, 'started_at'),
    completed_at: orNull(values, 'completed_at'),
    pull_requests: [],
    output: {
      title: orNull(output, 'title'),
      summary: orNull(output, 'summary'),
      text: orNull(output, 'text'),
      annotations_count: annotations.length,
      annotations_url: `${api}/check-runs/${id}/annotations`,
    },
  };
}
