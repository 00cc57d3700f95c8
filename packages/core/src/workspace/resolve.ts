import { entryOf, type MapNode, type Node, type ScalarNode, stringOf } from '../tree/node.ts';
import { nodeAt } from '../tree/pointer.ts';
import { EVERYTHING, isCurrent, type Kept, keptIn, noteRead, noteReads, recording } from '../tree/reads.ts';
import { resourceAround, resourcesOf } from './resource.ts';
import { noteExtent, ofSnapshot, type Snapshot } from './snapshot.ts';
import { resolveUri, targetOf } from './uri.ts';

/** What a reference means, or why it means nothing: the reason completes "`<reference>` …". */
export type Resolution = { readonly node: Node } | { readonly failure: string };

const cacheOf = ofSnapshot(() => new Map<ScalarNode, Kept<Resolution>>());

/** Many references of a file say the same. */
const foundIn = ofSnapshot(() => new Map<string, Map<string, Kept<Resolution>>>());

/** Those that hold from one text to the next: what they lead to is there, and found by its place. */
const lasting = new WeakMap<ScalarNode, Kept<Resolution>>();

/** One step: the node that the text of a `$ref` points to, which may itself be a reference. */
export function follow(snapshot: Snapshot, reference: ScalarNode): Resolution {
  const cache = cacheOf(snapshot);
  const own = cache.get(reference);
  if (own && isCurrent(own.reads)) return noted(own);
  const isNamed = resourcesOf(snapshot).byId.size > 0;
  const known = isNamed ? undefined : lasting.get(reference);
  if (known && isIn(snapshot, known.value) && isCurrent(known.reads)) return noted(known);
  const kept = recording(() => lookUp(snapshot, reference));
  cache.set(reference, kept);
  if (kept.reads && !isNamed && 'node' in kept.value) lasting.set(reference, kept);
  return kept.value;
}

function noted({ value, reads }: Kept<Resolution>): Resolution {
  noteReads(reads);
  return value;
}

function isIn({ files }: Snapshot, resolution: Resolution): boolean {
  return 'node' in resolution && files.get(resolution.node.file.uri)?.source === resolution.node.file;
}

/**
 * The node itself, or what it refers to through any number of Reference Objects.
 * `undefined` when the way ends nowhere or runs in a circle. The tree is never changed.
 */
export function resolve(snapshot: Snapshot, node: Node | undefined): Node | undefined {
  let at = node;
  for (let steps = 0; at && steps < 100; steps++) {
    const reference = referenceIn(at);
    if (!reference) return at;
    const next = follow(snapshot, reference);
    at = 'node' in next ? next.node : undefined;
  }
  return undefined;
}

/** The text of the `$ref` of a map, if it has one. */
export function referenceIn(node: Node | undefined): (ScalarNode & { readonly value: string }) | undefined {
  const value = node?.kind === 'map' ? entryOf(node, '$ref')?.value : undefined;
  // The cast states what the line before has just checked.
  return stringOf(value) === undefined ? undefined : (value as ScalarNode & { readonly value: string });
}

function lookUp(snapshot: Snapshot, reference: ScalarNode): Resolution {
  const text = String(reference.value);
  const { uri } = reference.file;
  const found = foundIn(snapshot).get(uri) ?? new Map<string, Kept<Resolution>>();
  foundIn(snapshot).set(uri, found);
  return inResources(snapshot, reference, text) ?? keptIn(found, text, () => inFiles(snapshot, uri, text));
}

/** By `$id`, when a schema resource surrounds the reference or bears its name. */
function inResources(snapshot: Snapshot, reference: ScalarNode, text: string): Resolution | undefined {
  const { byId, anchors } = resourcesOf(snapshot);
  if (byId.size === 0) return undefined;
  const [file = '', fragment = ''] = split(text);
  const around = resourceAround(reference);
  if (file === '' && !around.root) return undefined;
  const uri = file === '' ? around.uri : resolveUri(around.uri, file);
  const root = byId.get(uri);
  if (!root) return undefined;
  const node = fragment === '' || fragment.startsWith('/') ? nodeAt(root, decode(fragment)) : anchors.get(`${uri}#${fragment}`);
  return node && { node };
}

function inFiles(snapshot: Snapshot, from: string, text: string): Resolution {
  const target = targetOf(from, text);
  if ('refusal' in target) return { failure: target.refusal };
  if (target.uri !== from) noteExtent(snapshot);
  const file = snapshot.files.get(target.uri);
  if (!file) return { failure: `points to \`${target.uri}\`, which ${snapshot.absent.get(target.uri) ?? 'was not read'}` };
  const { fragment } = target;
  const isPointer = fragment === '' || fragment.startsWith('/');
  // A name may stand anywhere.
  if (!isPointer) noteRead(EVERYTHING);
  const node = isPointer ? nodeAt(file.root, fragment) : resourcesOf(snapshot).anchors.get(`${target.uri}#${fragment}`);
  if (node) return { node };
  return { failure: fragment === '' ? `points to \`${target.uri}\`, which is empty` : `points to nothing in \`${target.uri}\`` };
}

function split(text: string): readonly string[] {
  const hash = text.indexOf('#');
  return hash < 0 ? [text, ''] : [text.slice(0, hash), text.slice(hash + 1)];
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whether a map is nothing but a Reference Object (siblings or not). */
export function isReference(node: Node | undefined): node is MapNode {
  return referenceIn(node) !== undefined;
}
