import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type Hover,
  type InlayHint,
  type MarkdownString,
  type Position,
  Range,
  type SemanticTokens,
  type TextDocument,
} from 'vscode';
import { closeAll, placeOf, replace, show, told, until } from './stage.ts';
import type { Suite } from './suite.ts';

const CONTRACT = 'openapi.yaml';

function proposed(document: TextDocument, at: Position, label: string) {
  return until(`${label} is proposed`, async () => {
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
    return items.find((item) => (typeof item.label === 'string' ? item.label : item.label.label) === label);
  });
}

export const writing: Suite = {
  'keys that the specification knows at the place, and what a reference may lead to': async () => {
    const document = await show(CONTRACT);
    await replace(document, '      summary: List parcels\n', '      summary: List parcels\n      dep\n');
    await proposed(document, placeOf(document, '      dep\n', 9), 'deprecated');
    await replace(document, '      dep\n', '');
    await replace(document, "'#/components/schemas/NewParcel'", "'#/components/schemas/'");
    await proposed(document, placeOf(document, "'#/components/schemas/'", 22), '#/components/schemas/NewParcel');
    await closeAll();
  },
  'what a reference means, on the reference and behind it': async () => {
    const document = await show(CONTRACT);
    const at = placeOf(document, "'#/components/schemas/Parcel'", 5);
    await until('the schema', async () => {
      const shown = await commands.executeCommand<readonly Hover[]>('vscode.executeHoverProvider', document.uri, at);
      return shown.flatMap(({ contents }) => contents as MarkdownString[]).some(({ value }) => value.includes('delivered'));
    });
    const all = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand<readonly InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
    const hint = hints.find(({ position }) => position.line === at.line);
    assert.match(JSON.stringify(hint?.label), /object/);
  },
  'references that lead nowhere are coloured so': async () => {
    const document = await show(CONTRACT);
    await replace(document, "'#/components/schemas/NewParcel'", "'#/components/schemas/Nothing'");
    await told(document.uri, 'ref-resolves');
    const legend = await commands.executeCommand<{ readonly tokenTypes: readonly string[] }>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const { data } = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const types = new Set([...data].filter((_, i) => i % 5 === 3).map((type) => legend.tokenTypes[type]));
    assert.deepEqual([...types].sort(), ['type', 'unresolvedReference']);
    await closeAll();
  },
  'the configuration is completed and explained': async () => {
    const document = await show('breakwater.yaml');
    await replace(document, 'extends: minimal\n', 'extends: minimal\nver\n');
    await proposed(document, placeOf(document, '\nver\n', 4), 'version-policy');
    const shown = await commands.executeCommand<readonly Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, 'extends', 2));
    assert.ok(shown.flatMap(({ contents }) => contents as MarkdownString[]).some(({ value }) => value.length > 20));
    await closeAll();
  },
};
