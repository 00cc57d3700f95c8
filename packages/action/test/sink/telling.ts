import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ContractReport, type Failure, type Finding, type Run, summaryOf } from '@breakwater/core';
import { vi } from 'vitest';
import { type Annotation, annotationsOf } from '../../../../test/github/annotation.ts';
import { parseCommandFile } from '../../../../test/github/command-file.ts';
import { pullRequestEvent, type WorkflowEvent } from '../../../../test/github/event.ts';
import { parseLog } from '../../../../test/github/workflow-command.ts';
import type { Context } from '../../src/context.ts';
import type { Repair } from '../../src/fixes.ts';
import type { Stage } from '../../src/sink/sink.ts';
import { report } from '../../src/sink/sinks.ts';
import { TOOL } from '../../src/tool.ts';
import { type Choosing, startChoosing } from '../base/choosing.ts';
import { inputsOf } from '../inputs-of.ts';

/** What is told; what is left out is of the check of a pull request that has found nothing. */
interface Told {
  readonly findings?: readonly Finding[];
  readonly failures?: readonly Failure[];
  readonly contracts?: readonly ContractReport[];
  readonly run?: Partial<Run>;
  readonly failed?: boolean;
  readonly stage?: Stage;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: WorkflowEvent;
  readonly context?: Partial<Context>;
  readonly token?: string;
  readonly repairs?: readonly Repair[];
}

/** What became of it in the job; what became of it at GitHub is in its state. */
interface InTheJob {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What the action says for itself, and not of a finding: `warning: …`. */
  readonly said: readonly string[];
}

export interface Telling extends Choosing {
  /** The workspace and the temporary folder of the job. */
  readonly folders: { readonly workspace: string; readonly temp: string };
  tell(told: Told): Promise<InTheJob>;
  /** GitHub forgets what it was told, and the trouble that was planted. */
  forget(): void;
}

/** A job that has come to its verdict, and a GitHub that is told of it. */
export async function startTelling(): Promise<Telling> {
  const world = await startChoosing({ base: { 'a.yaml': 'a: 1\n' }, head: { 'a.yaml': 'a: 2\nb: 3\n' } });
  const top = mkdtempSync(join(tmpdir(), 'telling-'));
  const file = (name: string) => join(top, name);
  const folders = { workspace: world.folder, temp: top };
  vi.stubEnv('GITHUB_OUTPUT', file('output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', file('summary'));
  const clear = () => ['output', 'summary'].map((name) => writeFileSync(file(name), ''));
  return {
    ...world,
    folders,
    async tell({ event = pullRequestEvent({ repository: world.repository }), context: more = {}, token, inputs = {}, ...told }) {
      clear();
      const { client, context } = await world.seen({ event, ...(token !== undefined && { token }) });
      const { findings = [], failures = [], contracts = [], run = {}, failed = false, stage = 'check', repairs = [] } = told;
      const log: string[] = [];
      const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => log.push(String(text)) > 0);
      await report({
        ...{ stage, failed, client, inputs: inputsOf(inputs), repairs: async () => repairs },
        report: { tool: TOOL, contracts, findings, failures, summary: summaryOf(findings), run: { failed, head: context.sha, ...run } },
        context: { ...context, temp: top, runUrl: 'https://github.com/octo-org/shop/actions/runs/12', ...more },
        commits: { head: event.sha, base: world.repository.pull.baseSha },
      });
      write.mockRestore();
      const { values } = parseCommandFile(readFileSync(file('output'), 'utf8'));
      const annotations = annotationsOf(parseLog(log.join('')));
      const said = annotations.filter(({ title }) => title === undefined).map(({ level, message }) => `${level}: ${message}`);
      return { outputs: values, summary: readFileSync(file('summary'), 'utf8'), annotations, said };
    },
    forget() {
      world.github.heal();
      const { comments, reviewComments, checkRuns, sarifUploads } = world.github.state;
      for (const list of [comments, reviewComments, checkRuns, sarifUploads]) list.splice(0);
    },
    async end() {
      vi.unstubAllEnvs();
      rmSync(top, { recursive: true });
      await world.end();
    },
  };
}
