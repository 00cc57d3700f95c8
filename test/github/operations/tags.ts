import { ok, paged } from '../answer.ts';
import { gitText } from '../git.ts';
import type { Handler } from '../handler.ts';

/** In the order of their names backwards, as GitHub has been seen to list them; an annotated tag is said to be of its commit. */
const list: Handler = async ({ query, url }, { repository, api, html }) => {
  const format = '--format=%(refname:strip=2)%00%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)';
  const text = (await gitText(repository.path, ['for-each-ref', '--sort=-refname', format, 'refs/tags/'])) ?? '';
  const { items, headers } = paged(text.split('\n').filter(Boolean), query, url);
  return ok(
    items.map((line) => {
      const [name = '', sha = ''] = line.split('\0');
      const encoded = encodeURIComponent(name);
      return {
        name,
        commit: { sha, url: `${api}/commits/${sha}` },
        zipball_url: `${html}/zipball/refs/tags/${encoded}`,
        tarball_url: `${html}/tarball/refs/tags/${encoded}`,
      };
    }),
    { headers },
  );
};

export const tags: Readonly<Record<string, Handler>> = { 'repos/list-tags': list };
