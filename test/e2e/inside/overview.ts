import assert from 'node:assert/strict';
import { type CodeLens, commands, TabInputWebview, window } from 'vscode';
import { closeAll, replace, show, told, until, uriOf } from './stage.ts';
import type { Suite } from './suite.ts';

const CONTRACT = 'openapi.yaml';

const report = () =>
  window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof TabInputWebview && input.viewType.includes('breakwater.report'));

export const overview: Suite = {
  'above an operation stands how much of it changed, and its report is one click away': async () => {
    const document = await show(CONTRACT);
    await replace(document, 'required: [to]', 'required: [to, weight]');
    await told(document.uri, 'required-changed');
    const lens = await until('a lens', async () => {
      const all = await commands.executeCommand<readonly CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
      return all.find(({ command }) => /breaking/.test(command?.title ?? ''));
    });
    await commands.executeCommand(lens.command?.command ?? '', ...(lens.command?.arguments ?? []));
    await until('the report', report);
    await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => tab === report()));
  },
  'a document is compared with what one names': async () => {
    assert.equal(report(), undefined);
    await commands.executeCommand('breakwater.compareWith', uriOf(CONTRACT).toString(), 'HEAD');
    const tab = await until('the report', report);
    assert.match(tab.label, /HEAD|openapi\.yaml|Breakwater/);
    await closeAll();
  },
  'the base is a text that one can read': async () => {
    await show(CONTRACT);
    await until('the base', async () => {
      await commands.executeCommand('breakwater.openBase');
      return window.activeTextEditor?.document.uri.scheme === 'breakwater-base' ? window.activeTextEditor.document.getText() : undefined;
    });
    await closeAll();
  },
};
