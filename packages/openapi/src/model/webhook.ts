import { child, entriesOf, stringOf } from '@breakwater/core';
import type { OperationElement, ParameterElement } from './element.ts';
import { bodyIn, jsonSchemaIn } from './operation-parts.ts';

export function headerLike(operation: OperationElement, words: RegExp): ParameterElement | undefined {
  return operation.parameters().find(({ in: place, name }) => place === 'header' && words.test(name));
}

/** What is said of it in words: by itself, by its parameters, or by the whole description. */
export function isSaidOf(operation: OperationElement, words: RegExp): boolean {
  const { document, node } = operation;
  const texts = [node, child(document.root, 'info'), ...operation.parameters().map((parameter) => parameter.node)].flatMap((holder) =>
    ['description', 'summary'].map((name) => stringOf(child(holder, name)) ?? ''),
  );
  return texts.some((text) => words.test(text));
}

export function hasExtension({ node, document: { root } }: OperationElement, name: string): boolean {
  return [node, root, child(root, 'info')].some((holder) => entriesOf(holder).some((entry) => entry.name === name));
}

/** The names of what is sent, at the top and one level below. */
export function payloadNames(operation: OperationElement): readonly string[] {
  const schema = jsonSchemaIn(bodyIn(operation));
  return [...(schema?.effective().properties.keys() ?? []), ...(schema?.parts().flatMap((part) => [...part.effective().properties.keys()]) ?? [])];
}
