import type { Finding } from '@breakwater/core';
import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver';
import { toRange } from '../diagnostics/to-diagnostic.ts';
import { type Feature, type Parts, pathAfterChecks } from '../feature.ts';
import { toPath } from '../session/path.ts';
import type { Result } from '../session/result.ts';
import { accepting } from './accept.ts';
import { FIX_ALL, fixAll } from './fix-all.ts';
import { ignoring } from './ignore.ts';
import { quickFixes } from './quick-fix.ts';
import { remedies } from './remedy.ts';

export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
  answer(connection, parts) {
    connection.onCodeAction(async (params) => {
      const path = await pathAfterChecks(params.textDocument.uri, parts);
      return [...(await codeActionsAt(path, params, parts))];
    });
  },
};

/** The repairs of what stands at a range, ways to say that it is known and, when it is asked for by kind, of all that can be repaired without a doubt. */
async function codeActionsAt(path: string, { range, context }: CodeActionParams, parts: Parts): Promise<readonly CodeAction[]> {
  const wants = (kind: string) => !context.only || context.only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const results = parts.session.resultsOf(path);
  if (context.only && wants(FIX_ALL)) return results.flatMap((result) => fixAll(findingsOf(path, result), result, parts));
  if (!wants(CodeActionKind.QuickFix)) return [];
  const actions: CodeAction[] = [];
  for (const result of results) {
    const asked = findingsOf(path, result)
      .filter((finding) => isOn(range, finding))
      .map((finding) => ({ finding, result, parts }));
    actions.push(...asked.flatMap((one) => [...quickFixes(one), ...remedies(one)]));
    for (const one of asked) actions.push(...(await accepting(one)), ...ignoring(one));
  }
  return actions;
}

/** Whether they share a line. */
function isOn({ start, end }: Range, { at }: Finding): boolean {
  return toRange(at).start.line <= end.line && toRange(at).end.line >= start.line;
}

function findingsOf(path: string, { root, findings }: Result): readonly Finding[] {
  return findings.filter(({ at }) => toPath(root.folder, at.uri) === path);
}
