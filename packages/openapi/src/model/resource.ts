import { type Kept, keptIn } from '@breakwater/core';
import type { ApiElement, OperationElement } from './element.ts';
import { operationsOf } from './operations-of.ts';

/** Methods that change something. */
export function isMutating({ method }: OperationElement): boolean {
  return ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method);
}

/** A path that ends with a variable: one of a collection. */
export function isItemPath(path: string): boolean {
  return /\/\{[^{}/]*\}\/?$/.test(path);
}

/** The verb of `/orders/{id}/cancel` or `/orders/{id}:cancel`; `undefined` where the path names no command. */
export function commandOf(path: string, verbs: readonly string[]): string | undefined {
  const [, verb = ''] = /(?:\/\{[^{}/]*\}\/|:)([a-z][A-Za-z-]*)\/?$/.exec(path) ?? [];
  return verbs.includes(verb.split('-')[0]?.toLowerCase() ?? '') ? verb : undefined;
}

const known = new WeakMap<ApiElement, Kept<ReadonlyMap<string, readonly OperationElement[]>>>();

/** The operations of each path, by the path without the names of its variables. */
export function operationsByPath(api: ApiElement): ReadonlyMap<string, readonly OperationElement[]> {
  return keptIn(known, api, () => groupByPath(operationsOf(api)));
}

function groupByPath(operations: readonly OperationElement[]): ReadonlyMap<string, readonly OperationElement[]> {
  const groups = new Map<string, OperationElement[]>();
  for (const operation of operations) {
    if (operation.of !== 'paths') continue;
    const key = shapeOf(operation.path);
    const group = groups.get(key);
    if (group) group.push(operation);
    else groups.set(key, [operation]);
  }
  return groups;
}

/** Paths of one shape are one path, whatever their variables are called. */
export function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}/]*\}/g, '{}').replace(/\/$/, '');
}

/** Verbs of commands on a resource, as the last segment of a path. */
export const COMMANDS: readonly string[] =
  'accept activate approve archive assign block cancel capture close complete confirm copy deactivate decline disable dispatch duplicate enable execute expire finalize fulfill import invite lock merge move pause pay publish refund reject release rename renew reopen request reset resend restart restore resume retry revoke run schedule send ship sign start stop submit suspend sync terminate transfer unarchive unblock undo unlock unpublish validate verify void withdraw'.split(
    ' ',
  );
