import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode';
import { replace, show, told, until, uriOf } from './stage.ts';
import type { Suite } from './suite.ts';

const RULE = 'no-nullable-in-31';

export const multiRoot: Suite = {
  'each root has its own configuration, opened or not': async () => {
    assert.equal((await told(uriOf('openapi.yaml', 0), RULE)).severity, DiagnosticSeverity.Error);
    assert.equal((await told(uriOf('api/openapi.yaml', 1), RULE)).severity, DiagnosticSeverity.Warning);
    const document = await show('api/openapi.yaml', 1);
    assert.equal((await told(document.uri, RULE)).severity, DiagnosticSeverity.Warning);
  },
  'the nearest configuration holds': async () => {
    const configuration = await show('breakwater.yaml', 1);
    await replace(configuration, 'warn', 'info');
    await until('what is typed holds', async () => (await told(uriOf('api/openapi.yaml', 1), RULE)).severity === DiagnosticSeverity.Information);
    assert.equal((await told(uriOf('openapi.yaml', 0), RULE)).severity, DiagnosticSeverity.Error);
  },
};
