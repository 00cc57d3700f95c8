import { expect, test } from 'vitest';
import { contextOf } from '../src/context.ts';
import { notesOf } from '../src/notes.ts';

const notes = (untouched: readonly string[], changed: readonly string[], event = 'push') =>
  notesOf({ contracts: [], failures: [], untouched, changed: new Set(changed) }, contextOf({ GITHUB_REPOSITORY: 'octo-org/shop', GITHUB_EVENT_NAME: event }));

test('how many contracts were left out is said, in the words for one and for several', () => {
  expect(notes(['a'], [])).toEqual(['1 contract that this change does not touch was not checked; the input `all` checks every one.']);
  expect(notes(['a', 'b'], [])).toEqual(['2 contracts that this change does not touch were not checked; the input `all` checks every one.']);
  expect(notes([], ['a.yaml', 'my-breakwater.yaml'])).toEqual([]);
});

test('who changes how it is judged does not do so unseen', () => {
  expect(notes([], ['b/breakwater.yaml', 'a.yaml', 'a/breakwater.yaml'])).toEqual([
    'The configuration `a/breakwater.yaml`, by which this is judged, is changed here too.',
    'The configuration `b/breakwater.yaml`, by which this is judged, is changed here too.',
  ]);
  expect(notes([], ['breakwater.yaml'], 'pull_request_target')).toEqual([
    'The configuration `breakwater.yaml` is changed here too; as the change comes from a fork, that of the base counts.',
  ]);
});
