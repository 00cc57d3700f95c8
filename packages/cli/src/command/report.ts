import { type AcceptanceEntry, type Answer, conclude as concludeOver, type Failure, type Judged } from '@breakwater/core';
import { EXIT, type Exit, type Io } from '../io.ts';
import { type OutputFormat, render } from '../render.ts';
import { seenFrom } from '../seen-from.ts';
import { startOf } from '../source.ts';
import { VERSION } from '../version.ts';

/** What could not be checked at all. */
export function failed(failures: readonly Failure[]): Judged {
  return { answer: { contract: undefined, findings: [], failures } };
}

/** Prints a report over all contracts and says how the program ends. What could not be checked outweighs what was found. */
export async function conclude(judged: readonly Judged[], format: OutputFormat, io: Io, accepted: readonly AcceptanceEntry[] = []): Promise<Exit> {
  const { isOver, ...rest } = concludeOver(eachOnce(judged), io.today, { accepted });
  const report = { tool: { name: 'breakwater' as const, version: VERSION }, ...seenFrom(rest, await startOf(io.cwd), io.cwd) };
  io.out(render(report, format, io.color));
  // In a report for people the failures are part of the text; elsewhere they would be easy to miss.
  if (format !== 'text') for (const { message } of report.failures) io.err(`breakwater: ${message}\n`);
  if (report.failures.length > 0) return EXIT.failed;
  return isOver ? EXIT.found : EXIT.clean;
}

/** A configuration that many contracts share is refused once. */
function eachOnce(judged: readonly Judged[]): readonly Judged[] {
  const seen = new Set<Answer>();
  return judged.filter(({ answer }) => !seen.has(answer) && seen.add(answer));
}
