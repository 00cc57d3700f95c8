import { child, type Entry, entriesOf, entryOf, type Mention, type Node, resolve, type ScalarNode, stringOf, targetOf } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { Document } from '../model/document.ts';
import { keyMention, partMention, pointerMention, tokensIn } from './mention.ts';
import { renamed } from './path-parameter-names.ts';
import { operationsIn, type Variable, type Variables } from './path-variables.ts';
import { requestExpressionsIn } from './request-expressions.ts';
import { textsIn } from './texts-in.ts';

/** What names a variable beside its path and its parameter: pointers through the path, links to its operations, and expressions of these. */
export function usesOfVariables(document: Document, paths: Node | undefined, variables: Variables): ReadonlyMap<Variable, readonly Mention[]> {
  const uses = new Map<Variable, Mention[]>();
  const add = (variable: Variable | undefined, mention: Mention) => {
    const list = variable && uses.get(variable);
    if (list) list.push(mention);
    else if (variable) uses.set(variable, [mention]);
  };
  const references = [...document.snapshot.files.values()].flatMap((file) => file.references);
  for (const reference of [...references, ...textsIn(document, 'link', 'operationRef')]) {
    const path = pathNamedBy(document, reference, paths);
    const own = path && variables.get(path);
    for (const variable of own?.values() ?? [])
      add(
        variable,
        pointerMention(reference, 1, (to, token) => renamed(token, variable.name, to)),
      );
  }
  for (const [link, path] of linkedPaths(document, paths)) {
    const parameters = child(link, 'parameters');
    for (const key of entriesOf(parameters)) {
      const [, place = '', name = ''] = /^(path\.)?(.*)$/s.exec(key.name) ?? [];
      if (parameters)
        add(variables.get(path)?.get(name), place === '' ? keyMention(parameters, key) : partMention(parameters, key, [key.name, name], (to) => place + to));
    }
  }
  for (const path of variables.keys())
    for (const { name, mention } of requestExpressionsIn(document, resolve(document.snapshot, path.value))) add(variables.get(path)?.get(name), mention);
  return uses;
}

function pathNamedBy({ root }: Document, reference: ScalarNode, paths: Node | undefined): Entry | undefined {
  const [first, path = ''] = tokensIn(reference);
  const target = first === 'paths' ? targetOf(reference.file.uri, String(reference.value)) : undefined;
  return target && 'uri' in target && target.uri === root.file.uri ? entryOf(paths, path) : undefined;
}

function linkedPaths(document: Document, paths: Node | undefined): readonly (readonly [link: Node, path: Entry])[] {
  const byId = new Map<string, Entry>();
  for (const path of entriesOf(paths))
    for (const operation of operationsIn(document, resolve(document.snapshot, path.value))) {
      const id = stringOf(child(operation, 'operationId'));
      if (id !== undefined) byId.set(id, path);
    }
  return objectsOf(document, 'link').flatMap((link) => {
    const reference = child(link, 'operationRef');
    const named = reference?.kind === 'scalar' ? pathNamedBy(document, reference, paths) : undefined;
    const path = named ?? byId.get(stringOf(child(link, 'operationId')) ?? '');
    return path ? [[link, path] as const] : [];
  });
}
