import { configValid, type Finding, type Node, problemAt, ruleNotRun, type Span } from '@breakwater/core';

/** Something that is wrong in a ruleset: nothing is checked by it. */
export function mistakeAt(message: string, node: Node, span?: Span): Finding {
  return problemAt(configValid, message, node, span ?? node);
}

/** Something of a ruleset that is left out, and what is told of it. */
export function notRun(message: string, node: Node, span?: Span): Finding {
  return problemAt(ruleNotRun, message, node, span ?? node);
}
