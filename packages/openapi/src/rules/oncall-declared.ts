import { child } from '@breakwater/core';
import { saidRule } from '../said-rule.ts';

export const oncallDeclared = saidRule({
  id: 'oncall-declared',
  severity: 'info',
  preset: 'full',
  extensions: ['x-oncall', 'x-support-channel', 'x-support'],
  message: 'It is not said whom to call when this API fails.',
  isSaid: (api) => child(child(child(api.node, 'info'), 'contact'), 'url') !== undefined,
});
