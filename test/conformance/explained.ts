import type { Table, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * On what an explanation rests: a value that shows it, a value that the suite looked for itself and did not find, a sentence of a
 * specification, a row of our table of policies, a wish of the suite that no specification knows, or an input that is broken itself.
 */
const GROUNDS = ['witness', 'no witness', 'spec', 'policy', 'opinion', 'broken input'] as const;
export type Ground = (typeof GROUNDS)[number];

/** One row of a list: a disagreement and its reason. */
export interface Explained {
  readonly id: string;
  readonly expected: string;
  readonly ours: string;
  readonly ground: Ground;
}

/**
 * Reads `<suite>.md`: a table `| reason | rests on | why |` names the reasons once, and a table `| case | expected | ours | reason |`
 * refers to them. Throws for a table of another shape and for a name that no reason has: a list that is not understood
 * explains nothing.
 */
export function readExplained(text: string): readonly Explained[] {
  const [reasons = [], cases = []] = [tableIn(text, ['reason', 'rests on', 'why']), tableIn(text, ['case', 'expected', 'ours', 'reason'])];
  const grounds = new Map(reasons.map(([name = '', ground = '', why = '']) => [name, groundOf(name, ground, why)]));
  return cases.map(([id = '', expected = '', ours = '', reason = '']) => {
    const ground = grounds.get(reason);
    if (!ground) throw new Error(`The reason \`${reason}\` of ${id} is not in the table of reasons: add it there, or correct the name.`);
    return { id, expected, ours, ground };
  });
}

function groundOf(name: string, text: string, why: string): Ground {
  const ground = GROUNDS.find((one) => one === text);
  if (!ground) throw new Error(`The reason \`${name}\` rests on \`${text}\`: write one of ${GROUNDS.join(', ')}.`);
  if (why === '') throw new Error(`The reason \`${name}\` says nothing: write why.`);
  return ground;
}

/** The rows below the heading of a table, as the text of their cells; none if there is no such table. */
function tableIn(text: string, heading: readonly string[]): readonly (readonly string[])[] {
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const tables = root.children.filter((node): node is Table => node.type === 'table');
  const rows = tables.map(({ children }) => children.map((row) => row.children.map((cell) => textOf(cell, text))));
  return rows.find(([first]) => first?.join('|') === heading.join('|'))?.slice(1) ?? [];
}

function textOf({ children }: TableCell, text: string): string {
  const [from, to] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
  return from === undefined ? '' : text.slice(from, to).replaceAll('`', '').replaceAll('\\|', '|');
}
