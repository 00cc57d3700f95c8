import { positionAt, type ScalarNode } from '@breakwater/core';
import type { DocumentLink } from 'vscode-languageserver';
import type { Feature, Parts } from '../feature.ts';
import { spotOf, targetOfReference } from './meant.ts';
import { type Member, membersOf } from './place.ts';
import { distinct, documentUriOf, rangeOf } from './to-location.ts';

/** Every reference that leads somewhere is a link to there. */
export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  answer(connection, parts) {
    connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
      const members = await membersOf(uri, parts);
      return distinct(members.flatMap((member) => member.file.references.flatMap((reference) => linkOf(reference, member, parts) ?? [])));
    });
  },
};

/** The place in the target is told as editors read it in a fragment: line and column from 1. */
function linkOf(reference: ScalarNode, member: Member, parts: Parts): DocumentLink | undefined {
  const node = targetOfReference(member, reference);
  if (!node) return undefined;
  const { line, character } = positionAt(node.file, spotOf(node).start);
  const target = `${documentUriOf(node.file.uri, member.result, parts)}#L${line + 1},${character + 1}`;
  return { range: rangeOf(reference.file, insideQuotes(reference)), target };
}

function insideQuotes({ style, start, end }: ScalarNode) {
  return style === 'quoted' ? { start: start + 1, end: end - 1 } : { start, end };
}
