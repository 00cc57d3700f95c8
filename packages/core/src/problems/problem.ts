import type { Finding, Severity } from '../finding/finding.ts';
import { fingerprintOf, trailOf } from '../finding/fingerprint.ts';
import { locationOf } from '../finding/location.ts';
import { positionAt, type SourceFile, type Span } from '../text/source-file.ts';
import type { Node } from '../tree/node.ts';

/** Something that keeps a text from being read or followed. Like a rule it has an id, a severity and a page. */
export interface Problem {
  readonly id: string;
  readonly severity: Severity;
}

/** A problem of a node: it stands on `span`, or on the whole node. */
export function problemAt({ id, severity }: Problem, message: string, node: Node, span: Span = node): Finding {
  return {
    kind: 'problem',
    ruleId: id,
    severity,
    message,
    data: {},
    at: locationOf(node, span),
    related: [],
    fingerprint: fingerprintOf(id, node.file.uri, trailOf(node), message),
  };
}

/** A problem of a text that gave no node at that place. */
export function problemIn({ id, severity }: Problem, message: string, file: SourceFile, span: Span, related?: Span): Finding {
  const at = (where: Span) => ({ uri: file.uri, start: positionAt(file, where.start), end: positionAt(file, where.end), pointer: '' });
  return {
    kind: 'problem',
    ruleId: id,
    severity,
    message,
    data: {},
    at: at(span),
    related: related ? [{ message: 'The first one is here.', at: at(related), version: 'head' }] : [],
    fingerprint: fingerprintOf(id, file.uri, message),
  };
}
