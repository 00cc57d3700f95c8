import { booleanOf, child, type Lifecycle, type Node, stringOf } from '@breakwater/core';

/** `deprecated`, and `x-sunset` for the day on which something goes, of one node. */
export function lifecycleIn(node: Node | undefined): Lifecycle {
  return lifecycleOf([child(node, 'deprecated')], [child(node, 'x-sunset')]);
}

/** Of all that is said of a thing in several places. */
export function lifecycleOf(deprecations: readonly (Node | undefined)[], sunsets: readonly (Node | undefined)[]): Lifecycle {
  const [sunset] = sunsets.flatMap((node) => dayOf(stringOf(node)) ?? []);
  return { deprecated: deprecations.some((node) => booleanOf(node) === true), ...(sunset !== undefined && { sunset }) };
}

/** The day of a date or a time of RFC 3339; `undefined` for what is none. */
function dayOf(text: string | undefined): string | undefined {
  const [, day] = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[Tt ].*)?$/.exec(text ?? '') ?? [];
  return day;
}
