import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import type { SourceFile } from '../text/source-file.ts';
import { blockScalarEnd, blockScalarStart, closingEnd } from './gap.ts';
import { MAX_DEPTH, type ReadResult } from './reader.ts';
import { emptyFile, secondDocument } from './text-problem.ts';
import { type Properties, TreeBuilder } from './tree-builder.ts';

const ABSENT = -1;

/** What js-yaml made of a text, and how its offsets become those of the file. */
export interface Parsed {
  readonly events: readonly Event[];
  readonly text: string;
  readonly at: (offset: number) => number;
}

/**
 * Reads well-formed YAML 1.2 with js-yaml 5, whose events have exact places.
 * Throws js-yaml's `YAMLException` where the text is not well formed: other readers are asked then.
 */
export function readStrictYaml(file: SourceFile): ReadResult {
  const { text } = file;
  // Keys are one level deeper for js-yaml than for us; the builder counts exactly.
  const events = parseEvents(text, { maxDepth: MAX_DEPTH + 2 });
  return addEvents(file, { events, text, at: (offset) => offset }).result();
}

/** The tree of the first document, and a problem where there is no other number of documents than one. */
export function addEvents(file: SourceFile, parsed: Parsed): TreeBuilder {
  const builder = new TreeBuilder(file);
  if (parsed.events.length === 0) builder.problems.damage(emptyFile());
  const end = addDocument(file.text, builder, parsed);
  if (end < parsed.events.length) builder.problems.damage(secondDocument(file.text, builder.cursor));
  return builder;
}

/** Adds the first document; the index of the event after it. */
function addDocument(text: string, builder: TreeBuilder, parsed: Parsed): number {
  const { events, at } = parsed;
  const brackets: boolean[] = [];
  for (let index = 1; index < events.length; index++) {
    const event = events[index] as Event; // The index is inside the list.
    if (event.type === EVENT_ID.SCALAR) {
      addScalar(text, builder, event, parsed);
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const bracketed = isBracketed(parsed.text, event, events[index + 1]);
      brackets.push(bracketed);
      builder.open(event.type === EVENT_ID.MAPPING ? 'map' : 'seq', at(event.start), bracketed, propertiesOf(event, parsed));
    } else if (event.type === EVENT_ID.POP) {
      const bracketed = brackets.pop();
      if (bracketed === undefined) return index + 1;
      builder.close(bracketed ? closingEnd(text, builder.cursor) : builder.cursor);
    } else if (event.type === EVENT_ID.ALIAS) {
      const name = parsed.text.slice(event.anchorStart, event.anchorEnd);
      builder.alias(name, at(event.anchorStart) - 1, at(event.anchorEnd));
    }
  }
  return events.length;
}

/** A flow mapping without brackets is a single pair in a list: `[a: b]`. It starts where its key starts. */
function isBracketed(text: string, event: MappingEvent | SequenceEvent, next: Event | undefined): boolean {
  if (event.style !== COLLECTION_STYLE.FLOW) return false;
  if (event.type === EVENT_ID.SEQUENCE) return true;
  const keyAtStart = next !== undefined && 'start' in next && next.start === event.start;
  return text.charAt(event.start) === '{' && !keyAtStart;
}

function addScalar(text: string, builder: TreeBuilder, event: ScalarEvent, parsed: Parsed): void {
  const properties = propertiesOf(event, parsed);
  if (event.valueStart === ABSENT) {
    builder.empty(properties);
    return;
  }
  const { style } = event;
  const value = event.fast ? parsed.text.slice(event.valueStart, event.valueEnd) : getScalarValue(parsed.text, event);
  const from = parsed.at(event.valueStart);
  const to = parsed.at(event.valueEnd);
  if (style === SCALAR_STYLE.PLAIN) builder.scalar(value, 'plain', from, to, properties);
  else if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) {
    const start = blockScalarStart(text, properties?.end ?? builder.cursor);
    builder.scalar(value, 'block', start, blockScalarEnd(text, start, to), properties);
  } else builder.scalar(value, 'quoted', from - 1, to + 1, properties);
}

function propertiesOf(event: MappingEvent | SequenceEvent | ScalarEvent, { text, at }: Parsed): Properties | undefined {
  const { anchorStart, anchorEnd, tagStart, tagEnd } = event;
  if (anchorStart === ABSENT && tagStart === ABSENT) return undefined;
  return {
    anchor: anchorStart === ABSENT ? undefined : text.slice(anchorStart, anchorEnd),
    tag: tagStart === ABSENT ? undefined : text.slice(tagStart, tagEnd),
    end: at(Math.max(anchorEnd, tagEnd)),
  };
}
