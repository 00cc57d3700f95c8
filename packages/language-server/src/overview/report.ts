import { type Answer, conclude, DEFAULT_BAR, escapeUnsafe, examine, toHtml } from '@breakwater/core';
import { ruleInfos } from '@breakwater/formats';
import { RequestType } from 'vscode-languageserver';
import { type Feature, type Parts, pathAfterChecks } from '../feature.ts';
import { chooseBase } from '../session/choose-base.ts';
import { configuredFor } from '../session/configuration.ts';
import type { Root } from '../session/workspace.ts';
import { TOOL } from '../tool.ts';
import { concerns } from './landmarks.ts';

export interface ReportQuestion {
  readonly uri: string;
  /** What to compare with, as the setting `breakwater.base` says it; absent: what that setting says. */
  readonly base?: string;
  /** The operation that the report is about; absent: all of them. */
  readonly scope?: string;
}

export type ReportAnswer = { readonly title: string; readonly html: string } | { readonly refusal: string };

/** What VS Code calls its themes in a webview. Where nothing else shows the page, nothing has these classes. */
const THEMES = { light: 'vscode-light', dark: 'vscode-dark' };

/** What changed in the contracts of a document, as a page without scripts. */
const report = new RequestType<ReportQuestion, ReportAnswer, void>('breakwater/report');

export const reports: Feature = {
  capabilities: () => ({}),
  answer(connection, parts) {
    connection.onRequest(report, (question) => answer(question, parts));
  },
};

async function answer(question: ReportQuestion, parts: Parts): Promise<ReportAnswer> {
  const path = await pathAfterChecks(question.uri, parts);
  const results = parts.session.resultsOf(path).filter(({ contract }) => contract.detection !== undefined);
  const [first] = results;
  if (!first) return { refusal: 'This file is no API contract, and no part of one.' };
  const wanted = question.base ?? (await parts.settings.baseFor(first.root.folder));
  const base = await chooseBase(first.root, wanted, { history: parts.surroundings, saved: parts.workspace.hostOf(first.root) });
  if ('refusal' in base) return { refusal: base.refusal === undefined ? 'There is nothing to compare with.' : `\`${wanted}\` ${base.refusal}.` };
  const judged = [];
  for (const { contract, root } of results) judged.push(await judge(contract.snapshot.entry, root, base, question, parts));
  const { isOver: _, ...said } = conclude(judged, new Date().toISOString().slice(0, 10));
  const about = question.scope ?? first.contract.snapshot.entry;
  return { title: escapeUnsafe(`${about}: since ${base.label}`), html: toHtml({ tool: TOOL, ...said }, { rules: ruleInfos(), themes: THEMES }) };
}

type Base = Exclude<Awaited<ReturnType<typeof chooseBase>>, { readonly refusal: string | undefined }>;

async function judge(uri: string, root: Root, base: Base, { scope }: ReportQuestion, { checker, workspace }: Parts) {
  const host = workspace.hostOf(root);
  const { settings, accept } = await configuredFor(uri, root, host);
  const { entryOf, label, key, host: old } = base;
  const name = key.length === 40 ? `${label} (${key.slice(0, 7)})` : label;
  const answered = await examine(checker, {
    head: { uri, host },
    base: { uri: entryOf(uri), host: old, label: name, mayBeAbsent: true },
    lint: false,
    settings,
  });
  return { answer: scope === undefined ? answered : narrowed(answered, scope), terms: { accept, bar: DEFAULT_BAR } };
}

function narrowed(answered: Answer, scope: string): Answer {
  return { ...answered, findings: answered.findings.filter((finding) => concerns(finding, scope)) };
}
