import assert from 'node:assert/strict';
import { workspace } from 'vscode';
import { apply, closeAll, gone, offered, placeOf, Range, read, replace, show, told, until } from './stage.ts';
import type { Suite } from './suite.ts';

const CONTRACT = 'openapi.yaml';
const RULE = 'no-nullable-in-31';

export const quickFixes: Suite = {
  'a fix takes the finding away and leaves the rest as it was': async () => {
    const document = await show(CONTRACT);
    const before = document.getText();
    const { range } = await told(document.uri, RULE);
    const fix = await offered(document.uri, range, 'Remove `nullable`');
    assert.equal(fix.isPreferred, true);
    await apply(fix);
    await gone(document.uri, RULE);
    assert.equal(document.getText(), before.replace('{ type: string, nullable: false }', '{ type: string }'));
    await replace(document, 'schema: { type: string }', 'schema: { type: string, nullable: false }');
    await told(document.uri, RULE);
  },
  'a finding is ignored where it stands': async () => {
    const document = await show(CONTRACT);
    const { range } = await told(document.uri, RULE);
    await apply(await offered(document.uri, range, `Ignore ${RULE} here`));
    await gone(document.uri, RULE);
    await closeAll();
  },
  'saving fixes all that is safe': async () => {
    const document = await show(CONTRACT);
    const before = document.getText();
    await told(document.uri, RULE);
    await workspace.getConfiguration('editor').update('codeActionsOnSave', { 'source.fixAll.breakwater': 'explicit' });
    await offered(document.uri, new Range(placeOf(document, 'openapi'), placeOf(document, 'info')), 'Fix all that is safe to fix', 'source.fixAll');
    // VS Code throws away what it was told to do before it saves, or does not save at all, when another extension has just started.
    await until('the fix is on the disk', async () => {
      await replace(document, 'title: Parcels', 'title: Parcels,');
      return (await document.save()) && !(await read(CONTRACT)).includes('nullable');
    });
    await workspace.getConfiguration('editor').update('codeActionsOnSave', undefined);
    await replace(document, document.getText(), before);
    await document.save();
  },
};
