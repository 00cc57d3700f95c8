import { ascending } from '../text/ascending.ts';

/** What a version is, told by its form alone. */
export type VersionForm =
  | { readonly scheme: 'semver'; readonly core: Core; readonly pre: readonly string[] }
  | { readonly scheme: 'date'; readonly day: string; readonly preview: string }
  | { readonly scheme: 'sequence'; readonly number: bigint };

const NUMBER = '(?:0|[1-9]\\d*)';
const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
/** As on semver.org, but for a `v` before it and a patch number that many contracts leave out. */
const SEMVER = new RegExp(`^v?(${NUMBER}\\.${NUMBER}(?:\\.${NUMBER})?)(?:-(${IDENTIFIERS}))?(?:\\+${IDENTIFIERS})?$`);
const DATE = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:-([a-z][0-9a-z.-]*))?$/;
const SEQUENCE = /^v?(\d+)$/;

/** `undefined` for what has none of the known forms. Eight digits that are a day are a date. */
export function formOf(version: string): VersionForm | undefined {
  if (version.length > 100) return undefined;
  return dateOf(version) ?? semverOf(version) ?? sequenceOf(version);
}

function semverOf(version: string): VersionForm | undefined {
  const [, numbers, pre] = SEMVER.exec(version) ?? [];
  if (numbers === undefined) return undefined;
  const [major = 0n, minor = 0n, patch = 0n] = numbers.split('.').map(BigInt);
  return { scheme: 'semver', core: [major, minor, patch], pre: pre?.split('.') ?? [] };
}

function dateOf(version: string): VersionForm | undefined {
  const [, year, , month, day, preview = ''] = DATE.exec(version) ?? [];
  const isReal = Number(year) >= 1900 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  return isReal ? { scheme: 'date', day: `${year}${month}${day}`, preview } : undefined;
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
  if (a.scheme === 'semver' && b.scheme === 'semver') return orderOfCores(a.core, b.core) || orderOfPre(a.pre, b.pre);
  if (a.scheme === 'date' && b.scheme === 'date') return ascending(a.day, b.day) || orderOfPreview(a.preview, b.preview);
  if (a.scheme === 'sequence' && b.scheme === 'sequence') return ascending(a.number, b.number);
  return undefined;
}

type Core = readonly [bigint, bigint, bigint];

function orderOfCores(a: Core, b: Core): number {
  return ascending(a[0], b[0]) || ascending(a[1], b[1]) || ascending(a[2], b[2]);
}

/** SemVer 2.0.0, item 11: without a pre-release is later; numbers compare as numbers and come before words. */
function orderOfPre(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return ascending(b.length, a.length);
  for (const [i, own] of a.entries()) {
    const other = b[i];
    if (other === undefined) break;
    const difference = orderOfIdentifier(own, other);
    if (difference !== 0) return difference;
  }
  return ascending(a.length, b.length);
}

function orderOfIdentifier(a: string, b: string): number {
  const isNumber = (text: string) => /^\d+$/.test(text);
  if (isNumber(a) && isNumber(b)) return ascending(BigInt(a), BigInt(b));
  return ascending(isNumber(b), isNumber(a)) || ascending(a, b);
}

/** A preview comes before what it previews. Of two previews of one day nobody knows. */
function orderOfPreview(a: string, b: string): number {
  return ascending(a === '', b === '');
}
