import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { textIn } from '../model/operation-parts.ts';
import { wordsOf } from '../model/words.ts';

interface Mutation {
  readonly label: string;
  readonly verb: string;
  readonly where: string;
}

interface Options {
  readonly verbs: readonly string[];
}

/** RFC 9110, section 9.2.1: the client of a safe method "does not request, and does not expect, any state change". */
export const getNoMutation = defineRule<OperationElement, Mutation, Options>({
  id: 'get-no-mutation',
  on: 'operation',
  severity: 'error',
  preset: 'recommended',
  options: {
    schema: { type: 'object', properties: { verbs: { description: 'Verbs of what changes something.', type: 'array', items: { type: 'string' } } } },
    defaults: {
      verbs: [
        'create',
        'add',
        'update',
        'delete',
        'remove',
        'insert',
        'modify',
        'send',
        'void',
        'cancel',
        'approve',
        'reset',
        'revoke',
        'activate',
        'deactivate',
      ],
    },
  },
  message: ({ label, verb, where }) => `\`${label}\` changes something by its ${where} (\`${verb}\`), and whoever follows a link or loads ahead calls it.`,
  check(operation, report, { verbs }) {
    const { method, path, label, of } = operation;
    if (of !== 'paths' || (method !== 'GET' && method !== 'HEAD')) return;
    const last = path.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? '';
    const [inPath = '', ...more] = wordsOf(last);
    const [inId = ''] = wordsOf(textIn(operation, 'operationId'));
    // `/update-history` is a thing; `/updateHistory` may be one too, but is mostly not.
    if (verbs.includes(inPath) && more.length > 0 && /^[A-Za-z]*[a-z][A-Z]/.test(last)) report({ label, verb: inPath, where: 'path' });
    else if (verbs.includes(inId)) report({ label, verb: inId, where: '`operationId`' });
    else if (verbs.includes(inPath) && path.includes('}')) report({ label, verb: inPath, where: 'path' });
  },
});
