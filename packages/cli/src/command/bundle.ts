import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleOf } from '../bundle.ts';
import { checker } from '../checker.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { type ReadingOptions, sourceOf } from '../source.ts';

export interface BundleOptions extends ReadingOptions {
  readonly output?: string;
}

/** Writes one self-contained document. */
export async function bundle(file: string, options: BundleOptions, io: Io): Promise<Exit> {
  const { output } = options;
  const fail = (message: string): Exit => {
    io.err(`breakwater: ${message}\n`);
    return EXIT.failed;
  };
  const source = await sourceOf(file, options, io);
  if ('refusal' in source) return fail(source.refusal);
  const contract = await checker.load(source.uri, source.host);
  if ('refusal' in contract) return fail(`\`${source.uri}\` ${contract.refusal}.`);
  const [problem] = contract.problems.filter(({ severity }) => severity === 'error');
  if (problem) return fail(`${problem.at.uri}:${problem.at.start.line + 1}: ${problem.message} Nothing was bundled.`);
  const text = await bundleOf(contract.snapshot, output ?? source.uri);
  if (output === undefined) io.out(text);
  else writeFileSync(resolve(io.cwd, output), text);
  return EXIT.clean;
}
