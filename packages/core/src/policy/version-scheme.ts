/** What a version is, told by its form alone. */
export type VersionForm =
  | { readonly scheme: 'semver'; readonly core: readonly [bigint, bigint, bigint]; readonly pre: readonly string[] }
  | { readonly scheme: 'date'; readonly day: string; readonly preview: string }
  | { readonly scheme: 'sequence'; readonly number: bigint };

const NUMBER = '(0|[1-9]\\d*)';
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
/** As on semver.org, but for a `v` before it and a patch number that many contracts leave out. */
const SEMVER = new RegExp(`^v?${NUMBER}\\.${NUMBER}(?:\\.${NUMBER})?(?:-(${IDENTIFIERS}))?(?:\\+${IDENTIFIERS})?$`);
const DATE = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:-([a-z][0-9a-z.-]*))?$/;
const SEQUENCE = /^v?(\d+)$/;

/** `undefined` for what has none of the known forms. Eight digits that are a day are a date. */
export function formOf(version: string): VersionForm | undefined {
  if (version.length > 100) return undefined;
  return dateOf(version) ?? semverOf(version) ?? sequenceOf(version);
}

function semverOf(version: string): VersionForm | undefined {
  const match = SEMVER.exec(version);
  if (!match) return undefined;
  const [, major = '0', minor = '0', patch = '0', pre] = match;
  return { scheme: 'semver', core: [BigInt(major), BigInt(minor), BigInt(patch)], pre: pre?.split('.') ?? [] };
}

function dateOf(version: string): VersionForm | undefined {
  const [, year = '', , month = '', day = '', preview = ''] = DATE.exec(version) ?? [];
  const isReal = Number(year) >= 1900 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  return isReal ? { scheme: 'date', day: year + month + day, preview } : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function sequenceOf(version: string): VersionForm | undefined {
  const [, digits] = SEQUENCE.exec(version) ?? [];
  return digits === undefined ? undefined : { scheme: 'sequence', number: BigInt(digits) };
}

/** Below 0 if `a` comes before `b`; `undefined` if they are of two schemes, which have no order. */
export function orderOf(a: VersionForm, b: VersionForm): number | undefined {
  if (a.scheme === 'semver' && b.scheme === 'semver') return firstDifference(a.core, b.core) || orderOfPre(a.pre, b.pre);
  if (a.scheme === 'date' && b.scheme === 'date') return compare(a.day, b.day) || orderOfPreview(a.preview, b.preview);
  if (a.scheme === 'sequence' && b.scheme === 'sequence') return compare(a.number, b.number);
  return undefined;
}

/** SemVer 2.0.0, item 11: without a pre-release is later; numbers compare as numbers and come before words. */
function orderOfPre(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return compare(b.length, a.length);
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = orderOfIdentifier(a[i] ?? '', b[i] ?? '');
    if (difference !== 0) return difference;
  }
  return compare(a.length, b.length);
}

function orderOfIdentifier(a: string, b: string): number {
  const isNumber = (text: string) => /^\d+$/.test(text);
  if (isNumber(a) && isNumber(b)) return compare(BigInt(a), BigInt(b));
  return isNumber(a) === isNumber(b) ? compare(a, b) : isNumber(a) ? -1 : 1;
}

/** A preview comes before what it previews. Of two previews of one day nobody knows. */
function orderOfPreview(a: string, b: string): number {
  return compare(a === '' ? 1 : 0, b === '' ? 1 : 0);
}

function firstDifference(a: readonly bigint[], b: readonly bigint[]): number {
  for (const [i, part] of a.entries()) {
    const difference = compare(part, b[i] ?? 0n);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compare<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
