import { child, entriesOf, type Mention, type Node, resolve } from '@breakwater/core';
import { type Document, field } from '../model/document.ts';
import { partMention } from './mention.ts';
import { operationsIn } from './path-variables.ts';

const IN_PATH = /\$request\.path\.([^{}\s]+)/g;

/** The path parameters that runtime expressions of a path's operations name: in the keys of callbacks and the values of links. */
export function requestExpressionsIn(document: Document, item: Node | undefined): readonly { readonly name: string; readonly mention: Mention }[] {
  return operationsIn(document, item).flatMap((operation) => {
    const callbacks = entriesOf(field(document, operation, 'callbacks')).flatMap(({ value }) => resolve(document.snapshot, value) ?? []);
    const inKeys = callbacks.flatMap((callback) => entriesOf(callback).flatMap((entry) => expressionsIn(callback, entry, entry.name)));
    const responses = entriesOf(field(document, operation, 'responses')).flatMap(({ value }) => resolve(document.snapshot, value) ?? []);
    const links = responses
      .flatMap((response) => entriesOf(field(document, response, 'links')))
      .flatMap(({ value }) => resolve(document.snapshot, value) ?? []);
    const values = links.flatMap((link) => [...entriesOf(child(link, 'parameters')).map(({ value }) => value), child(link, 'requestBody')]);
    const inValues = values.flatMap((value) => (value?.kind === 'scalar' && typeof value.value === 'string' ? expressionsIn(value, value, value.value) : []));
    return [...inKeys, ...inValues];
  });
}

function expressionsIn(node: Node, span: { readonly start: number; readonly end: number }, text: string) {
  return [...text.matchAll(IN_PATH)].map(([expression, name = '']) => ({
    name,
    mention: partMention(node, span, [expression, name], (to) => text.replaceAll(IN_PATH, (found) => (found === expression ? `$request.path.${to}` : found))),
  }));
}
