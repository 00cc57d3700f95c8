import { child, type Entry, entriesOf, itemsOf, type Node, resolve, stringOf } from '@breakwater/core';
import { type Document, field } from '../model/document.ts';

/** One variable of one template, or several that a shared parameter makes one: it is renamed in all of them. */
export interface Variable {
  readonly name: string;
  readonly paths: Set<Entry>;
  readonly parameters: Set<Node>;
}

/** Of each path its variables by name. */
export type Variables = ReadonlyMap<Entry, Map<string, Variable>>;

export function variablesOf(document: Document, paths: Node | undefined): Variables {
  const variables = new Map<Entry, Map<string, Variable>>();
  const byParameter = new Map<Node, Variable>();
  for (const entry of entriesOf(paths)) {
    const own = new Map<string, Variable>();
    variables.set(entry, own);
    for (const [, name = ''] of entry.name.matchAll(/\{([^{}]*)\}/g)) own.set(name, { name, paths: new Set([entry]), parameters: new Set() });
    for (const parameter of pathParametersOf(document, resolve(document.snapshot, entry.value))) {
      const variable = own.get(stringOf(child(parameter, 'name')) ?? '');
      if (!variable) continue;
      const joined = join(variables, byParameter.get(parameter), variable, byParameter);
      joined.parameters.add(parameter);
      byParameter.set(parameter, joined);
    }
  }
  return variables;
}

/** The smaller one goes into the larger one, so that many that are shared cost little. */
function join(variables: Variables, a: Variable | undefined, b: Variable, byParameter: Map<Node, Variable>): Variable {
  if (!a || a === b) return b;
  const [into, from] = a.paths.size < b.paths.size ? [b, a] : [a, b];
  for (const path of from.paths) {
    into.paths.add(path);
    variables.get(path)?.set(from.name, into);
  }
  for (const parameter of from.parameters) {
    into.parameters.add(parameter);
    byParameter.set(parameter, into);
  }
  return into;
}

function pathParametersOf(document: Document, item: Node | undefined): readonly Node[] {
  const holders = [item, ...operationsIn(document, item)];
  return holders
    .flatMap((holder) => itemsOf(field(document, holder, 'parameters')))
    .flatMap((one) => resolve(document.snapshot, one) ?? [])
    .filter((parameter) => stringOf(child(parameter, 'in')) === 'path');
}

/** Whatever else a path item holds has neither parameters nor an id. Authors refer to operations, too, though the specification does not let them. */
export function operationsIn({ snapshot }: Document, item: Node | undefined): readonly Node[] {
  const values = [...entriesOf(item), ...entriesOf(child(item, 'additionalOperations'))].map(({ value }) => resolve(snapshot, value));
  return values.filter((value) => value?.kind === 'map');
}
