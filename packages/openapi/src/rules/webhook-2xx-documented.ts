import { child, insertEntry, repair } from '@breakwater/core';
import { responsesIn } from '../model/operation-parts.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhook2xxDocumented = webhookRule({
  id: 'webhook-2xx-documented',
  severity: 'warn',
  preset: 'strict',
  what: 'does not say how it is to be answered',
  isThere: (operation) => responsesIn(operation).some(({ status }) => /^2/.test(status)),
  fixes({ node }) {
    const responses = child(node, 'responses');
    const received = { description: 'Received' };
    return repair('Describe 2XX', false, responses ? insertEntry(responses, '2XX', received) : insertEntry(node, 'responses', { '2XX': received }));
  },
});
