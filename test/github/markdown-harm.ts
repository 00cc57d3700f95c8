import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly children?: readonly MarkdownNode[];
}

/** What a report is made of. In `inlineCode` and `code` GitHub acts on nothing. */
const KNOWN = new Set([
  ...['root', 'heading', 'paragraph', 'text', 'strong', 'break', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'tableCell'],
  ...['link', 'html', 'inlineCode', 'code'],
]);

const TAG = /^<\/?(?:details|summary|sub|br)>$|^<details><summary>[\w ()]+<\/summary>$/;
/** What GitHub's filters look for in finished text: mentions, references, commits, emoji, mathematics, addresses; and what a runner looks for. */
const ACTIVE = /@\w|#\d|\bgh-\d|\b[\da-f]{7,40}\b|:[\w+-]+:|\$.*\$|www\.|https?:|mailto:|##\[/i;

/** How GitHub's Markdown is read, by a reader that is not ours. */
function nodesIn(markdown: string): readonly MarkdownNode[] {
  const walk = (node: MarkdownNode): readonly MarkdownNode[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as MarkdownNode);
}

function textOf(nodes: readonly MarkdownNode[]): string {
  return nodes.map(({ value = '', children = [] }) => `${value}${textOf(children)}`).join('');
}

/** Everything in a report or comment that is not made of our own forms: markup, links and words to which GitHub, or a runner, would do something. */
export function harmIn(markdown: string, { places, marker }: { readonly places: readonly string[]; readonly marker?: string }): readonly string[] {
  const harmOf = ({ type, value = '', url, depth = 2, children = [] }: MarkdownNode): string | undefined => {
    if (!KNOWN.has(type)) return `${type} ${value}${url ?? ''}`;
    if (url !== undefined && !places.some((place) => url.startsWith(place))) return `link ${url}`;
    // An alert begins with a mark of its own.
    if (type === 'blockquote' && textOf(children).startsWith('[!')) return 'alert';
    if (type === 'html' && value !== marker && !TAG.test(value)) return `html ${value}`;
    if (type === 'text' && ACTIVE.test(value)) return `text ${value}`;
    return type === 'heading' && (depth < 2 || depth > 4) ? `heading of depth ${depth}` : undefined;
  };
  return nodesIn(markdown).flatMap((node) => harmOf(node) ?? []);
}
