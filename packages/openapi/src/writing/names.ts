import { type Name, type Snapshot, stateOf } from '@breakwater/core';
import { documentOf } from '../model/document.ts';
import { componentNames } from './component-names.ts';
import { operationNames } from './operation-names.ts';
import { pathParameterNames } from './path-parameter-names.ts';
import { tagNames } from './tag-names.ts';

const known = new WeakMap<object, readonly Name[]>();

/** Every name of a description that something else in it says again. */
export function namesOf(snapshot: Snapshot): readonly Name[] {
  const names = known.get(stateOf(snapshot)) ?? findNames(snapshot);
  known.set(stateOf(snapshot), names);
  return names;
}

function findNames(snapshot: Snapshot): readonly Name[] {
  const document = documentOf(snapshot);
  return document ? [...componentNames(document), ...operationNames(document), ...tagNames(document), ...pathParameterNames(document)] : [];
}
