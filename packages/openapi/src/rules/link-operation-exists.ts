import { child, defineRule, follow, once, stringOf } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { ApiElement } from '../model/element.ts';
import { operationProfiles } from '../model/operation-profile.ts';

interface DeadLink {
  readonly target: string;
  readonly field: 'operationId' | 'operationRef';
}

/** "The name of an existing, resolvable OAS operation" and "a URI reference to an OAS operation" (OpenAPI 3.1.2, section 4.8.20.1). */
export const linkOperationExists = defineRule<ApiElement, DeadLink>({
  id: 'link-operation-exists',
  on: 'api',
  severity: 'warn',
  message: ({ target, field }) =>
    field === 'operationId' ? `No operation has the operationId \`${target}\`.` : `\`${target}\` leads to no operation of this description.`,
  check(api, report) {
    const links = objectsOf(api.document, 'link');
    const ids = new Set(links.length === 0 ? [] : operationProfiles(api).map(({ id }) => id));
    const operations = once(() => new Set(objectsOf(api.document, 'operation')));
    for (const link of links) {
      const id = child(link, 'operationId');
      const target = stringOf(id);
      if (target !== undefined && !ids.has(target)) report({ target, field: 'operationId' }, id);
      const ref = child(link, 'operationRef');
      // Other descriptions are not looked at.
      if (ref?.kind !== 'scalar' || !stringOf(ref)?.startsWith('#')) continue;
      const found = follow(api.document.snapshot, ref);
      if (!('node' in found) || found.node.kind !== 'map' || !operations().has(found.node)) report({ target: String(ref.value), field: 'operationRef' }, ref);
    }
  },
});
