import type { ScalarValue, Skeleton } from '@breakwater/core';
import type { Value } from '../grammar/value.ts';
import type { Document } from '../model/document.ts';
import { grammarOf } from './wanted.ts';

/** What people write beside that which has to be there. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  operation: ['operationId', 'responses'],
  parameter: ['schema'],
  header: ['schema'],
  mediaType: ['schema'],
  response: ['description'],
  schema: ['type'],
  link: ['operationId'],
};

/** Keys of an author's choice, one for a start. */
const FIRST_NAMES: Readonly<Record<string, string>> = { status: '200', status2: '200', mediaType: 'application/json' };

const MAX_DEPTH = 4;

/** The value that a field begins with: what is required in it, and holes. */
export function skeletonOf(document: Document, value: Value, depth = 0): Skeleton {
  switch (value.is) {
    case 'object':
      return objectOf(document, value.name, depth);
    case 'map': {
      const name = FIRST_NAMES[value.names ?? ''];
      return name === undefined || depth >= MAX_DEPTH ? { open: 'map' } : { map: [[name, skeletonOf(document, value.of, depth + 1)]] };
    }
    case 'list':
      return value.of.is === 'object' && depth < MAX_DEPTH ? { list: [skeletonOf(document, value.of, depth + 1)] } : { open: 'list' };
    case 'either':
      return skeletonOf(document, value.of[0] ?? { is: 'any' }, depth);
    default:
      return scalarOf(value);
  }
}

function objectOf(document: Document, name: string, depth: number): Skeleton {
  const object = grammarOf(document, name);
  if (!object || depth >= MAX_DEPTH) return { open: 'map' };
  const usual = USUAL[name] ?? [];
  const wanted = [...object.fields].filter(([field, { required }]) => required === true || usual.includes(field));
  if (wanted.length > 0) return { map: wanted.map(([field, { value }]) => [field, skeletonOf(document, value, depth + 1)]) };
  const first = FIRST_NAMES[object.rest?.names ?? ''];
  return object.rest && first !== undefined ? { map: [[first, skeletonOf(document, object.rest.value, depth + 1)]] } : { open: 'map' };
}

function scalarOf(value: Value): Skeleton {
  if (value.is === 'true') return { value: true };
  const choices = choicesOf(value);
  return { hole: value.is === 'text' || value.is === 'pointer' ? 'text' : 'any', ...(choices.length > 0 && { choices }) };
}

/** The values that a place may have, where they can be counted. */
export function choicesOf(value: Value): readonly ScalarValue[] {
  if (value.is === 'either') return value.of.flatMap(choicesOf);
  if (value.is === 'choice') return value.of;
  if (value.is === 'true') return [true];
  return value.is === 'boolean' ? [true, false] : [];
}
