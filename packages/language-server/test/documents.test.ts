import { pathToFileURL } from 'node:url';
import { applyEdits, positionAt } from '@breakwater/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Documents } from '../src/session/documents.ts';

const uri = pathToFileURL('/w/a.yaml').href;
const piece = fc.constantFrom('a: 1', '\n', '\r\n', '\r', '\u2028', '😀', '€', '\ud83d', '', '  - x');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const edit = fc.record({ a: fc.nat(), b: fc.nat(), text });

/** An offset of the text at which an editor can put its cursor. */
function cursor(at: number, held: string): number {
  const offset = at % (held.length + 1);
  return held.slice(offset - 1, offset + 1) === '\r\n' ? offset - 1 : offset;
}

test('edits of any kind leave the text that the core would make of them', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 20 }), (start, edits) => {
      const documents = new Documents();
      documents.open({ textDocument: { uri, languageId: 'yaml', version: 0, text: start } });
      let expected = start;
      for (const [i, { a, b, text: inserted }] of edits.entries()) {
        const file = { uri, text: expected };
        const span = { start: Math.min(cursor(a, expected), cursor(b, expected)), end: Math.max(cursor(a, expected), cursor(b, expected)) };
        const range = { start: positionAt(file, span.start), end: positionAt(file, span.end) };
        documents.change({ textDocument: { uri, version: i + 1 }, contentChanges: [{ range, text: inserted }] });
        expected = applyEdits(file, [{ uri, span, text: inserted }]);
        expect(documents.at('/w/a.yaml')?.text.text).toBe(expected);
      }
    }),
    { numRuns: 500 },
  );
});

test.each(['git:/w/a.yaml', 'untitled:a', 'file:///%ff', 'file://host/a.yaml', 'https://x/a.yaml', ''])('%j is no document of ours', (other) => {
  const documents = new Documents();
  expect(documents.open({ textDocument: { uri: other, languageId: 'yaml', version: 0, text: '' } })).toBeUndefined();
  expect(documents.paths()).toEqual([]);
});

test('the editor spells its own URIs', () => {
  const documents = new Documents();
  documents.open({ textDocument: { uri: 'file:///w/%61%20b.yaml', languageId: 'yaml', version: 0, text: '' } });
  expect(documents.uriOf('/w/a b.yaml')).toBe('file:///w/%61%20b.yaml');
  expect(documents.uriOf('/w/ä c.yaml')).toBe('file:///w/%C3%A4%20c.yaml');
  expect(documents.close('file:///w/a%20b.yaml')).toBe('/w/a b.yaml');
});
