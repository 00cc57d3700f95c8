import { type Name, ofSnapshot, type Snapshot } from '@breakwater/core';
import { documentOf } from '../model/document.ts';
import { componentNames } from './component-names.ts';
import { operationNames } from './operation-names.ts';
import { pathParameterNames } from './path-parameter-names.ts';
import { tagNames } from './tag-names.ts';

/** Every name of a description that something else in it says again. */
export const namesOf = ofSnapshot(findNames);

function findNames(snapshot: Snapshot): readonly Name[] {
  const document = documentOf(snapshot);
  return document ? [...componentNames(document), ...operationNames(document), ...tagNames(document), ...pathParameterNames(document)] : [];
}
