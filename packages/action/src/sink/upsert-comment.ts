/** What is needed of GitHub: the comments of one pull request that our own token wrote. */
export interface Comments {
  list(): AsyncIterable<{ readonly id: number; readonly body: string }>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
  remove(id: number): Promise<void>;
}

/** What every comment of this action begins with. */
export const OURS = '<!-- breakwater';

/** Tells our comment from others of the same bot, and from those of other jobs: a key keeps them apart. */
function markerOf(key: string): string {
  return key === '' ? `${OURS} -->` : `${OURS}: ${key} -->`;
}

/** One comment: the first of ours is rewritten when it says something else, further ones go, and without any a new one is made if `create`. */
export async function upsertComment(comments: Comments, text: string, { create, key }: { readonly create: boolean; readonly key: string }): Promise<void> {
  const marker = markerOf(key);
  const body = `${marker}\n${text}`;
  const ours: { readonly id: number; readonly body: string }[] = [];
  for await (const comment of comments.list()) if (comment.body.startsWith(`${marker}\n`)) ours.push(comment);
  const [first, ...others] = ours;
  if (!first && create) await comments.create(body);
  if (first && first.body !== body) await comments.update(first.id, body);
  for (const { id } of others) await comments.remove(id);
}
