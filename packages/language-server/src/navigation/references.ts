import { DocumentHighlightKind, type Location } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { mentionsAt, type Spot } from './meant.ts';
import { placesAt } from './place.ts';
import { placesEverywhere } from './places-everywhere.ts';
import { distinct, rangeOf, toLocation } from './to-location.ts';

/** Every place of what is meant at one of them, in all files of the contracts, opened or not. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  answer(connection, parts) {
    connection.onReferences(async (params) => {
      const found: Location[] = [];
      for (const place of await placesEverywhere(params, parts)) {
        const { declarations, uses } = mentionsAt(place);
        const spots = params.context.includeDeclaration ? [...declarations, ...uses] : uses;
        found.push(...spots.map(({ file, span }) => toLocation(file, span, place.result, parts)));
      }
      return distinct(found);
    });
  },
};

/** The same within the document. */
export const highlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  answer(connection, parts) {
    connection.onDocumentHighlight(async (params) => {
      const places = await placesAt(params, parts);
      const found = places.flatMap((place) => {
        const { declarations, uses } = mentionsAt(place);
        const inside = (spots: readonly Spot[], kind: DocumentHighlightKind) =>
          spots.filter(({ file }) => file.uri === place.uri).map(({ file, span }) => ({ range: rangeOf(file, span), kind }));
        return [...inside(declarations, DocumentHighlightKind.Write), ...inside(uses, DocumentHighlightKind.Read)];
      });
      return distinct(found);
    });
  },
};
