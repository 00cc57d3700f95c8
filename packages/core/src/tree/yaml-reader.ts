import { EVENT_ID, COLLECTION_STYLE, SCALAR_STYLE, getScalarValue, parseEvents, type Event, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml';
import type { SourceFile } from '../text/source-file.ts';
import { blockScalarEnd, blockScalarStart, closingEnd } from './gap.ts';
import { MAX_DEPTH, type ReadResult } from './reader.ts';
import { syntaxProblem } from './text-problem.ts';
import { TreeBuilder, type Properties } from './tree-builder.ts';

/**
 * Reads well-formed YAML 1.2 with js-yaml 5, whose events have exact places.
 * Throws js-yaml's `YAMLException` where the text is not well formed; `readYaml` then asks the other readers.
 */
export function readStrictYaml(file: SourceFile): ReadResult {
  const events = parseEvents(file.text, { maxDepth: MAX_DEPTH + 2 });
  const builder = new TreeBuilder(file);
  const open: (MappingEvent | SequenceEvent)[] = [];
  const second = secondDocument(events);
  const until = second ?? events.length;
  for (let index = 0; index < until; index++) {
    const event = events[index];
    if (event === undefined) break;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        readScalar(file.text, builder, event);
        break;
      case EVENT_ID.ALIAS:
        builder.alias(file.text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1, event.anchorEnd);
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        open.push(event);
        builder.open(event.type === EVENT_ID.MAPPING ? 'map' : 'seq', event.start, isBracketed(event, events[index + 1]), propertiesOf(file.text, event));
        break;
      case EVENT_ID.POP: {
        const closed = open.pop();
        break;
      }
    }
  }
  return builder.result();
}
