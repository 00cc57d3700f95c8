import * as core from '@actions/core';
import { AUDIENCES, type Audience, type Bar, CHANGE_BARS, DEFAULT_BAR, type Mode, RULE_BARS } from '@breakwater/core';
import type { Part } from './shard.ts';

export interface Inputs {
  readonly files: readonly string[];
  /** Whether contracts that are not touched are checked too. */
  readonly all: boolean;
  readonly base: string;
  /** A configuration that is named; empty for the nearest of each contract. */
  readonly config: string;
  // What is not given is left to the configuration.
  readonly failOn: Bar | undefined;
  readonly mode: Mode | undefined;
  readonly audiences: readonly Audience[] | undefined;
  /** Which part of the contracts is checked. */
  readonly shard: Part | undefined;
  /** A glob of reports that are folded in place of a check; empty for none. */
  readonly merge: string;
  readonly comment: boolean;
  /** Of the comment, where several jobs of one pull request each keep their own. */
  readonly key: string;
  readonly review: boolean;
  readonly checkRun: boolean;
  /** Where the SARIF file goes; empty for none. */
  readonly sarifFile: string;
  readonly sarifUpload: boolean;
  /** The name of the label that accepts; empty for none. */
  readonly acceptLabel: string;
  readonly acceptReplies: boolean;
  /** In bytes. */
  readonly maxFileSize: number;
  readonly token: string;
}

const MODES: readonly Mode[] = ['BACKWARD', 'FORWARD', 'FULL', 'NONE'];

/** Throws one line about the first input that says nothing known: a typo must not weaken the check. */
export function readInputs(): Inputs {
  const mode = MODES.find((one) => one === core.getInput('mode'));
  if (!mode && core.getInput('mode') !== '') throw new Error(`the input \`mode\` is \`${core.getInput('mode')}\`; allowed are ${MODES.join(', ')}.`);
  return {
    files: core
      .getInput('files')
      // A comma between braces is of the glob.
      .split(/\n|,(?![^{}\n]*\})/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    all: isOn('all'),
    base: core.getInput('base'),
    config: core.getInput('config'),
    failOn: given('fail-on', barOf),
    mode,
    audiences: given('audience', audiencesOf),
    shard: given('shard', partOf),
    merge: core.getInput('merge'),
    comment: isOn('comment'),
    key: keyOf(core.getInput('key')),
    review: isOn('review'),
    checkRun: isOn('check-run'),
    sarifFile: core.getInput('sarif-file'),
    sarifUpload: isOn('sarif-upload'),
    acceptLabel: core.getInput('accept-label'),
    acceptReplies: isOn('accept-replies'),
    maxFileSize: sizeOf(core.getInput('max-file-size')),
    token: core.getInput('token'),
  };
}

/** It stands in a comment of HTML. */
function keyOf(text: string): string {
  if (text !== '' && (!/^[\w./ -]{1,100}$/.test(text) || text.includes('--')))
    throw new Error(`the input \`key\` is \`${text}\`; it may hold letters, digits, spaces and . / _ and single -.`);
  return text;
}

function isOn(name: string): boolean {
  const text = core.getInput(name);
  if (text !== 'true' && text !== 'false') throw new Error(`the input \`${name}\` is \`${text}\`; allowed are true and false.`);
  return text === 'true';
}

function given<T>(name: string, read: (text: string) => T): T | undefined {
  const text = core.getInput(name);
  return text === '' ? undefined : read(text);
}

function audiencesOf(text: string): readonly Audience[] {
  return text.split(',').map((part) => {
    const audience = AUDIENCES.find((one) => one === part.trim());
    if (!audience) throw new Error(`the input \`audience\` has \`${part.trim()}\`; allowed are ${AUDIENCES.join(', ')}.`);
    return audience;
  });
}

function partOf(text: string): Part {
  const [, index, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text.trim()) ?? [];
  if (index === undefined || Number(index) > Number(of))
    throw new Error(`the input \`shard\` is \`${text}\`; it has to be like \`2/4\`, the second of four parts.`);
  return { index: Number(index), of: Number(of) };
}

function sizeOf(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text.trim())) throw new Error(`the input \`max-file-size\` is \`${text}\`; it has to be a number of megabytes, such as 50.`);
  return Number(text) * 1_000_000;
}

function barOf(text: string): Bar {
  let bar: Bar = DEFAULT_BAR;
  for (const word of text.split(',').map((part) => part.trim())) {
    const changes = CHANGE_BARS.find((one) => one === word);
    const rules = RULE_BARS.find((one) => one === word);
    if (word === 'never') bar = { changes: 'never', rules: 'never' };
    else if (changes ?? rules) bar = { changes: changes ?? bar.changes, rules: rules ?? bar.rules };
    else throw new Error(`the input \`fail-on\` has \`${word}\`; allowed are ${[...CHANGE_BARS, ...RULE_BARS, 'never'].join(', ')}.`);
  }
  return bar;
}
