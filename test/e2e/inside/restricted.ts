import assert from 'node:assert/strict';
import { extensions, workspace } from 'vscode';
import { apply, gone, offered, show, told } from './stage.ts';
import type { Suite } from './suite.ts';

export const restricted: Suite = {
  'what nobody trusts is checked and repaired, too': async () => {
    assert.equal(workspace.isTrusted, false);
    const document = await show('openapi.yaml');
    const { range } = await told(document.uri, 'no-nullable-in-31');
    assert.equal(extensions.getExtension('breakwater.breakwater-vscode')?.isActive, true);
    await apply(await offered(document.uri, range, 'Remove `nullable`'));
    await gone(document.uri, 'no-nullable-in-31');
  },
};
