import type { JsonObject } from './json.ts';
import type { OpenApi } from './openapi.ts';

/**
 * The operations that the double plays, in few words: paths, parameters, body keys and the fields of the answers that
 * the project reads. It stands in where GitHub's own description is not at hand; a test compares the two where it is.
 * Source of each line: https://docs.github.com/rest (API description as of 2026).
 *
 * `key` is optional, `key!` is required; a list type is written `type[]`.
 */
interface Line {
  readonly id: string;
  readonly query?: string;
  readonly body?: string;
  readonly answers: Readonly<Record<number, string>>;
  readonly media?: readonly string[];
}

const PAGES = 'page:integer per_page:integer';
const COMMENT = 'id!:integer url!:string html_url!:string body:string user!:object created_at!:string updated_at!:string';
const COMMIT = 'sha!:string html_url!:string commit!:object parents!:object[] files:object[]';
const CHECK_RUN = 'id!:integer name!:string head_sha!:string status!:string conclusion!:any output!:object html_url!:any';
const CHECK_BODY = 'details_url:string external_id:string status:string started_at:string conclusion:string completed_at:string output:object actions:object[]';
const RELEASE = 'id!:integer tag_name!:string draft!:boolean prerelease!:boolean created_at!:string published_at!:any assets!:object[]';
const ASSET = 'id!:integer name!:string size!:integer content_type!:string browser_download_url!:string url!:string';
const LABELS = '[] id!:integer name!:string';
const REPO = '/repos/{owner}/{repo}';

const LINES: Readonly<Record<string, Line>> = {
  [`get ${REPO}`]: { id: 'repos/get', answers: { 200: 'id!:integer full_name!:string private!:boolean default_branch!:string' } },
  [`get ${REPO}/issues/{issue_number}/comments`]: {
    id: 'issues/list-comments',
    query: `since:string ${PAGES}`,
    answers: { 200: `[] ${COMMENT}` },
  },
  [`post ${REPO}/issues/{issue_number}/comments`]: { id: 'issues/create-comment', body: 'body!:string', answers: { 201: COMMENT } },
  [`get ${REPO}/issues/comments/{comment_id}`]: { id: 'issues/get-comment', answers: { 200: COMMENT } },
  [`patch ${REPO}/issues/comments/{comment_id}`]: { id: 'issues/update-comment', body: 'body!:string', answers: { 200: COMMENT } },
  [`delete ${REPO}/issues/comments/{comment_id}`]: { id: 'issues/delete-comment', answers: { 204: '' } },
  [`get ${REPO}/issues/{issue_number}/labels`]: { id: 'issues/list-labels-on-issue', query: PAGES, answers: { 200: LABELS } },
  [`post ${REPO}/issues/{issue_number}/labels`]: { id: 'issues/add-labels', body: 'labels:any', answers: { 200: LABELS } },
  [`delete ${REPO}/issues/{issue_number}/labels/{name}`]: { id: 'issues/remove-label', answers: { 200: LABELS } },
  [`get ${REPO}/pulls/{pull_number}`]: {
    id: 'pulls/get',
    answers: {
      200: 'number!:integer state!:string title!:string user!:object base!:object head!:object merge_commit_sha!:any labels!:object[]',
    },
  },
  [`get ${REPO}/pulls/{pull_number}/files`]: {
    id: 'pulls/list-files',
    query: PAGES,
    answers: { 200: '[] sha!:any filename!:string status!:string additions!:integer deletions!:integer changes!:integer patch:string' },
  },
  [`get ${REPO}/pulls/{pull_number}/comments`]: {
    id: 'pulls/list-review-comments',
    query: `sort:string direction:string since:string ${PAGES}`,
    answers: { 200: '[] id!:integer path!:string body!:string user!:object commit_id!:string line:any' },
  },
  [`post ${REPO}/pulls/{pull_number}/reviews`]: {
    id: 'pulls/create-review',
    body: 'commit_id:string body:string event:string comments:object[]',
    answers: { 200: 'id!:integer state!:string body!:string user!:any' },
  },
  [`get ${REPO}/contents/{path}`]: {
    id: 'repos/get-content',
    query: 'ref:string',
    answers: { 200: 'any' },
    media: ['application/json', 'application/vnd.github.object'],
  },
  [`get ${REPO}/commits/{ref}`]: {
    id: 'repos/get-commit',
    query: PAGES,
    answers: { 200: COMMIT },
    media: ['application/json', 'application/vnd.github.diff', 'application/vnd.github.patch', 'application/vnd.github.sha'],
  },
  [`get ${REPO}/commits/{ref}/check-runs`]: {
    id: 'checks/list-for-ref',
    query: `check_name:string status:string filter:string app_id:integer ${PAGES}`,
    answers: { 200: 'total_count!:integer check_runs!:object[]' },
  },
  [`get ${REPO}/compare/{basehead}`]: {
    id: 'repos/compare-commits-with-basehead',
    query: PAGES,
    answers: {
      200: 'status!:string ahead_by!:integer behind_by!:integer total_commits!:integer merge_base_commit!:object commits!:object[] files:object[]',
    },
    media: ['application/json', 'application/vnd.github.diff', 'application/vnd.github.patch'],
  },
  [`get ${REPO}/git/ref/{ref}`]: { id: 'git/get-ref', answers: { 200: 'ref!:string object!:object' } },
  [`get ${REPO}/git/trees/{tree_sha}`]: {
    id: 'git/get-tree',
    query: 'recursive:string',
    answers: { 200: 'sha!:string truncated!:boolean tree!:object[]' },
  },
  [`get ${REPO}/git/blobs/{file_sha}`]: { id: 'git/get-blob', answers: { 200: 'sha!:string size!:any encoding!:string content!:string' } },
  [`post ${REPO}/check-runs`]: { id: 'checks/create', body: `name!:string head_sha!:string ${CHECK_BODY}`, answers: { 201: CHECK_RUN } },
  [`patch ${REPO}/check-runs/{check_run_id}`]: { id: 'checks/update', body: `name:string ${CHECK_BODY}`, answers: { 200: CHECK_RUN } },
  [`post ${REPO}/code-scanning/sarifs`]: {
    id: 'code-scanning/upload-sarif',
    body: 'commit_sha!:string ref!:string sarif!:string checkout_uri:string started_at:string tool_name:string validate:boolean',
    answers: { 202: 'id:string url:string' },
  },
  [`get ${REPO}/code-scanning/sarifs/{sarif_id}`]: {
    id: 'code-scanning/get-sarif',
    answers: { 200: 'processing_status:string analyses_url:any' },
  },
  [`get ${REPO}/releases`]: { id: 'repos/list-releases', query: PAGES, answers: { 200: `[] ${RELEASE}` } },
  [`get ${REPO}/releases/latest`]: { id: 'repos/get-latest-release', answers: { 200: RELEASE } },
  [`get ${REPO}/releases/tags/{tag}`]: { id: 'repos/get-release-by-tag', answers: { 200: RELEASE } },
  [`get ${REPO}/releases/assets/{asset_id}`]: { id: 'repos/get-release-asset', answers: { 200: ASSET, 302: '' } },
  [`get ${REPO}/tags`]: { id: 'repos/list-tags', query: PAGES, answers: { 200: '[] name!:string commit!:object' } },
  [`get ${REPO}/collaborators/{username}/permission`]: {
    id: 'repos/get-collaborator-permission-level',
    answers: { 200: 'permission!:string role_name!:string user!:any' },
  },
};

