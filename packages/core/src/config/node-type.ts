import { type Node, sourceOf } from '../tree/node.ts';
import type { Schema, Type } from './schema.ts';

/** The types that a schema speaks of. */
export function typesOf({ type, enum: values }: Schema): readonly Type[] {
  return type === undefined ? (values ? ['string'] : []) : [type].flat();
}

export function typeMistake(node: Node, schema: Schema): string | undefined {
  const types = typesOf(schema);
  return types.length === 0 || types.some((type) => isOf(node, type)) ? undefined : wrongType(node, types);
}

export function isOf(node: Node, type: Type): boolean {
  switch (type) {
    case 'object':
      return node.kind === 'map';
    case 'array':
      return node.kind === 'seq';
    case 'integer':
      return node.kind === 'scalar' && Number.isInteger(node.value);
    case 'null':
      return node.kind === 'scalar' && node.value === null;
    default:
      return node.kind === 'scalar' && typeof node.value === type;
  }
}

const IN_WORDS: Readonly<Record<Type, string>> = {
  ...{ object: 'a map', array: 'a list', string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false', null: 'nothing' },
};

export function wrongType(node: Node, types: readonly Type[]): string {
  const wanted = [...new Set(types)].map((type) => IN_WORDS[type]).join(' or ');
  const holder = node.entry ? `\`${node.entry.name}\`` : node.parent ? 'An entry of this list' : 'The file';
  return `${holder} takes ${wanted}, not ${node.kind === 'map' ? 'a map' : node.kind === 'seq' ? 'a list' : `\`${shortened(sourceOf(node))}\``}.`;
}

/** As much of a text as a message takes. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
