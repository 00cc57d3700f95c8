import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { escapeToken } from '@breakwater/core';

export interface Told {
  readonly rule: string;
  /** A JSON Pointer, in the file of the contract itself. */
  readonly pointer: string;
}

export interface Run {
  readonly told: readonly Told[];
  /** CPU seconds. */
  readonly seconds: number;
}

const run = promisify(execFile);

/** Spectral itself, asked once for each ruleset and contract: what it said, and what it cost, is kept. */
export class SpectralCli {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get isHere(): boolean {
    return existsSync(join(this.#folder, 'node_modules/.bin/spectral'));
  }

  /**
   * A copy of a ruleset that Spectral can run here: functions that are code are replaced by ones that find nothing, and what cannot be
   * had is left out. The rules concerned are the ones that Breakwater says it does not run.
   */
  copy(name: string, text: string, unavailable: readonly RegExp[]): string {
    const folder = join(this.#folder, 'rulesets', name);
    const functions = [...new Set([...text.matchAll(/function: ['"]?([\w-]+)/g)].map(([, one = '']) => one))].filter((one) => !CORE.has(one));
    mkdirSync(join(folder, 'functions'), { recursive: true });
    for (const one of functions) writeFileSync(join(folder, 'functions', `${one}.js`), 'export default () => undefined;\n');
    const lines = text.split('\n').filter((line) => !unavailable.some((pattern) => pattern.test(line)));
    writeFileSync(join(folder, 'ruleset.yaml'), lines.join('\n'));
    return join(folder, 'ruleset.yaml');
  }

  async ask(ruleset: string, file: string): Promise<Run | undefined> {
    const key = createHash('sha1').update(readFileSync(ruleset)).update(readFileSync(file)).digest('hex').slice(0, 16);
    const kept = join(this.#folder, 'results', `ruleset-${key}.json`);
    mkdirSync(join(this.#folder, 'results'), { recursive: true });
    if (!existsSync(kept)) writeFileSync(kept, JSON.stringify((await this.#start(ruleset, file)) ?? null));
    return JSON.parse(readFileSync(kept, 'utf8')) ?? undefined;
  }

  async #start(ruleset: string, file: string): Promise<Run | undefined> {
    const script = 'TIMEFORMAT="%U %S"; time "$0" lint --quiet -f json -r "$1" --fail-severity error "$2"';
    const { stdout, stderr } = await run('bash', ['-c', script, join(this.#folder, 'node_modules/.bin/spectral'), ruleset, file], { maxBuffer: 1 << 28 }).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
    if (!stdout.includes('[')) {
      console.log(`Spectral cannot run ${ruleset} on ${file}: ${stderr.slice(0, 400)}`);
      return undefined;
    }
    const results: readonly { code: string; path: readonly (string | number)[] }[] = JSON.parse(stdout.slice(stdout.indexOf('[')));
    const seconds = (stderr.trim().split('\n').at(-1) ?? '').split(' ').reduce((sum, part) => sum + Number(part), 0);
    return { told: results.map(({ code, path }) => ({ rule: code, pointer: path.map((part) => `/${escapeToken(String(part))}`).join('') })), seconds };
  }
}

const CORE = new Set(
  'alphabetical casing defined enumeration falsy length or pattern schema truthy typedEnum undefined unreferencedReusableObject xor'.split(' '),
);
