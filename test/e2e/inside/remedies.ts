import assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { apply, closeAll, gone, offered, replace, show, told, until, uriOf } from './stage.ts';
import type { Suite } from './suite.ts';

const CONTRACT = 'openapi.yaml';

/** One change that breaks, what is offered against it, and that it helps. */
function remedy(from: string, to: string, ruleId: string, title: string | RegExp): () => Promise<void> {
  return async () => {
    const document = await show(CONTRACT);
    await replace(document, from, to);
    const { range } = await told(document.uri, ruleId);
    await apply(await offered(document.uri, range, title));
    await gone(document.uri, ruleId);
    await closeAll();
  };
}

const DELETE = `    delete:
      operationId: cancelParcel
      summary: Cancel a parcel
      responses:
        '204': { description: Cancelled }
        '401': { description: No valid token }
        '404': { description: No such parcel }
`;

export const remedies: Suite = {
  'what is gone comes back': remedy(DELETE, '', 'operation-removed', 'Restore delete'),
  'and as what will go': async () => {
    const document = await show(CONTRACT);
    await replace(document, DELETE, '');
    await apply(await offered(document.uri, (await told(document.uri, 'operation-removed')).range, 'Restore delete as deprecated'));
    await gone(document.uri, 'operation-removed');
    assert.equal(document.getText().includes('deprecated: true'), true);
    await closeAll();
  },
  'what became required is optional again': remedy('required: [to]', 'required: [to, weight]', 'required-changed', 'Make weight optional'),
  'a limit is as wide as it was': remedy('maximum: 30', 'maximum: 20', 'bound-changed', 'Bring back maximum: 30'),
  'the version becomes what the change asks for': async () => {
    const document = await show(CONTRACT);
    await replace(document, DELETE, '');
    await apply(await offered(document.uri, (await told(document.uri, 'version-bump')).range, 'Raise the version to 2.0.0'));
    await gone(document.uri, 'version-bump');
    assert.match(document.getText(), /version: 2\.0\.0/);
    await closeAll();
  },
  'a change is accepted with a reason and a last day': async () => {
    const document = await show(CONTRACT);
    await replace(document, DELETE, '');
    await apply(await offered(document.uri, (await told(document.uri, 'operation-removed')).range, /^Accept until \d{4}-\d\d-\d\d, in breakwater.yaml$/));
    const configuration = await workspace.openTextDocument(uriOf('breakwater.yaml'));
    assert.match(configuration.getText(), /accept:\n {2}- fingerprint: /);
    await until('it is a hint', async () => (await told(document.uri, 'operation-removed')).severity === 3);
    await closeAll();
  },
};
