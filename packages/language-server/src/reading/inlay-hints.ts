import { escapeUnsafe, offsetAt, positionAt, resolve } from '@breakwater/core';
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { targetOfReference } from '../navigation/meant.ts';
import { type Member, membersOf } from '../navigation/place.ts';
import { distinct } from '../navigation/to-location.ts';

/** Behind each reference, what it is: `object {id, name, …}`. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  answer(connection, parts) {
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
      const members = await membersOf(uri, parts);
      return distinct(members.flatMap((member) => hintsIn(member, range)));
    });
  },
};

function hintsIn(member: Member, range: Range): readonly InlayHint[] {
  const { file, result } = member;
  const { format, snapshot } = result.contract;
  const [start, end] = [offsetAt(file.source, range.start), offsetAt(file.source, range.end)];
  return file.references
    .filter((reference) => start <= reference.end && reference.end <= end)
    .flatMap((reference) => {
      const node = targetOfReference(member, reference);
      const target = node && resolve(snapshot, node);
      const brief = target && format?.writing?.brief(snapshot, target);
      if (brief === undefined) return [];
      return [{ position: { ...positionAt(file.source, reference.end) }, label: escapeUnsafe(brief), kind: InlayHintKind.Type, paddingLeft: true }];
    });
}
