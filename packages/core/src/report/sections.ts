import type { Finding } from '../finding/finding.ts';

/** What a reader looks for together: changes by verdict, everything else by severity. */
export type SectionKind = 'breaking' | 'error' | 'dangerous' | 'warn' | 'accepted' | 'compatible' | 'info' | 'known';

export interface Section {
  readonly kind: SectionKind;
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** The worst first; this is also the order in which space is given. */
const TITLES: ReadonlyMap<SectionKind, string> = new Map([
  ['breaking', 'Breaking changes'],
  ['error', 'Errors'],
  ['dangerous', 'Dangerous changes'],
  ['warn', 'Warnings'],
  ['accepted', 'Accepted changes'],
  ['compatible', 'Compatible changes'],
  ['info', 'Notes'],
  ['known', 'In the base already'],
]);

/** Every finding is in one section; a section without findings is left out. */
export function sectionsOf(findings: readonly Finding[]): readonly Section[] {
  const groups = groupBy(findings, sectionOf);
  return [...TITLES].flatMap(([kind, title]) => {
    const members = groups.get(kind);
    return members ? [{ kind, title, findings: members }] : [];
  });
}

/** The same findings, the worst first, otherwise in their order. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return sectionsOf(findings).flatMap((section) => section.findings);
}

/** Grouped by the first operation that is affected, as `POST /orders request body`; findings that affect none come first, as `''`. */
export function byOperation(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = groupBy(findings, ({ affects }) => affects?.[0] ?? '');
  const others = groups.get('');
  return others ? new Map([['', others], ...groups]) : groups;
}

/** The groups in the order of their first finding. */
export function groupBy<Key>(findings: readonly Finding[], keyOf: (finding: Finding) => Key): ReadonlyMap<Key, readonly Finding[]> {
  const groups = new Map<Key, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

/** A change without a verdict counts as compatible, as it does for the bar. */
function sectionOf({ kind, verdict = 'compatible', severity, accepted, inBase }: Finding): SectionKind {
  if (accepted) return 'accepted';
  if (inBase) return 'known';
  if (kind === 'change') return verdict;
  return severity === 'error' || severity === 'warn' ? severity : 'info';
}
