import { type Decimal, decimalOf, digitsAt, floorDivide, leastCommonMultiple, numberOfDigits } from './decimal.ts';
import type { Fact } from './fact.ts';
import type { Outcome } from './outcome.ts';

/** Multiples that are tried one after the other. */
const MAX_TRIED = 2_000;
/** More places after the point than any constant has, for numbers between them. */
const EXTRA_PLACES = 3;

/** All bounds at one scale, so that everything below is exact whole-number arithmetic. */
interface Range {
  readonly scale: number;
  readonly low: bigint | undefined;
  readonly lowOpen: boolean;
  readonly high: bigint | undefined;
  readonly highOpen: boolean;
  /** The value is a multiple of this. */
  readonly step: bigint | undefined;
  readonly notSteps: readonly bigint[];
  readonly except: ReadonlySet<bigint>;
}

/** A number that meets all facts, `none` when there is provably none. */
export function solveNumber(facts: readonly Fact[]): Outcome {
  const range = rangeOf(facts);
  if (range.low !== undefined && range.high !== undefined && (range.low > range.high || (range.low === range.high && (range.lowOpen || range.highOpen))))
    return { kind: 'none' };
  if (range.step === undefined) return solveDense(range);
  return solveStepped(range, range.step);
}

function rangeOf(facts: readonly Fact[]): Range {
  const decimals = facts.map(decimalIn).filter((decimal) => decimal !== undefined);
  const scale = Math.max(0, ...decimals.map((decimal) => decimal.scale)) + EXTRA_PLACES;
  const sized = facts.flatMap((fact) => {
    const decimal = decimalIn(fact);
    return decimal ? [{ fact, digits: digitsAt(decimal, scale) }] : [];
  });
  const multiples = (sign: boolean) => sized.filter(({ fact }) => fact.kind === 'multiple' && fact.sign === sign).map(({ digits }) => digits);
  const low = tightest(sized, 'above');
  const high = tightest(sized, 'below');
  const steps = multiples(true);
  return {
    scale,
    low: low?.digits,
    lowOpen: low?.open ?? false,
    high: high?.digits,
    highOpen: high?.open ?? false,
    step: steps.length === 0 ? undefined : steps.reduce(leastCommonMultiple),
    notSteps: multiples(false),
    except: new Set(sized.filter(({ fact }) => fact.kind === 'except').map(({ digits }) => digits)),
  };
}

interface Bound {
  readonly digits: bigint;
  readonly open: boolean;
}

/** The bound that leaves the fewest numbers; of two equal ones, the open one. */
function tightest(sized: readonly { readonly fact: Fact; readonly digits: bigint }[], side: 'above' | 'below'): Bound | undefined {
  let best: Bound | undefined;
  for (const { fact, digits } of sized) {
    if (fact.kind !== side) continue;
    const tighter = !best || (side === 'above' ? digits > best.digits : digits < best.digits);
    if (tighter || (digits === best?.digits && fact.open)) best = { digits, open: fact.open };
  }
  return best;
}

function decimalIn(fact: Fact): Decimal | undefined {
  if (fact.kind === 'above' || fact.kind === 'below') return fact.limit;
  if (fact.kind === 'multiple') return fact.of;
  return fact.kind === 'except' ? decimalOf(fact.value) : undefined;
}

function isWithin(digits: bigint, { low, lowOpen, high, highOpen, step, notSteps, except }: Range): boolean {
  if (low !== undefined && (digits < low || (digits === low && lowOpen))) return false;
  if (high !== undefined && (digits > high || (digits === high && highOpen))) return false;
  if (step !== undefined && digits % step !== 0n) return false;
  return !except.has(digits) && notSteps.every((not) => digits % not !== 0n);
}

function solveStepped(range: Range, step: bigint): Outcome {
  if (range.notSteps.some((not) => step % not === 0n)) return { kind: 'none' };
  const first = range.low === undefined ? undefined : -floorDivide(-range.low, step);
  const last = range.high === undefined ? undefined : floorDivide(range.high, step);
  const tries: bigint[] = [];
  const few = first !== undefined && last !== undefined && last - first < BigInt(MAX_TRIED);
  if (few) for (let k = first; k <= last; k++) tries.push(k);
  else for (const anchor of [0n, first, last]) if (anchor !== undefined) for (let i = 0n; i < 100n; i++) tries.push(anchor + i, anchor - i);
  const usable = tries.map((k) => k * step).filter((digits) => isWithin(digits, range));
  usable.sort((a, b) => Number(magnitude(a) - magnitude(b)));
  if (usable[0] !== undefined) return { kind: 'found', value: numberOfDigits(usable[0], range.scale) };
  return few ? { kind: 'none' } : { kind: 'unknown', reason: '`multipleOf` left too many numbers to try' };
}

function magnitude(digits: bigint): bigint {
  return digits < 0n ? -digits : digits;
}

function solveDense(range: Range): Outcome {
  const { low, high, scale, except } = range;
  const one = 10n ** BigInt(scale);
  const anchors = [low, high, ...except, 0n].filter((anchor) => anchor !== undefined);
  const offsets = [0n, one, -one, 2n * one, -2n * one, one / 2n, -one / 2n, one / 10n, -one / 10n, one / 1000n, -one / 1000n, 1n, -1n, 7n, -7n];
  const tries = [0n, one, ...anchors.flatMap((anchor) => offsets.map((offset) => anchor + offset))];
  if (low !== undefined && high !== undefined) for (let i = 1n; i < 20n; i++) tries.push(low + ((high - low) * i) / 20n);
  const whole = low === undefined ? undefined : -floorDivide(-low, one) * one;
  if (whole !== undefined) tries.unshift(whole, whole + one);
  const usable = tries.find((digits) => isWithin(digits, range));
  if (usable !== undefined) return { kind: 'found', value: numberOfDigits(usable, scale) };
  return low !== undefined && low === high ? { kind: 'none' } : { kind: 'unknown', reason: 'no number was found between the bounds' };
}
