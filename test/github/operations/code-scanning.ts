import { gunzipSync } from 'node:zlib';
import { type Answer, notFound, ok, refusal } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { isObject, type JsonObject, listAt, objectAt, textAt } from '../json.ts';
import { hasCommit } from './commits.ts';

/** "An analysis will be rejected if any of these objects is above its maximum value." */
const LIMITS = { runs: 20, results: 25_000, rules: 25_000, extensions: 100 } as const;

const upload: Handler = async ({ body }, world) => {
  const { state, api, isPrivate } = world;
  if (!state.codeScanning) return disabled(isPrivate);
  const sha = textAt(body, 'commit_sha') ?? '';
  if (!(await hasCommit(sha, world))) return refusal(404, `commit not found for SHA ${sha}`);
  const document = unpack(textAt(body, 'sarif') ?? '');
  if (!document) return refusal(400, 'Invalid request. Invalid sarif: the file is not gzipped, base64-encoded SARIF.');
  // "The `202 Accepted` response includes an `id` value", a UUID.
  const id = `00000000-0000-4000-8000-${String(state.nextId()).padStart(12, '0')}`;
  state.sarifUploads.push({ id, commitSha: sha, ref: textAt(body, 'ref') ?? '', document });
  return { status: 202, state: { id, url: `${api}/code-scanning/sarifs/${id}` } };
};

const get: Handler = ({ path }, { state, api }) => {
  const found = state.sarifUploads.find(({ id }) => id === path.sarif_id);
  if (!found) return notFound;
  const errors = limitErrors(found.document);
  if (errors.length > 0) return ok({ processing_status: 'failed', analyses_url: null, errors });
  return ok({ processing_status: 'complete', analyses_url: `${api}/code-scanning/analyses?sarif_id=${found.id}` });
};

export const codeScanning: Readonly<Record<string, Handler>> = { 'code-scanning/upload-sarif': upload, 'code-scanning/get-sarif': get };

function disabled(isPrivate: boolean): Answer {
  const what = isPrivate ? 'Advanced Security' : 'Code scanning';
  return refusal(403, `${what} must be enabled for this repository to use code scanning.`);
}

/** "You must compress the SARIF-formatted analysis data …, using `gzip`, and then encode it as a Base64 format string." */
function unpack(sarif: string): JsonObject | undefined {
  try {
    const document: unknown = JSON.parse(gunzipSync(Buffer.from(sarif, 'base64')).toString('utf8'));
    return isObject(document) && document.version === '2.1.0' ? document : undefined;
  } catch {
    return undefined;
  }
}

function limitErrors(document: JsonObject): readonly string[] {
  const runs = listAt(document, 'runs').filter(isObject);
  const over = (what: keyof typeof LIMITS, found: number) => (found > LIMITS[what] ? [`too many ${what}: ${found}, the limit is ${LIMITS[what]}`] : []);
  return [
    ...over('runs', runs.length),
    ...runs.flatMap((run) => [
      ...over('results', listAt(run, 'results').length),
      ...over('rules', listAt(objectAt(objectAt(run, 'tool'), 'driver'), 'rules').length),
      ...over('extensions', listAt(objectAt(run, 'tool'), 'extensions').length),
    ]),
  ];
}
