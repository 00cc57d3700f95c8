import { RequestType } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';

/** The text behind a `breakwater-base:` URI of a related place, for an editor that opens it read-only. */
export const baseText = new RequestType<{ readonly uri: string }, { readonly text: string } | null, void>('breakwater/baseText');

export const baseTexts: Feature = {
  capabilities: () => ({}),
  answer(connection, { bases }) {
    connection.onRequest(baseText, async ({ uri }) => {
      const text = await bases.textOf(uri);
      return text === undefined ? null : { text };
    });
  },
};
