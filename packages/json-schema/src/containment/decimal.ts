/** An exact decimal number: `digits` × 10^-`scale`. A JSON number is what its shortest text says, so 0.1 is one tenth. */
export interface Decimal {
  readonly digits: bigint;
  /** Places after the point, at least 0. */
  readonly scale: number;
}

/** Undefined for what is no finite number. */
export function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** `digits` of the number when it is written with `scale` places. `scale` is at least the number's own. */
export function digitsAt({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

export function numberOfDigits(digits: bigint, scale: number): number {
  return scale === 0 ? Number(digits) : Number(`${digits}e-${scale}`);
}

/** Exact, also where `%` on floating point numbers is not. `of` is greater than 0. */
export function isMultiple(value: number, of: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(of)) return value % of === 0;
  const [a, b] = [decimalOf(value), decimalOf(of)];
  if (!a || !b) return false;
  const scale = Math.max(a.scale, b.scale);
  return digitsAt(a, scale) % digitsAt(b, scale) === 0n;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Rounds towards minus infinity, unlike `/`. `b` is greater than 0. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

const WRITTEN = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;

/** Of an exponent, in characters. No computer holds a number of that many digits. */
const MAX_EXPONENT = 12;

/** Equal texts for equal numbers, however long, without room for all their zeros: `1.50` and `15e-1` are `15e-1`. A text that is no decimal is itself. */
export function exactNumber(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = WRITTEN.exec(text) ?? [];
  if ((whole === '' && fraction === '') || exponent.length > MAX_EXPONENT) return text;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  let end = digits.length;
  while (end > 0 && digits.endsWith('0', end)) end--;
  if (end === 0) return '0';
  return `${sign === '-' ? '-' : ''}${digits.slice(0, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}
