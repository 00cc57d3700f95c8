import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString } from 'vscode';
import { gone, replace, show, told, until } from './stage.ts';
import type { Suite } from './suite.ts';

export const hovers: Suite = {
  'the proof of a change, which nobody can click': async () => {
    const document = await show('openapi.yaml');
    await replace(document, 'required: [to]', 'required: [to, weight]');
    const { range } = await told(document.uri, 'required-changed');
    const proof = await until('the proof', async () => {
      const shown = await commands.executeCommand<readonly Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
      return shown.flatMap(({ contents }) => contents as MarkdownString[]).find(({ value }) => value.includes('accepted by base, rejected by head'));
    });
    assert.match(proof.value, /Proof: `\{"to":/);
    assert.notEqual(proof.isTrusted, true);
    assert.notEqual(proof.supportHtml, true);
    await replace(document, 'required: [to, weight]', 'required: [to]');
    await gone(document.uri, 'required-changed');
  },
};
