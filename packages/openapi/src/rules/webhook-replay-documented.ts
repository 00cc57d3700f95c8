import { child, entriesOf, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { hasExtension } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookReplayDocumented = webhookRule({
  id: 'webhook-replay-documented',
  severity: 'hint',
  preset: 'full',
  what: 'cannot be asked for again: there is no operation for it',
  isThere: (operation) => hasExtension(operation, 'x-replay') || operationIds(operation).some((id) => /replay|redeliver|resend/i.test(id)),
});

/** The paths of the description, and what it calls its operations. */
function operationIds({ document }: OperationElement): readonly string[] {
  return entriesOf(child(document.root, 'paths')).flatMap(({ name, value }) => [
    name,
    ...entriesOf(value).map((operation) => stringOf(child(operation.value, 'operationId')) ?? ''),
  ]);
}
