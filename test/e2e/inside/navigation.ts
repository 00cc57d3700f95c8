import assert from 'node:assert/strict';
import {
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  type SelectionRange,
  type SymbolInformation,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { closeAll, placeOf, read, show, until, uriOf } from './stage.ts';
import type { Suite } from './suite.ts';

const CONTRACT = 'openapi.yaml';

const namesIn = (symbols: readonly DocumentSymbol[]): readonly string[] => symbols.flatMap(({ name, children }) => [name, ...namesIn(children)]);

export const navigation: Suite = {
  'from a reference to what it means, in this file and in others': async () => {
    const document = await show(CONTRACT);
    const definitionOf = async (text: string) => {
      const at = placeOf(document, text, 5);
      const found = await until(`a definition of ${text}`, async () => {
        const all = await commands.executeCommand<readonly (Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, at);
        return all[0];
      });
      return 'targetUri' in found ? { uri: found.targetUri, range: found.targetSelectionRange ?? found.targetRange } : found;
    };
    const parcel = await definitionOf("'#/components/schemas/Parcel'");
    assert.equal(document.lineAt(parcel.range.start.line).text.trim(), 'Parcel:');
    assert.equal((await definitionOf('schemas/address.yaml')).uri.path, uriOf('schemas/address.yaml').path);
  },
  'all references, from the name': async () => {
    const document = await show(CONTRACT);
    const found = await commands.executeCommand<readonly Location[]>('vscode.executeReferenceProvider', document.uri, placeOf(document, '    Parcel:', 6));
    assert.equal(found.filter(({ range }) => document.lineAt(range.start.line).text.includes('schemas/Parcel')).length, 3);
  },
  'a component is renamed with every reference': async () => {
    const document = await show(CONTRACT);
    const before = document.getText();
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, '    Parcel:', 6),
      'Packet',
    );
    assert.equal(await workspace.applyEdit(edit), true);
    assert.equal(document.getText(), before.replaceAll('schemas/Parcel', 'schemas/Packet').replace('    Parcel:', '    Packet:'));
    await closeAll();
    assert.equal(await read(CONTRACT), before);
  },
  'the outline, and symbols of the workspace': async () => {
    const document = await show(CONTRACT);
    const names = await until('the outline', async () => {
      const all = await commands.executeCommand<readonly DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
      const found = namesIn(all ?? []);
      return found.includes('NewParcel') ? found : undefined;
    });
    assert.ok(names.some((name) => name.includes('/parcels/{id}')));
    const symbols = await commands.executeCommand<readonly SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'NewParcel');
    assert.ok(symbols.some(({ name, location }) => name.includes('NewParcel') && location.uri.path === document.uri.path));
  },
  'links, folds and growing selections': async () => {
    const document = await show(CONTRACT);
    const links = await commands.executeCommand<readonly DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.ok(links.some(({ target }) => target?.path.endsWith('schemas/address.yaml')));
    const folds = await commands.executeCommand<readonly FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.some(({ start }) => document.lineAt(start).text === 'components:'));
    const [selection] = await commands.executeCommand<readonly SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      placeOf(document, 'maximum: 30', 9),
    ]);
    const grown: string[] = [];
    for (let at: SelectionRange | undefined = selection; at; at = at.parent) grown.push(document.getText(at.range));
    assert.ok(grown.includes('30') && grown.some((text) => text.startsWith('{ type: number, maximum: 30')));
  },
};
