import type { Finding } from '../finding/finding.ts';
import type { Node, ScalarNode } from '../tree/node.ts';
import type { TextProblem } from '../tree/reader.ts';
import { linksIn } from '../workspace/links.ts';
import { follow, type Resolution, resolve } from '../workspace/resolve.ts';
import type { LoadedFile, Snapshot } from '../workspace/snapshot.ts';
import { isRemote, targetOf } from '../workspace/uri.ts';
import { deprecatedYaml } from './deprecated-yaml.ts';
import { duplicateKey } from './duplicate-key.ts';
import { nearestPointer } from './nearest-pointer.ts';
import { type Problem, problemAt, problemIn } from './problem.ts';
import { refRemote } from './ref-remote.ts';
import { refResolves } from './ref-resolves.ts';
import { specParse } from './spec-parse.ts';

const BY_CODE: Readonly<Record<TextProblem['code'], Problem>> = {
  syntax: specParse,
  limit: specParse,
  'duplicate-key': duplicateKey,
  'deprecated-yaml': deprecatedYaml,
};

/** What keeps the texts of a contract from being read or its references from being followed. */
export function findProblems(snapshot: Snapshot): readonly Finding[] {
  return [...snapshot.files.values()].flatMap((file) => [...textProblems(file), ...referenceProblems(snapshot, file)]);
}

function textProblems({ source, problems }: LoadedFile): readonly Finding[] {
  return problems.map(({ code, message, span, related }) => problemIn(BY_CODE[code], message, source, span, related));
}

/** Each looks at all the names in one place. */
const MAX_SUGGESTIONS = 100;

function referenceProblems(snapshot: Snapshot, file: LoadedFile): readonly Finding[] {
  const { damaged } = file;
  let suggestions = MAX_SUGGESTIONS;
  const doubtful = linksIn(snapshot, file).flatMap(({ links, areWhole }) => (areWhole ? [] : links.map(({ reference }) => reference)));
  return doubtful.flatMap((reference) => {
    const failure = failureOf(snapshot, reference, damaged);
    const problem = isRemote(String(reference.value)) ? refRemote : refResolves;
    if (failure === undefined || isInExtension(reference)) return [];
    const meant = suggestions-- > 0 ? nearestPointer(snapshot, reference) : undefined;
    const found = problemAt(problem, `\`${reference.value}\` ${failure}${meant === undefined ? '.' : `; did you mean \`${meant}\`?`}`, reference);
    return [meant === undefined ? found : { ...found, fixable: true }];
  });
}

/** A target that is missing from a file that was read only in part is that file's problem. */
function failureOf(snapshot: Snapshot, reference: ScalarNode, damaged: boolean): string | undefined {
  const found = follow(snapshot, reference);
  if ('node' in found) return resolve(snapshot, found.node) ? undefined : circleOf(snapshot, found.node);
  const target = targetOf(reference.file.uri, String(reference.value));
  const inDamaged = damaged || ('uri' in target && snapshot.files.get(target.uri)?.damaged === true);
  return inDamaged ? undefined : found.failure;
}

/** Two ways to get nowhere: a circle, or a further reference that is reported where it stands. */
function circleOf(snapshot: Snapshot, start: Node): string | undefined {
  const seen = new Set<Node>();
  for (let at: Node | undefined = start; at; ) {
    if (seen.has(at)) return 'refers to itself, so it means nothing';
    seen.add(at);
    const reference: Node | undefined = at.kind === 'map' ? at.entries.find(({ name }) => name === '$ref')?.value : undefined;
    const next: Resolution | undefined = reference?.kind === 'scalar' ? follow(snapshot, reference) : undefined;
    at = next && 'node' in next ? next.node : undefined;
  }
  return undefined;
}

/** Extensions are nobody's contract: a `$ref` in one may mean anything. */
function isInExtension(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.entry?.name.startsWith('x-')) return true;
  return false;
}
