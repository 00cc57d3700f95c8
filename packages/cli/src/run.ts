import { isTransitive, MODES, PRESETS } from '@breakwater/core';
import { Command, CommanderError, Option } from 'commander';
import type { BundleOptions } from './command/bundle.ts';
import { CHANGELOG_FORMATS, type ChangelogOptions, changelog } from './command/changelog.ts';
import { type CheckOptions, check } from './command/check.ts';
import { type DiffOptions, diff } from './command/diff.ts';
import { explain } from './command/explain.ts';
import { ALL_WORDS, CHANGE_WORDS, parseFailOn, RULE_WORDS } from './command/fail-on.ts';
import { init } from './command/init.ts';
import { configOptions, judgingOptions, readOptions, ruleOptions } from './command/judging.ts';
import { type LintOptions, lint } from './command/lint.ts';
import { type RulesOptions, rules } from './command/rules.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { OUTPUT_FORMATS } from './render.ts';
import { VERSION } from './version.ts';

/** Runs one command line; `undefined` when a server has started that ends by itself. Never throws, never prints a stack. */
export async function run(args: readonly string[], io: Io): Promise<Exit | undefined> {
  let code: Exit | undefined = EXIT.clean;
  const program = programOf(io, (result) => void (code = result));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    io.err(
      `breakwater: ${error instanceof Error ? error.message.split('\n')[0] : 'something unknown'} went wrong inside Breakwater; this is a bug, please report it.\n`,
    );
    return EXIT.failed;
  }
}

function programOf(io: Io, end: (code: Exit | undefined) => void): Command {
  const program = new Command('breakwater')
    .description('Checks API contracts: is one valid, is it well designed, does a change to it break somebody?')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: (text) => io.err(text.replace(/^error: /, 'breakwater: ')) })
    .showHelpAfterError('Run `breakwater --help` to see what there is.')
    .addHelpText('after', EXAMPLES);
  addDiff(program, io, end);
  addLint(program, io, end);
  addCheck(program, io, end);
  addChangelog(program, io, end);
  addOthers(program, io, end);
  return program;
}

const EXAMPLES = `
Examples:
  breakwater diff main:openapi.yaml openapi.yaml       what moved since main
  breakwater diff old.yaml new.yaml --format markdown  a report to paste
  breakwater lint "api/**/*.yaml" --fail-on warn       rules only
  breakwater check                                     both, for every contract here
  breakwater changelog v1:api.yaml api.yaml            what consumers have to know
  breakwater explain property-removed                  why it matters, what to do

Exit code: 0 nothing at or over the bar, 1 something is, 2 could not check.`;

const BASIC_MODES = MODES.filter((mode) => !isTransitive(mode));

type End = (code: Exit | undefined) => void;

const formatOption = () => new Option('--format <format>', 'how to print the report').choices(OUTPUT_FORMATS).default('text');
const failOnOption = (words: readonly string[], standard: string) =>
  new Option('--fail-on <bar>', `exit with 1 from here on: ${words.join(', ')} (default: ${standard})`).argParser(parseFailOn(words));

function addDiff(program: Command, io: Io, end: End): void {
  const command = program
    .command('diff')
    .description('Compare versions of a contract.')
    .argument('<base>', 'the earlier version: a file, <git-ref>:<path>, or - for standard input')
    .argument('<head...>', 'the later version, named the same way; of several the last, and all before it are earlier ones')
    .addOption(formatOption())
    .addOption(failOnOption(CHANGE_WORDS, 'breaking'))
    .addHelpText(
      'after',
      '\nExamples:\n  breakwater diff v1.2.0:api/openapi.yaml api/openapi.yaml\n  curl -s https://example.com/openapi.json | breakwater diff - openapi.json --fail-on dangerous\n  breakwater diff v1:openapi.yaml v2:openapi.yaml openapi.yaml --mode BACKWARD_TRANSITIVE',
    )
    .action(async (base: string, others: string[], options: DiffOptions) => end(await diff([base, ...others], options, io)));
  for (const option of [...judgingOptions(MODES), ...configOptions()]) command.addOption(option);
}

