import { RequestType } from 'vscode-languageserver';
import { type Feature, pathAfterChecks } from '../feature.ts';

/** One thing to compare with: `base` is what `breakwater/report` takes. */
export interface BaseChoice {
  readonly base: string;
  readonly label: string;
  readonly kind: 'branch' | 'tag' | 'commit';
}

/** What there is to compare a document with, the latest of each kind first. */
const baseChoice = new RequestType<{ readonly uri: string }, readonly BaseChoice[], void>('breakwater/baseChoices');

export const baseChoices: Feature = {
  capabilities: () => ({}),
  answer(connection, parts) {
    connection.onRequest(baseChoice, async ({ uri }) => {
      const root = await parts.workspace.rootOf(await pathAfterChecks(uri, parts));
      if (!root.isRepository) return [];
      const { branches, tags, commits } = await parts.surroundings.namesOf(root.folder);
      return [
        ...branches.map((name) => ({ base: name, label: name, kind: 'branch' as const })),
        ...tags.map((name) => ({ base: name, label: name, kind: 'tag' as const })),
        ...commits.map(({ id, subject }) => ({ base: id, label: `${id.slice(0, 7)} ${subject}`, kind: 'commit' as const })),
      ];
    });
  },
};
