import { follow, isDamaged, isRemote, offsetAt, positionAt, type ScalarNode } from '@breakwater/core';
import { type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { type Member, membersOf } from '../navigation/place.ts';

/** References that lead somewhere look like the names that they are; broken ones have a look of their own. */
const TYPES = ['type', 'unresolvedReference'];
const [RESOLVED, BROKEN] = [0, 1];

export const semanticTokens: Feature = {
  capabilities: () => ({ semanticTokensProvider: { legend: { tokenTypes: TYPES, tokenModifiers: [] }, full: true, range: true } }),
  answer(connection, parts) {
    const { semanticTokens: asked } = connection.languages;
    asked.on(async ({ textDocument: { uri } }) => tokensIn((await membersOf(uri, parts))[0], 0, Number.POSITIVE_INFINITY));
    asked.onRange(async ({ textDocument: { uri }, range }) => {
      const [member] = await membersOf(uri, parts);
      return member ? tokensIn(member, offsetAt(member.file.source, range.start), offsetAt(member.file.source, range.end)) : { data: [] };
    });
  },
};

function tokensIn(member: Member | undefined, start: number, end: number): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const isWhole = member !== undefined && !isDamaged(member.result.contract.snapshot);
  for (const reference of member?.file.references ?? []) {
    const type = member && reference.start >= start && reference.end <= end ? typeOf(reference, member, isWhole) : undefined;
    if (type === undefined) continue;
    const { line, character } = positionAt(reference.file, reference.start);
    const isOneLine = positionAt(reference.file, reference.end).line === line;
    if (isOneLine) builder.push(line, character, reference.end - reference.start, type, 0);
  }
  return builder.build();
}

/** What is on the network, or in a file that is read only in part, is neither. */
function typeOf(reference: ScalarNode, { result }: Member, isWhole: boolean): number | undefined {
  if ('node' in follow(result.contract.snapshot, reference)) return RESOLVED;
  return isWhole && !isRemote(String(reference.value)) ? BROKEN : undefined;
}