function addLint(program: Command, io: Io, end: End): void {
  const command = program
    .command('lint')
    .description('Check contracts against the rules.')
    .argument('<files...>', 'files or globs (quote them), or - for standard input')
    .addOption(formatOption())
    .addOption(failOnOption(RULE_WORDS, 'error'))
    .option('--fix', 'repair in the files what can be repaired without changing what the contract means, and report what is left')
    .option('--write-baseline [file]', 'write what is found now to a file; the configuration names it, and from then on only more is told')
    .option('--fix-unsafe', 'repair that, and also what somebody has to look at afterwards')
    .addHelpText(
      'after',
      '\nExamples:\n  breakwater lint openapi.yaml\n  breakwater lint openapi.yaml --fix\n  breakwater lint openapi.yaml --ruleset .spectral.yaml\n  breakwater lint "services/*/openapi.yaml" --format sarif > breakwater.sarif',
    )
    .action(async (files: string[], options: LintOptions) => end(await lint(files, options, io)));
  for (const option of [...ruleOptions(), ...configOptions()]) command.addOption(option);
}

function addCheck(program: Command, io: Io, end: End): void {
  const command = program
    .command('check')
    .description('Rules and comparison together; the base comes from git.')
    .argument('[files...]', 'files or globs; without any, every contract below this folder')
    .option('--base <git-ref>', 'what to compare with (default: the merge base with the default branch)')
    .addOption(formatOption())
    .addOption(failOnOption(ALL_WORDS, 'breaking,error'))
    .addHelpText('after', '\nExamples:\n  breakwater check\n  breakwater check api/openapi.yaml --base v1.2.0 --fail-on dangerous,warn')
    .action(async (files: string[], options: CheckOptions) => end(await check(files, options, io)));
  for (const option of [...ruleOptions(), ...judgingOptions(BASIC_MODES), ...configOptions()]) command.addOption(option);
}

function addChangelog(program: Command, io: Io, end: End): void {
  const command = program
    .command('changelog')
    .description('Write what each version of a contract changed, and what its consumers have to do.')
    .argument('<base>', 'the earliest version: a file, <git-ref>:<path>, or - for standard input')
    .argument('<versions...>', 'the versions after it, in their order')
    .addOption(new Option('--format <format>', 'how to write it').choices(CHANGELOG_FORMATS).default('markdown'))
    .addHelpText(
      'after',
      '\nExamples:\n  breakwater changelog v1.0.0:openapi.yaml v1.1.0:openapi.yaml openapi.yaml > CHANGELOG.md\n  breakwater changelog old.yaml new.yaml --format html > changelog.html',
    )
    .action(async (base: string, others: string[], options: ChangelogOptions) => end(await changelog([base, ...others], options, io)));
  for (const option of [...judgingOptions(BASIC_MODES), ...configOptions()]) command.addOption(option);
}

function addOthers(program: Command, io: Io, end: End): void {
  program
    .command('explain')
    .description('Show the page of a rule or change: why it matters and what to do.')
    .argument('<rule-id>', 'as it stands in a report')
    .action((id: string) => end(explain(id, io)));
  program
    .command('rules')
    .description('List what a configuration can set: id, severity, the smallest preset that has it on, and what it tells.')
    .addOption(new Option('--preset <name>', 'only the rules that a preset has on').choices(PRESETS))
    .action((options: RulesOptions) => end(rules(options, io)));
  program
    .command('init')
    .description('Write a breakwater.yaml to start with.')
    .action(() => end(init(io)));
  const bundling = program
    .command('bundle')
    .description('Write one self-contained document of a contract and the files that it refers to.')
    .argument('<file>', 'the file to start from, <git-ref>:<path>, or -')
    .option('-o, --output <file>', 'where to write it (default: standard output); JSON for a name that ends in .json')
    .action(async (file: string, options: BundleOptions) => {
      // What few commands need is not loaded by the others.
      const { bundle } = await import('./command/bundle.ts');
      end(await bundle(file, options, io));
    });
  for (const option of readOptions()) bundling.addOption(option);
  program
    .command('lsp')
    .description('Start the language server for an editor.')
    .option('--stdio', 'speak over standard input and output')
    .action(async (options: { stdio?: boolean }) => {
      const { lsp } = await import('./command/lsp.ts');
      end(lsp(options, io));
    });
}
