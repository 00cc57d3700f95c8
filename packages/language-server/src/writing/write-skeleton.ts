import { gapOf, inline, type ScalarSkeleton, type ScalarValue, type Skeleton, type SourceFile } from '@breakwater/core';
import type { Snippet } from './snippet.ts';

/** How new text is written in a place. */
export interface Style {
  readonly file: SourceFile;
  readonly notation: 'block' | 'flow' | 'json';
  /** What the lines after the first begin with. */
  readonly margin: string;
  readonly unit: string;
  readonly lineBreak: string;
  /** A value on one line. */
  readonly say: (value: ScalarValue) => string;
}

/** What stands behind the colon of a key, the space before it included. */
export function writeBeside(skeleton: Skeleton, style: Style, snippet: Snippet): string {
  return style.notation === 'block' ? besideInBlock(skeleton, style, snippet) : `${colonGap(style)}${inBrackets(skeleton, style, snippet)}`;
}

function colonGap({ notation, file }: Style): string {
  return notation === 'json' ? gapOf(file) : ' ';
}

function besideInBlock(skeleton: Skeleton, style: Style, snippet: Snippet): string {
  const inner = { ...style, margin: style.margin + style.unit };
  const line = style.lineBreak + inner.margin;
  if ('open' in skeleton) return skeleton.open === 'map' ? `${line}${snippet.hole()}` : `${line}- ${snippet.hole()}`;
  if ('map' in skeleton) return `${line}${entriesInBlock(skeleton.map, inner, snippet)}`;
  if (!('list' in skeleton)) return ` ${scalar(skeleton, style, snippet)}`;
  if (skeleton.list.length === 0) return ` ${snippet.text('[]')}`;
  return skeleton.list.map((item) => `${line}- ${itemInBlock(item, { ...inner, margin: `${inner.margin}  ` }, snippet)}`).join('');
}

function itemInBlock(item: Skeleton, style: Style, snippet: Snippet): string {
  if ('map' in item) return entriesInBlock(item.map, style, snippet);
  return 'open' in item ? snippet.hole() : 'list' in item ? inBrackets(item, style, snippet) : scalar(item, style, snippet);
}

function entriesInBlock(entries: readonly (readonly [string, Skeleton])[], style: Style, snippet: Snippet): string {
  return entries.map(([key, value]) => `${snippet.text(inline(style.file, key))}:${besideInBlock(value, style, snippet)}`).join(style.lineBreak + style.margin);
}

function inBrackets(skeleton: Skeleton, style: Style, snippet: Snippet): string {
  if ('open' in skeleton)
    return skeleton.open === 'map' ? bracket(['{', '}'], [snippet.hole()], style, snippet) : bracket(['[', ']'], [snippet.hole()], style, snippet);
  const inner = { ...style, margin: style.margin + style.unit };
  if ('list' in skeleton)
    return bracket(
      ['[', ']'],
      skeleton.list.map((item) => inBrackets(item, inner, snippet)),
      style,
      snippet,
    );
  if (!('map' in skeleton)) return scalar(skeleton, style, snippet);
  const entries = skeleton.map.map(([key, value]) => `${snippet.text(inline(style.file, key))}:${colonGap(style)}${inBrackets(value, inner, snippet)}`);
  return bracket(['{', '}'], entries, style, snippet);
}

/** JSON of several lines has a line for each entry; all else stays on its line. */
function bracket([open, close]: readonly [string, string], parts: readonly string[], style: Style, snippet: Snippet): string {
  const shut = snippet.text(close);
  if (parts.length === 0) return `${open}${shut}`;
  const spreads = style.notation === 'json' && style.lineBreak !== '';
  if (spreads)
    return `${open}${parts.map((part) => `${style.lineBreak}${style.margin}${style.unit}${part}`).join(',')}${style.lineBreak}${style.margin}${shut}`;
  const gap = style.notation === 'json' ? gapOf(style.file) : ' ';
  return open === '[' ? `${open}${parts.join(`,${gap}`)}${shut}` : `${open}${gap}${parts.join(`,${gap}`)}${gap}${shut}`;
}

/** A text in JSON has its quotes before anything is written in it. */
function scalar(skeleton: ScalarSkeleton, style: Style, snippet: Snippet): string {
  if ('value' in skeleton) return snippet.text(style.say(skeleton.value));
  const choices = skeleton.choices?.map((choice) => style.say(choice));
  if (choices) return snippet.hole(choices);
  return style.notation === 'json' && skeleton.hole === 'text' ? `"${snippet.hole()}"` : snippet.hole();
}
