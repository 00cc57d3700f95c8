import type { Client } from './client.ts';

/**
 * Who writes with our token: `github-actions[bot]`, another app, or a person. Only what that very account wrote is ours: anybody can
 * begin a comment as we do, and every other workflow and app is a bot too (threat T17). REST tells it of personal tokens only.
 */
export async function authorOf(client: Client): Promise<string> {
  const { viewer } = await client.graphql<{ readonly viewer: { readonly login: string } }>('{ viewer { login } }');
  return viewer.login;
}
