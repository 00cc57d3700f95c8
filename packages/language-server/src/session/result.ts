import { accept, beyondBaseline, type Checker, type Contract, type Finding, KNOWABLE, type LintMemory, normalize, type Settings } from '@breakwater/core';
import type { BaseContract, BaseName } from './base.ts';
import type { Configured } from './configuration.ts';
import type { Root } from './workspace.ts';

/** A contract where it is. */
export interface Located {
  readonly root: Root;
  readonly contract: Contract;
}

/** What is known of one contract: the findings of the texts as they are, never of older ones. */
export interface Result extends Located {
  readonly findings: readonly Finding[];
  /** By what it was judged. */
  readonly settings: Settings;
  /** The version it was compared with. */
  readonly base: BaseName | undefined;
  /** The contract in that version. */
  readonly before: Contract | undefined;
}

/** Half-typed text is not compared, and no finding of an older text stays. */
export function resultOf(
  checker: Checker,
  { root, memory }: { readonly root: Root; readonly memory?: LintMemory | undefined },
  contract: Contract,
  configured: Configured,
  base: BaseContract | undefined,
): Result {
  const { settings, mistakes, baseline } = configured;
  const linted = checker.lint(contract, settings, memory);
  const own = baseline ? beyondBaseline(linted, baseline, new Set(), KNOWABLE).findings : linted;
  const comparison = base && checker.compare(base.contract, contract, settings);
  const compared = comparison?.compared === true;
  const decided = base && compared ? checker.decide(base.contract, contract, comparison.findings, settings).findings : [];
  const found = normalize([...own, ...withAcceptances(decided, configured)]);
  const shown = found.filter(({ severity, suppressed }) => severity !== 'off' && suppressed === undefined);
  return {
    root,
    contract,
    settings,
    base: compared ? base?.name : undefined,
    before: compared ? base?.contract : undefined,
    findings: mistakes.length === 0 ? shown : normalize([...mistakes, ...shown]),
  };
}

/** A configuration is told its mistakes. */
export function configurationResultOf(root: Root, contract: Contract, { settings, mistakes }: Configured): Result {
  return { root, contract, settings, base: undefined, before: undefined, findings: normalize(mistakes) };
}

/** What acceptances are no longer needed only who sees all contracts can tell, and here is one. */
function withAcceptances(findings: readonly Finding[], { accept: entries, settings }: Configured): readonly Finding[] {
  return accept(findings, entries, settings.today ?? '').slice(0, findings.length);
}
