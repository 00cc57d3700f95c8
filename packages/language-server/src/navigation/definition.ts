import type { Node } from '@breakwater/core';
import type { ClientCapabilities, LocationLink } from 'vscode-languageserver';
import type { Feature, Parts } from '../feature.ts';
import { foundNamesAt, referenceAt, type Spot, spotOf, targetOfReference } from './meant.ts';
import { type Place, placesAt } from './place.ts';
import { distinct, documentUriOf, rangeOf } from './to-location.ts';

/** From a reference, or a name in any other place, to what it means. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  answer(connection, parts) {
    connection.onDefinition(async (params) => {
      const links = distinct((await placesAt(params, parts)).flatMap((place) => linksAt(place, parts)));
      return canLink(parts.client) ? links : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    });
  },
};

function canLink({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.definition?.linkSupport === true;
}

function linksAt(place: Place, parts: Parts): readonly LocationLink[] {
  const reference = referenceAt(place);
  const node = targetOfReference(place, reference);
  const link = (origin: Spot, target: Spot, whole = target.span): LocationLink => ({
    originSelectionRange: rangeOf(origin.file, origin.span),
    targetUri: documentUriOf(target.file.uri, place.result, parts),
    targetRange: rangeOf(target.file, whole),
    targetSelectionRange: rangeOf(target.file, target.span),
  });
  if (reference && node) return [link({ file: reference.file, span: reference }, { file: node.file, span: spotOf(node) }, wholeOf(node))];
  return foundNamesAt(place).flatMap(({ name, mention }) => name.declarations.map((declaration) => link(mention, declaration)));
}

function wholeOf({ start, end, entry }: Node) {
  return entry && entry.start < start ? { start: entry.start, end } : { start, end };
}
