import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { escapeToken } from '@breakwater/core';
import { PAIRS } from './pairs.ts';

/** What a tool told: its own name for the rule, and where. */
export interface Told {
  readonly rule: string;
  /** A JSON Pointer, in the file of the contract itself. */
  readonly pointer: string;
}

export type PeerName = 'spectral' | 'redocly';

const run = promisify(execFile);

/** Both tools, asked once per contract and version: what they said is kept. */
export class Peers {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(join(folder, 'results'), { recursive: true });
    writeFileSync(join(folder, 'spectral.yaml'), 'extends: [[spectral:oas, all]]\n');
    const rules = Object.values(PAIRS).flatMap(({ redocly = [] }) => redocly.filter((rule) => rule !== 'no-unresolved-refs'));
    writeFileSync(
      join(folder, 'redocly.yaml'),
      `extends: [minimal]\nrules:\n  no-unresolved-refs: error\n${rules.map((rule) => `  ${rule}: error\n`).join('')}`,
    );
  }

  get areHere(): boolean {
    return existsSync(join(this.#folder, 'node_modules/.bin/spectral'));
  }

  /** What a tool says of a file; `undefined` if it cannot read it. */
  async ask(peer: PeerName, file: string): Promise<readonly Told[] | undefined> {
    const key = createHash('sha1').update(peer).update(JSON.stringify(PAIRS)).update(readFileSync(file)).digest('hex').slice(0, 16);
    const kept = join(this.#folder, 'results', `${peer}-${key}.json`);
    if (!existsSync(kept)) writeFileSync(kept, await this.#start(peer, file));
    const text = readFileSync(kept, 'utf8');
    if (text === '') return undefined;
    return peer === 'spectral' ? fromSpectral(text) : fromRedocly(text);
  }

  async #start(peer: PeerName, file: string): Promise<string> {
    const bin = join(this.#folder, 'node_modules/.bin', peer);
    const args =
      peer === 'spectral'
        ? ['lint', '--quiet', '-f', 'json', '-r', join(this.#folder, 'spectral.yaml'), '--fail-severity', 'error', file]
        : ['lint', '--format', 'json', '--max-problems', '100000', '--config', join(this.#folder, 'redocly.yaml'), file];
    const options = { maxBuffer: 1 << 28, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } };
    try {
      return (await run(bin, args, options)).stdout;
    } catch (error) {
      // A tool that finds something ends with 1, and its answer stands in the output all the same. Without one, it could not read the file.
      if (error instanceof Error && 'stdout' in error && 'code' in error && typeof error.code === 'number')
        return /[[{]/.test(String(error.stdout)) ? String(error.stdout) : '';
      throw error;
    }
  }
}

function fromSpectral(text: string): readonly Told[] {
  const results: readonly { code: string; path: readonly (string | number)[] }[] = JSON.parse(text.slice(text.indexOf('[')));
  return results.map(({ code, path }) => ({ rule: code, pointer: path.map((part) => `/${escapeToken(String(part))}`).join('') }));
}

function fromRedocly(text: string): readonly Told[] {
  const { problems }: { problems: readonly { ruleId: string; location: readonly { pointer?: string }[] }[] } = JSON.parse(text.slice(text.indexOf('{')));
  return problems.map(({ ruleId, location }) => ({ rule: ruleId, pointer: (location[0]?.pointer ?? '').replace(/^#/, '').replace(/\/$/, '') }));
}
