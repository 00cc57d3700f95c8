import { applyEdits, type Edit } from '../text/edit.ts';
import { child, type Node } from '../tree/node.ts';
import { nodeAt, pointerOf } from '../tree/pointer.ts';
import { readText } from '../tree/read-text.ts';
import { insertEntry } from './insert.ts';

/** An edit that adds a thing to a file, with one more entry in the thing that it adds; `undefined` where it has such an entry, or can have none. */
export function withEntry(
  edit: Edit,
  added: { readonly holder: Node; readonly find: (holder: Node | undefined) => Node | undefined },
  name: string,
  value: unknown,
): Edit | undefined {
  const { holder, find } = added;
  const file = { uri: edit.uri, text: applyEdits(holder.file, [edit]) };
  const thing = find(nodeAt(readText(file).root, pointerOf(holder)));
  const more = child(thing, '$ref') ? undefined : insertEntry(thing, name, value);
  if (!more) return undefined;
  const text = applyEdits(file, [more]);
  const behind = holder.file.text.length - edit.span.end;
  return { ...edit, text: text.slice(edit.span.start, text.length - behind) };
}
