import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents } from 'js-yaml';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import type { SourceFile } from '../text/source-file.ts';
import { blockScalarEnd, blockScalarStart, closingEnd } from './gap.ts';
import { MAX_DEPTH, type ReadResult } from './reader.ts';
import { emptyFile, secondDocument } from './text-problem.ts';
import { type Properties, TreeBuilder } from './tree-builder.ts';

const ABSENT = -1;

/**
 * Reads well-formed YAML 1.2 with js-yaml 5, whose events have exact places.
 * Throws js-yaml's `YAMLException` where the text is not well formed: other readers are asked then.
 */
export function readStrictYaml(file: SourceFile): ReadResult {
  // Keys are one level deeper for js-yaml than for us; the builder counts exactly.
  const events = parseEvents(file.text, { maxDepth: MAX_DEPTH + 2 });
  const builder = new TreeBuilder(file);
  if (events.length === 0) builder.damage(emptyFile());
  const end = addDocument(file.text, builder, events);
  if (end < events.length) builder.damage(secondDocument(file.text, builder.cursor));
  return builder.result();
}

/** Adds the first document; the index of the event after it. */
function addDocument(text: string, builder: TreeBuilder, events: readonly Event[]): number {
  const brackets: boolean[] = [];
  for (let index = 1; index < events.length; index++) {
    const event = events[index] as Event; // The index is inside the list.
    if (event.type === EVENT_ID.SCALAR) {
      addScalar(text, builder, event);
    } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const bracketed = isBracketed(text, event, events[index + 1]);
      brackets.push(bracketed);
      builder.open(event.type === EVENT_ID.MAPPING ? 'map' : 'seq', event.start, bracketed, propertiesOf(text, event));
    } else if (event.type === EVENT_ID.POP) {
      const bracketed = brackets.pop();
      if (bracketed === undefined) return index + 1;
      builder.close(bracketed ? closingEnd(text, builder.cursor) : builder.cursor);
    } else if (event.type === EVENT_ID.ALIAS) {
      builder.alias(text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1, event.anchorEnd);
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

function addScalar(text: string, builder: TreeBuilder, event: ScalarEvent): void {
  const properties = propertiesOf(text, event);
  if (event.valueStart === ABSENT) return builder.empty(properties);
  const { valueStart, valueEnd, style } = event;
  const value = event.fast ? text.slice(valueStart, valueEnd) : getScalarValue(text, event);
  if (style === SCALAR_STYLE.PLAIN) builder.scalar(value, 'plain', valueStart, valueEnd, properties);
  else if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) {
    const start = blockScalarStart(text, properties?.end ?? builder.cursor);
    builder.scalar(value, 'block', start, blockScalarEnd(text, start, valueEnd), properties);
  } else builder.scalar(value, 'quoted', valueStart - 1, valueEnd + 1, properties);
}

function propertiesOf(text: string, event: MappingEvent | SequenceEvent | ScalarEvent): Properties | undefined {
  const { anchorStart, anchorEnd, tagStart, tagEnd } = event;
  if (anchorStart === ABSENT && tagStart === ABSENT) return undefined;
  return {
    anchor: anchorStart === ABSENT ? undefined : text.slice(anchorStart, anchorEnd),
    tag: tagStart === ABSENT ? undefined : text.slice(tagStart, tagEnd),
    end: Math.max(anchorEnd, tagEnd),
  };
}