/** The answers that are not listed line by line: any operation may be refused. */
const REFUSALS = ['400', '401', '403', '404', '409', '413', '415', '422', '500', '503'];

export function reducedDescription(): OpenApi {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const [place, line] of Object.entries(LINES)) {
    const [method = '', path = ''] = place.split(' ');
    paths[path] = { ...paths[path], [method]: toOperation(path, line) };
  }
  return { paths };
}

function toOperation(path: string, { id, query = '', body, answers, media }: Line): JsonObject {
  const inPath = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => parameter(name, 'path', name.endsWith('_number') ? 'integer' : 'any'));
  const inQuery = fieldsOf(query).map(({ name, type }) => parameter(name, 'query', type));
  const refusals = REFUSALS.map((status) => [status, { content: { 'application/json': { schema: {} } } }]);
  const described = Object.entries(answers).map(([status, fields]) => [status, toAnswer(fields, media)]);
  return {
    operationId: id,
    parameters: [...inPath, ...inQuery],
    ...(body !== undefined && {
      requestBody: { required: body.includes('!'), content: { 'application/json': { schema: toSchema(body) } } },
    }),
    responses: Object.fromEntries([...refusals, ...described]),
  };
}

function parameter(name: string, place: string, type: string): JsonObject {
  return { name, in: place, required: place === 'path', 'x-multi-segment': name === 'ref' || name === 'tag', schema: typeOf(type) };
}

function toAnswer(fields: string, media: readonly string[] = ['application/json']): JsonObject {
  if (fields === '') return {};
  const schema = fields.startsWith('[] ') ? { type: 'array', items: toSchema(fields.slice(3)) } : toSchema(fields);
  return { content: Object.fromEntries(media.map((type) => [type, { schema: type === 'application/json' ? schema : {} }])) };
}

function toSchema(fields: string): JsonObject {
  if (fields === 'any') return {};
  const all = fieldsOf(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(({ name, type }) => [name, typeOf(type)])),
    required: all.filter(({ required }) => required).map(({ name }) => name),
  };
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

function fieldsOf(fields: string): readonly Field[] {
  return fields
    .split(' ')
    .filter(Boolean)
    .map((field) => {
      const [key = '', type = ''] = field.split(':');
      return { name: key.replace('!', ''), type, required: key.endsWith('!') };
    });
}

/** Objects inside a body stay open here: their members are only checked against GitHub's own description. */
function typeOf(type: string): JsonObject {
  if (type === 'any') return {};
  if (type === 'object') return { type, additionalProperties: {} };
  return type.endsWith('[]') ? { type: 'array', items: typeOf(type.slice(0, -2)) } : { type };
}
