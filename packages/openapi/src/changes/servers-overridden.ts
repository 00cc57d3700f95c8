import { child, defineChange } from '@breakwater/core';
import type { OperationElement, PathElement } from '../model/element.ts';

interface ServersOverridden {
  readonly label: string;
  readonly isOwn: boolean;
  /** Where its requests do not go any more. */
  readonly lost: readonly string[];
}

/** Servers of its own that a path or an operation got, or has no longer. Where both versions have some, they are compared one by one. */
export const serversOverridden = defineChange<OperationElement | PathElement, ServersOverridden>({
  id: 'servers-overridden',
  on: ['operation', 'path'],
  // As with a server that is gone: the host may still answer.
  impact: () => ({ backward: 'dangerous', forward: 'compatible' }),
  message: ({ label, isOwn, lost }) =>
    `\`${label}\` ${isOwn ? 'now names servers of its own' : 'names no servers of its own any more'}, and not ${lost.map((url) => `\`${url}\``).join(', ')}.`,
  changed(before, after, report) {
    const [old, now] = [before.targets(), after.targets()];
    if (old.isOwn === now.isOwn) return;
    const lost = [...old.urls].filter((url) => !now.urls.has(url));
    const label = after.kind === 'operation' ? after.label : after.path;
    if (lost.length > 0) report({ label, isOwn: now.isOwn, lost }, child(after.node, 'servers') ?? child(after.node, 'schemes'));
  },
});
