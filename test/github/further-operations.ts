import type { JsonObject } from './json.ts';
import type { OpenApi } from './openapi.ts';

const refer = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const answering = (name: string): JsonObject => ({
  description: 'Response',
  content: { 'application/json': { schema: refer('schemas', name), examples: { default: refer('examples', name) } } },
});
const ASSET = 'https://api.github.com/repos/octocat/Hello-World/releases/assets/1';

/**
 * Operations of GitHub's own description that the cut of it leaves out, as they stand there (github/rest-api-description, MIT, Copyright
 * GitHub; by way of the npm package `@octokit/openapi` 23.0.2). Of the example only what an account has beside its names is left out.
 */
export const FURTHER_OPERATIONS: OpenApi = {
  paths: {
    '/repos/{owner}/{repo}/releases/assets/{asset_id}': {
      get: {
        operationId: 'repos/get-release-asset',
        description:
          "To download the asset's binary content: set the `Accept` header of the request to `application/octet-stream`. The API will either redirect the client to the location, or stream it directly if possible. API clients should handle both a `200` or `302` response.",
        parameters: [refer('parameters', 'owner'), refer('parameters', 'repo'), refer('parameters', 'asset-id')],
        responses: { 200: answering('release-asset'), 302: refer('responses', 'found'), 404: refer('responses', 'not_found') },
      },
    },
    '/repos/{owner}/{repo}/releases/tags/{tag}': {
      get: {
        operationId: 'repos/get-release-by-tag',
        description: 'Get a published release with the specified tag.',
        parameters: [
          refer('parameters', 'owner'),
          refer('parameters', 'repo'),
          { name: 'tag', description: 'tag parameter', in: 'path', required: true, schema: { type: 'string' }, 'x-multi-segment': true },
        ],
        responses: { 200: answering('release'), 404: refer('responses', 'not_found') },
      },
    },
  },
  components: {
    parameters: {
      'asset-id': { name: 'asset_id', description: 'The unique identifier of the asset.', in: 'path', required: true, schema: { type: 'integer' } },
    },
    examples: {
      'release-asset': {
        value: {
          url: ASSET,
          browser_download_url: 'https://github.com/octocat/Hello-World/releases/download/v1.0.0/example.zip',
          id: 1,
          node_id: 'MDEyOlJlbGVhc2VBc3NldDE=',
          name: 'example.zip',
          label: 'short description',
          state: 'uploaded',
          content_type: 'application/zip',
          size: 1024,
          digest: 'sha256:2151b604e3429bff440b9fbc03eb3617bc2603cda96c95b9bb05277f9ddba255',
          download_count: 42,
          created_at: '2013-02-27T19:35:32Z',
          updated_at: '2013-02-27T19:35:32Z',
          uploader: null,
        },
      },
    },
  },
};
