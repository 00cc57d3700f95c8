import { folderOf } from './uri.ts';

/** How a file is referred to from another one: `../shared/pet.yaml`. */
export function relativeUri(from: string, to: string): string {
  const [start, end] = [folderOf(from).split('/'), to.split('/')].map((parts) => parts.filter((part) => part !== '')) as [string[], string[]];
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].map(encodeStep).join('/');
}

/** What would end a path or mean something else in a reference. */
function encodeStep(step: string): string {
  return step.replaceAll(/[%#?\s]/g, encodeURIComponent);
}
