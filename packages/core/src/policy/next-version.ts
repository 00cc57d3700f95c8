import type { Bump } from './needed-bump.ts';
import { formOf, type VersionForm } from './version-scheme.ts';

/**
 * The version that comes after one, for changes of a weight, spelled as that one is. `undefined` where nobody can tell: for other
 * forms, for a pre-release without a number, and for a date if it is not a later day yet.
 */
export function nextVersion(version: string, bump: Bump, today?: string): string | undefined {
  const form = formOf(version);
  const mark = version.startsWith('v') ? 'v' : '';
  switch (form?.scheme) {
    case 'semver':
      return form.pre.length > 0 ? nextPreview(version) : mark + nextCore(form, bump).slice(0, version.split('.').length).join('.');
    case 'date':
      return nextDay(version, form.day, today);
    case 'sequence':
      return `${mark}${form.number + 1n}`;
    case undefined:
      return undefined;
  }
}

/** In 0.y.z nothing is promised: what would be a major version is a minor one, and so on (SemVer 2.0.0, item 4). */
function nextCore({ core: [major, minor, patch] }: VersionForm & { scheme: 'semver' }, bump: Bump): readonly bigint[] {
  const steps = { major: [major + 1n, 0n, 0n], minor: [major, minor + 1n, 0n], patch: [major, minor, patch + 1n] };
  if (major > 0n) return steps[bump];
  return bump === 'major' ? steps.minor : steps.patch;
}

/** `2.0.0-beta.1`, and what comes after it before the release. */
function nextPreview(version: string): string | undefined {
  const [, before, number] = /^([^+]*[-.])(\d+)(?:\+.*)?$/.exec(version) ?? [];
  return before === undefined || number === undefined || !before.includes('-') ? undefined : `${before}${BigInt(number) + 1n}`;
}

function nextDay(version: string, day: string, today: string | undefined): string | undefined {
  if (today === undefined || today.replaceAll('-', '') <= day) return undefined;
  return version.charAt(4) === '-' ? today : today.replaceAll('-', '');
}
