import { type Conclusion, memoryHost, type Report } from '@breakwater/core';
import type { Base } from '../src/base/base.ts';
import { check } from '../src/check.ts';
import { clientFor } from '../src/client.ts';
import { contextOf } from '../src/context.ts';
import { matchingIn, type Version } from '../src/version/version.ts';
import { inputsOf } from './inputs-of.ts';

export type Files = Readonly<Record<string, string>>;

export const LINE = '---\nopenapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\n';
const PATHS = 'paths:\n  /a:\n    get: { responses: { "200": { description: d } } }\n    put: { responses: { "200": { description: d } } }\n';
const PUT = /^ {4}put.*\n/m;
export const BASE = LINE + PATHS;
/** Breaks once. */
export const HEAD = BASE.replace(PUT, '');
export const FEW: Files = { 'breakwater.yaml': 'extends: minimal\n' };

const SHA = 'a'.repeat(40);

export function versionOf(files: Files, more: Partial<Version> = {}): Version {
  const ids = new Map(Object.entries(files).filter(([path]) => /\.(ya?ml|json)$/.test(path)));
  const matching = async (pattern: string) => matchingIn(Object.keys(files), pattern);
  return { sha: SHA, publicSha: SHA, host: memoryHost(files), files: async () => ids, isFar: false, matching, ...more };
}

export interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly head?: Partial<Version>;
  readonly base?: Partial<Extract<Base, { version: unknown }>> | { readonly refusal: string };
}

export async function checked(before: Files, after: Files, { inputs = {}, event = 'push', head, base = {} }: Options = {}) {
  const context = contextOf({ GITHUB_REPOSITORY: 'octo-org/shop', GITHUB_EVENT_NAME: event });
  const repository = { client: clientFor('the-token', 'http://127.0.0.1:9'), context, top: undefined, limits: {} };
  const old: Base = 'refusal' in base ? base : { version: versionOf({ ...FEW, ...before }), label: 'the base', ...base };
  return check(inputsOf(inputs), repository, versionOf({ ...FEW, ...after }, head), old);
}

type Told = Pick<Conclusion, 'contracts' | 'findings' | 'failures'> & Pick<Report, 'notes'>;
export const urisOf = ({ contracts }: Told) => contracts.map(({ uri }) => uri);
export const rulesOf = ({ findings }: Told) => findings.map(({ ruleId, at }) => `${at.uri}: ${ruleId}`);
export const failuresOf = ({ failures }: Told) => failures.map(({ message }) => message);
