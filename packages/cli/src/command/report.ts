import { type Answer, accept, type Bar, isOver, normalize, type Report, summaryOf } from '@breakwater/core';
import { EXIT, type Exit, type Io } from '../io.ts';
import { type OutputFormat, render } from '../render.ts';
import { VERSION } from '../version.ts';
import type { Judging } from './judging.ts';

/** One report over the answers about all contracts, in the order of their uris. */
export function reportOf(answers: readonly Answer[], { acceptances, settings }: Partial<Judging> = {}): Report {
  const all = normalize(answers.flatMap((answer) => answer.findings));
  const findings = acceptances && settings?.today !== undefined ? normalize(accept(all, acceptances, settings.today)) : all;
  return {
    tool: { name: 'breakwater', version: VERSION },
    contracts: answers.flatMap(({ contract }) => contract ?? []).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    findings,
    summary: summaryOf(findings),
    failures: answers.flatMap(({ failures }) => failures),
  };
}

/** Prints a report and says how the program ends. What could not be checked outweighs what was found. */
export function conclude(report: Report, format: OutputFormat, bar: Bar, io: Io): Exit {
  io.out(render(report, format, io.color));
  // In a report for people the failures are part of the text; elsewhere they would be easy to miss.
  if (format !== 'text') for (const { message } of report.failures) io.err(`breakwater: ${message}\n`);
  if (report.failures.length > 0) return EXIT.failed;
  return report.findings.some((finding) => isOver(finding, bar)) ? EXIT.found : EXIT.clean;
}
