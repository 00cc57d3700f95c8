import * as core from '@actions/core';
import { type Answer, createChecker, examine, isOver, normalize, type Report, summaryOf } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';
import { discoverContracts } from '@breakwater/node';
import manifest from '../package.json' with { type: 'json' };
import { type Base, baseOf } from './base.ts';
import { type Context, contextOf } from './context.ts';
import { contractsIn } from './contracts-in.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { say } from './say.ts';
import { report as writeReport } from './sink/sinks.ts';

const checker = createChecker(FORMATS, { guideOf });

/** The verdict first; then every place that is told of it. Telling may fail, and never changes the verdict. */
export async function run(): Promise<void> {
  try {
    const inputs = readInputs();
    const context = contextOf(process.env);
    core.setSecret(inputs.token);
    const base = await baseOf(inputs, context);
    const report = await check(inputs, context, base);
    const failed = report.failures.length > 0 || report.findings.some((finding) => isOver(finding, inputs.failOn));
    if (failed) process.exitCode = 1;
    await writeReport(report, inputs, context, base);
    if (failed) core.setFailed(say(verdictLine(report)));
  } catch (error) {
    core.setFailed(say(`Breakwater could not check anything: ${error instanceof Error ? error.message : 'unknown error'}`));
  }
}

async function check(inputs: Inputs, { workspace }: Context, base: Base): Promise<Report> {
  const named = inputs.files.length > 0;
  const files = named ? contractsIn(inputs.files, workspace) : await discoverContracts(workspace, (file) => checker.detect(file) !== undefined);
  const answers: Answer[] = [];
  if (files.length === 0)
    answers.push({
      contract: undefined,
      findings: [],
      failures: [{ message: named ? 'No file matches the input `files`.' : 'No contract was found in the repository.' }],
    });
  for (const uri of files) {
    const old = 'refusal' in base ? {} : { base: { uri, host: base.host, label: base.label, mayBeAbsent: true } };
    answers.push(
      await examine(checker, {
        head: { uri, host: base.head },
        ...old,
        lint: true,
        settings: { mode: inputs.mode, audiences: inputs.audiences, today: new Date().toISOString().slice(0, 10) },
      }),
    );
  }
  if ('refusal' in base) answers.push({ contract: undefined, findings: [], failures: [{ message: base.refusal }] });
  const findings = normalize(answers.flatMap((answer) => answer.findings));
  return {
    tool: { name: 'breakwater', version: manifest.version },
    contracts: answers.flatMap(({ contract }) => contract ?? []),
    findings,
    summary: summaryOf(findings),
    failures: answers.flatMap(({ failures }) => failures),
  };
}

function verdictLine({ failures, summary }: Report): string {
  const [failure] = failures;
  if (failure) return `Not everything could be checked: ${failure.message}`;
  return `${summary.breaking} breaking and ${summary.dangerous} dangerous changes, ${summary.errors} errors and ${summary.warnings} warnings.`;
}
