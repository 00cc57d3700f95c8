import { child, defineChange, type Impact } from '@breakwater/core';
import type { SecurityElement } from '../model/element.ts';

interface SecurityChanged {
  readonly operation: string;
  /** Alternatives that no longer suffice, and ones that suffice now and did not before. */
  readonly refused: readonly string[];
  readonly accepted: readonly string[];
}

export const securityChanged = defineChange<SecurityElement, SecurityChanged>({
  id: 'security-changed',
  on: 'security',
  // An OR of ANDs: whoever satisfied one alternative before has to satisfy one now (semantics.md, section 1).
  impact: ({ refused, accepted }): Impact => ({
    backward: refused.length > 0 ? 'breaking' : 'compatible',
    forward: accepted.length > 0 ? 'breaking' : 'compatible',
  }),
  beyond: () => ({ source: 'compatible' }),
  message({ operation, refused, accepted }) {
    const parts = [refused.length > 0 && `${list(refused)} no longer suffices`, accepted.length > 0 && `${list(accepted)} suffices now`];
    return `The security of \`${operation}\` changed: ${parts.filter((part) => part !== false).join(', ')}.`;
  },
  changed(before, after, report) {
    const [old, now] = [alternativesOf(before), alternativesOf(after)];
    const refused = old.filter((one) => !now.some((other) => suffices(one, other))).map(nameOf);
    const accepted = now.filter((one) => !old.some((other) => suffices(one, other))).map(nameOf);
    if (refused.length + accepted.length > 0)
      report(
        { operation: after.operation, refused, accepted },
        child(after.node, 'security') ?? (after.node.entry?.name === 'security' ? after.node : undefined),
      );
  },
});

type Alternative = ReadonlyMap<string, readonly string[]>;

/** No requirement at all is one alternative that asks for nothing. */
function alternativesOf({ alternatives }: SecurityElement): readonly Alternative[] {
  return alternatives.length > 0 ? alternatives : [new Map()];
}

/** Who can show `held` can show all that `asked` asks for. */
function suffices(held: Alternative, asked: Alternative): boolean {
  return [...asked].every(([scheme, scopes]) => scopes.every((scope) => held.get(scheme)?.includes(scope)) && held.has(scheme));
}

function nameOf(alternative: Alternative): string {
  return [...alternative].map(([scheme, scopes]) => (scopes.length > 0 ? `${scheme} (${scopes.join(', ')})` : scheme)).join(' and ') || 'no credentials';
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' or ');
}
