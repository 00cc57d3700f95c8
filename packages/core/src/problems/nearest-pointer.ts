import { nearest } from '../text/nearest.ts';
import { child, entriesOf, type ScalarNode } from '../tree/node.ts';
import { escapeToken, nodeAt, unescapeToken } from '../tree/pointer.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { targetOf } from '../workspace/uri.ts';

/** What a reference that leads nowhere may have meant: the same way with one name that is spelled a little differently. */
export function nearestPointer(snapshot: Snapshot, reference: ScalarNode): string | undefined {
  const text = String(reference.value);
  const target = targetOf(reference.file.uri, text);
  const root = 'uri' in target ? snapshot.files.get(target.uri)?.root : undefined;
  if (!root || !('uri' in target) || !target.fragment.startsWith('/')) return undefined;
  const tokens = target.fragment.slice(1).split('/').map(unescapeToken);
  let at = root;
  for (const [index, token] of tokens.entries()) {
    const next = child(at, token);
    if (next) {
      at = next;
      continue;
    }
    const names = entriesOf(at).map(({ name }) => name);
    const meant = nearest(token, names);
    const pointer = meant === undefined ? undefined : `/${tokens.with(index, meant).map(escapeToken).join('/')}`;
    const found = pointer === undefined ? undefined : nodeAt(root, pointer);
    return found && found !== reference.parent ? `${text.slice(0, text.indexOf('#'))}#${pointer}` : undefined;
  }
  return undefined;
}
