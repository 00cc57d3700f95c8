import type { SchemaElement } from './schema-element.ts';

const LIMITS = ['pattern', 'format', 'minLength', 'maxLength', 'anyOf', 'oneOf', 'not'];

/** Whether any text fits a schema, as far as its own keywords say it. */
export function takesAnyText(element: SchemaElement): boolean {
  const { types, values, all } = element.effective();
  return (!types || types.has('string')) && values === undefined && LIMITS.every((keyword) => all(keyword).length === 0);
}
