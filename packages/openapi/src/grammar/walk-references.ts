import { entryOf, follow, isCurrent, type Node, recording, referenceIn, sectionOf } from '@breakwater/core';
import { sayKind } from './say.ts';
import { nounOf, tell } from './tell.ts';
import { mayBe, type Value } from './value.ts';
import type { Reference, SectionReferences, Walk } from './walk.ts';
import { a } from './word-fault.ts';

/** What references lead to: of the right kind, and looked at if it stands where nothing else has looked. */
export function checkReferences(state: Walk, finishTasks: () => void): void {
  const { references, ofSections } = state;
  // The lists grow on the way.
  for (let next = 0, section = 0; next < references.length || section < ofSections.length; ) {
    const reference = references[next];
    const own = reference ? undefined : ofSections[section];
    if (reference) next++;
    else section++;
    if (reference) checkReference(state, reference, finishTasks);
    else if (own && !isJudged(state, own)) judge(state, own, finishTasks);
  }
}

function isJudged({ kinds }: Walk, { judgement }: SectionReferences): boolean {
  return judgement !== undefined && isCurrent(judgement.reads) && [...judgement.kinds].every(([section, known]) => kinds.ofSection(section) === known);
}

/** References that are all right are so until something else stands where they lead. */
function judge(state: Walk, section: SectionReferences, finishTasks: () => void): void {
  const { value: targets, reads } = recording(() => section.references.map((next) => checkReference(state, next, finishTasks)));
  const kinds = new Map<Node, unknown>();
  for (const target of targets) {
    const place = target && sectionOf(target);
    if (!place) return;
    kinds.set(place, state.kinds.ofSection(place));
  }
  section.judgement = { reads, kinds };
}

/** What it leads to, if that is known as what it has to be. */
function checkReference(state: Walk, next: Reference, finishTasks: () => void): Node | undefined {
  const reference = referenceIn(next.node);
  const found = reference && follow(state.document.snapshot, reference);
  // What leads nowhere is told as such.
  if (!found || !('node' in found)) return undefined;
  if (isKnownAs(state, found.node, next.value)) return found.node;
  const is = otherKind(state, found.node, next.value);
  if (is !== undefined) tell(state, reference, { fault: 'reference', target: reference.value, is, must: nounOf(state, next.value) });
  else {
    state.tasks.push({ node: found.node, value: withReferences(next.value) });
    finishTasks();
  }
  return undefined;
}

/** What a node is instead of what is wanted, if that is certain. */
function otherKind({ grammar, kinds }: Walk, node: Node, value: Value): string | undefined {
  if (referenceIn(node)) return undefined;
  if (value.is === 'object') {
    const object = grammar.get(value.name);
    const known = [...(kinds.get(node) ?? [])];
    if (known.includes(object?.as ?? value.name) || (object?.boolean && node.kind === 'scalar' && typeof node.value === 'boolean')) return undefined;
    const other = known.find((kind) => grammar.has(kind));
    if (other !== undefined) return a(grammar.get(other)?.noun ?? other);
    if (!node.parent && (entryOf(node, 'openapi') || entryOf(node, 'swagger'))) return 'a whole description';
  }
  return mayBe(node, value) ? undefined : sayKind(node);
}

const mayRefer = new WeakMap<Value, Value>();

/** What a reference leads to may be one again. Each value has one such, by which it is known again. */
function withReferences(value: Value): Value {
  if (value.is !== 'object' || value.refs) return value;
  const other = mayRefer.get(value) ?? { ...value, refs: true };
  mayRefer.set(value, other);
  return other;
}

/** It has been looked at as that in its own place. */
function isKnownAs({ grammar, kinds }: Walk, node: Node, value: Value): boolean {
  return value.is === 'object' && kinds.get(node)?.has(grammar.get(value.name)?.as ?? value.name) === true;
}
