import type { Context } from '../context.ts';

/** A branch of a merge queue is named by GitHub, after the pull request that it is for. */
const QUEUED = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d{1,10})-[0-9a-f]{40,64}$/;

/** The pull request that the event is about; what was agreed to there holds in the merge queue too. */
export function pullRequestNumber({ event, payload, ref }: Context): number | undefined {
  if (event !== 'merge_group') return payload.pull_request?.number;
  const [, number] = QUEUED.exec(ref) ?? [];
  return number === undefined ? undefined : Number(number);
}
