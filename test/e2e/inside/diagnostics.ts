import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag, Uri, workspace } from 'vscode';
import { closeAll, found, gone, replace, show, told, until, uriOf, write } from './stage.ts';
import type { Suite } from './suite.ts';

const CONTRACT = 'openapi.yaml';

export const diagnostics: Suite = {
  'contracts that nobody has opened are checked': async () => {
    const { message } = await told(uriOf('swagger.json'), 'ref-resolves');
    assert.match(message, /Parcels/);
    assert.deepEqual(found(uriOf('settings.yaml')), []);
  },
  'what is wrong is told where it stands, with its page and as what it is': async () => {
    const document = await show(CONTRACT);
    const { range, severity, code, tags } = await told(document.uri, 'no-nullable-in-31');
    assert.equal(document.getText(range), 'nullable');
    assert.equal(severity, DiagnosticSeverity.Error);
    assert.ok(typeof code === 'object' && code.target.path.endsWith('no-nullable-in-31.md'));
    assert.deepEqual(tags, [DiagnosticTag.Unnecessary]);
  },
  'a change that breaks is told while it is typed, with its old place, and gone when it is taken back': async () => {
    const document = await show(CONTRACT);
    const before = document.getText();
    const operation = before.slice(before.indexOf('    delete:'), before.indexOf('components:'));
    await replace(document, operation, '');
    const { relatedInformation } = await told(document.uri, 'operation-removed');
    const old = relatedInformation?.[0]?.location;
    assert.equal(old?.uri.scheme, 'breakwater-base');
    const base = await workspace.openTextDocument(old?.uri ?? document.uri);
    assert.equal(base.getText(old?.range).startsWith('delete'), true);
    await replace(document, 'components:', `${operation}components:`);
    await gone(document.uri, 'operation-removed');
    assert.equal(document.getText(), before);
  },
  'a change in a part is told in the part, for every contract that holds it': async () => {
    const part = await show('schemas/address.yaml');
    await replace(part, 'maxLength: 80', 'maxLength: 40');
    const { message } = await told(part.uri, 'bound-changed');
    assert.match(message, /80.*40/);
    await told(uriOf(CONTRACT), 'version-bump');
    await replace(part, 'maxLength: 40', 'maxLength: 80');
    await gone(part.uri, 'bound-changed');
    await gone(uriOf(CONTRACT), 'version-bump');
  },
  'what is saved by others is taken in': async () => {
    await write('later/openapi.yaml', 'openapi: 3.1.0\ninfo: { title: Later, version: 1.0.0 }\npaths:\n  /a: { get: { responses: { 200: [] } } }\n');
    await until('the new contract is checked', () => found(uriOf('later/openapi.yaml')).length > 0);
    await workspace.fs.delete(uriOf('later'), { recursive: true });
    await until('nothing is told of a file that is gone', () => found(uriOf('later/openapi.yaml')).length === 0);
  },
  'half-typed text ends nothing': async () => {
    const document = await show(CONTRACT);
    await replace(document, 'paths:', 'paths: {[');
    await told(document.uri, 'spec-parse');
    await replace(document, 'paths: {[', 'paths:');
    await gone(document.uri, 'spec-parse');
    await told(document.uri, 'no-nullable-in-31');
  },
  'nothing is said of a text that is no file, nor of the other side of a diff': async () => {
    const text = (await workspace.openTextDocument(uriOf(CONTRACT))).getText();
    const untitled = await workspace.openTextDocument({ language: 'yaml', content: text });
    const git = Uri.from({ scheme: 'git', path: uriOf(CONTRACT).path, query: JSON.stringify({ path: uriOf(CONTRACT).path, ref: 'HEAD' }) });
    const other = await workspace.openTextDocument(git);
    assert.equal(other.getText().includes('nullable'), true);
    await closeAll();
    await show(CONTRACT);
    await told(uriOf(CONTRACT), 'no-nullable-in-31');
    assert.deepEqual([...found(untitled.uri), ...found(git)], []);
  },
};
