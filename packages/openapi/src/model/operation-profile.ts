import { child, type Entry, entriesOf, isSameList, itemsOf, type Node, type Place, pointerOf, stringOf } from '@breakwater/core';
import type { ApiElement, OperationElement } from './element.ts';
import { operationsBelow } from './operations-of.ts';
import { questionOfPaths } from './question-of-paths.ts';

/** What rules about the whole ask of each operation. By its texts it is the same as another; where it stands is as it is now. */
export interface OperationProfile {
  readonly label: string;
  readonly of: OperationElement['of'];
  readonly id: string | undefined;
  readonly idAt: Node | undefined;
  /** The schemes that it asks for itself; `undefined`: it says nothing of its own. */
  readonly schemes: readonly Entry[] | undefined;
  readonly place: Place;
  /** Where its text stands. Several paths may share one. */
  readonly text: string;
}

const profiles = questionOfPaths(
  (path) => operationsBelow(path).map(profileOf),
  (a, b) => isSameList(a, b, isSameProfile),
);

/** Every operation of a description, also those of webhooks and callbacks, each once. */
export function operationProfiles(api: ApiElement): readonly OperationProfile[] {
  const byText = new Map<string, OperationProfile>();
  for (const profile of profiles(api).flat()) if (!byText.has(profile.text)) byText.set(profile.text, profile);
  return [...byText.values()];
}

function profileOf({ node, label, of, place }: OperationElement): OperationProfile {
  const idAt = child(node, 'operationId');
  const security = child(node, 'security');
  return { label, of, id: stringOf(idAt), idAt, schemes: security && schemesIn(security), place, text: `${node.file.uri}#${pointerOf(node)}` };
}

/** What is asked of those who call, by the description as a whole and by its operations. */
export function schemesAskedFor(api: ApiElement): readonly Entry[] {
  return [...schemesIn(child(api.node, 'security')), ...operationProfiles(api).flatMap(({ schemes = [] }) => schemes)];
}

/** What a list of security requirements names. */
export function schemesIn(security: Node | undefined): readonly Entry[] {
  return itemsOf(security).flatMap((requirement) => entriesOf(requirement));
}

function isSameProfile(a: OperationProfile, b: OperationProfile): boolean {
  const names = (profile: OperationProfile) => profile.schemes?.map(({ name }) => name);
  const [own, other] = [names(a), names(b)];
  const isSameSecurity = own && other ? isSameList(own, other) : own === other;
  return a.label === b.label && a.of === b.of && a.id === b.id && a.text === b.text && isSameSecurity;
}
