import { applyEdits, type Edit } from '../text/edit.ts';
import { child, type Node } from '../tree/node.ts';
import { insertEntry } from './insert.ts';
import { snippetOf } from './written.ts';

/** An edit that adds a thing to a map or list, with one more entry in the thing; `undefined` where it has such an entry, or can have none. */
export function withEntry(
  edit: Edit,
  added: { readonly holder: Node; readonly find: (holder: Node | undefined) => Node | undefined },
  name: string,
  value: unknown,
): Edit | undefined {
  const snippet = snippetOf(edit.text, added.holder);
  const thing = added.find(snippet?.holder);
  const more = !snippet || child(thing, '$ref') ? undefined : insertEntry(thing, name, value);
  if (!snippet || !more) return undefined;
  const [open, close] = snippet.around;
  const text = applyEdits(snippet.file, [more]);
  const written = text.slice(open.length, text.length - close.length);
  return { ...edit, text: /^\s*,/.test(edit.text) ? written.replace(' ', ',') : written };
}
