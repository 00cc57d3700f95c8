import { type Check, type Context, shown } from '../function/check.ts';
import type { DataRule } from '../ruleset/data-rule.ts';
import type { Ledger } from './ledger.ts';
import type { Place } from './places.ts';
import { below, type Target, targetOf, targetsOf } from './target.ts';
import { Undecided } from './undecided.ts';
import type { Frame } from './walk.ts';

/** Asks the rules of a path about what it has found. */
export function ask({ path, rules, seen }: Place, frame: Frame, context: Context, ledger: Ledger): void {
  const { everything, keyed, parents } = path;
  if (everything && frame.node.kind === 'scalar') return;
  let at: Frame | undefined = frame;
  for (let i = 0; i < parents; i++) at = at?.parent;
  if (!at) return;
  const whole = targetOf(at, keyed);
  if (seen.has(whole.node)) return;
  seen.add(whole.node);
  for (const rule of rules) {
    for (const { field, check } of rule.demands) if (check) askOne(rule, check, targetsOf(whole, field, context.seen), context, ledger);
  }
}

function askOne(rule: DataRule, check: Check, targets: readonly Target[], context: Context, ledger: Ledger): void {
  try {
    for (const target of targets) {
      for (const { message, path = [] } of check(target.value, context)) {
        const part = below(target, path, context.seen);
        ledger.tell(rule, message, part, shown(part.missing.length > 0 ? undefined : path.length > 0 ? part.value : target.value));
      }
    }
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    ledger.leaveOut(rule, error.message);
  }
}
