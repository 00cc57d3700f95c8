import { child, codeSpan, type Entry, entriesOf, entryOf, type Mention, type Name, type Node, stringOf } from '@breakwater/core';
import { type Document, field } from '../model/document.ts';
import { alreadyThere, partMention, textMention } from './mention.ts';
import { usesOfVariables } from './path-parameter-uses.ts';
import { type Variable, variablesOf } from './path-variables.ts';

/** The variables of path templates, with the parameters of that name and what links and expressions say of them. */
export function pathParameterNames(document: Document): readonly Name[] {
  const paths = field(document, document.root, 'paths');
  const variables = variablesOf(document, paths);
  const uses = usesOfVariables(document, paths, variables);
  const all = new Set([...variables.values()].flatMap((own) => [...own.values()]));
  return [...all].map((variable) => nameOf(variable, paths, uses.get(variable) ?? []));
}

function nameOf({ name, paths, parameters }: Variable, holder: Node | undefined, others: readonly Mention[]): Name {
  const named = [...parameters].flatMap((parameter) => child(parameter, 'name') ?? []);
  const templates = [...paths].map((entry) =>
    partMention(entry.value.parent ?? entry.value, entry, [`{${name}}`, name], (to) => renamed(entry.name, name, to)),
  );
  return {
    noun: 'path parameter',
    name,
    declarations: named.map(textMention),
    uses: [...templates, ...others],
    refusal: (to) => refusal(to, name, [...paths], [...parameters], holder),
  };
}

/** The path with a variable of another name. */
export function renamed(path: string, name: string, to: string): string {
  return path.replaceAll(`{${name}}`, () => `{${to}}`);
}

function refusal(to: string, name: string, paths: readonly Entry[], parameters: readonly Node[], holder: Node | undefined): string | undefined {
  if (to === name) return undefined;
  if (!/^[^{}/?#\s]+$/.test(to))
    return `${codeSpan(to)} is no name for a path parameter: braces, slashes, question marks, number signs and spaces have no place in one.`;
  const taken = paths.some((path) => path.name.includes(`{${to}}`) || entryOf(holder, renamed(path.name, name, to)) !== undefined);
  return taken || parameters.some((parameter) => isBeside(parameter, to)) ? alreadyThere('path parameter', to) : undefined;
}

function isBeside(parameter: Node, name: string): boolean {
  const items = parameter.parent?.kind === 'seq' ? parameter.parent.items : entriesOf(parameter.parent).map(({ value }) => value);
  return items.some((other) => stringOf(child(other, 'in')) === 'path' && stringOf(child(other, 'name')) === name && parameter.parent?.kind === 'seq');
}
