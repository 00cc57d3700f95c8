import type { Finding } from '../../finding/finding.ts';

/** What a version of a contract changed since the one before it, for those who use it. */
export interface Release {
  /** What the contract calls its version, or how the version was named by who asked. */
  readonly version: string;
  readonly previous: string;
  readonly findings: readonly Finding[];
}

export type ChangelogKind = 'breaking' | 'attention' | 'deprecated' | 'removed' | 'added' | 'changed';

export interface ChangelogSection {
  readonly kind: ChangelogKind;
  readonly title: string;
  readonly changes: readonly Finding[];
}

const TITLES: readonly (readonly [ChangelogKind, string])[] = [
  ['breaking', 'Breaking'],
  ['attention', 'Needs attention'],
  ['deprecated', 'Deprecated'],
  ['removed', 'Removed'],
  ['added', 'Added'],
  ['changed', 'Changed'],
];

/** What hurts comes first, then what is announced, gone and new. A section without changes is left out. */
export function changelogSections({ findings }: Release): readonly ChangelogSection[] {
  const changes = findings.filter(({ kind }) => kind === 'change');
  return TITLES.flatMap(([kind, title]) => {
    const members = changes.filter((change) => kindOf(change) === kind);
    return members.length > 0 ? [{ kind, title, changes: members }] : [];
  });
}

/** The ids of changes end with what happened. */
function kindOf({ verdict, ruleId }: Finding): ChangelogKind {
  if (verdict === 'breaking') return 'breaking';
  if (/-(deprecated|sunset-changed)$/.test(ruleId)) return 'deprecated';
  if (verdict === 'dangerous') return 'attention';
  if (ruleId.endsWith('-removed')) return 'removed';
  return ruleId.endsWith('-added') ? 'added' : 'changed';
}

/** Whether a consumer has to be told what to do. */
export function needsMigration({ verdict, ruleId }: Finding): boolean {
  return verdict !== 'compatible' || ruleId.endsWith('-deprecated');
}
