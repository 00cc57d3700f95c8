import { child } from '@breakwater/core';
import { saidRule } from '../said-rule.ts';

export const ownerDeclared = saidRule({
  id: 'owner-declared',
  severity: 'info',
  preset: 'strict',
  extensions: ['x-owner', 'x-team', 'x-owners'],
  message: 'Nobody is named who owns this API.',
  isSaid: (api) => ['email', 'url'].some((name) => child(child(child(api.node, 'info'), 'contact'), name)),
});
