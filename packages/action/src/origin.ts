import type { Run, Shard } from '@breakwater/core';
import type { Base } from './base/base.ts';
import type { Context } from './context.ts';

/** What a report says of where it comes from. */
export function originOf({ sha, payload }: Context, base: Base, { failed, shard }: { readonly failed: boolean; readonly shard: Shard | undefined }): Run {
  const { number, head } = payload.pull_request ?? {};
  return {
    failed,
    head: sha,
    ...('sha' in base && base.sha !== undefined && { base: base.sha }),
    ...(number !== undefined && head?.sha !== undefined && { pullRequest: { number, head: head.sha } }),
    ...(shard && { shard }),
  };
}
