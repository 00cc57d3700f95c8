import { booleanOf, child, type Node, stringOf } from '@breakwater/core';

/** How a list or an object is written, with the defaults filled in (OpenAPI 3.1.1, section 4.8.12.2). */
export function styleOf(node: Node, byDefault: 'form' | 'simple', shape: 'array' | 'object'): string {
  const style = stringOf(child(node, 'style')) ?? byDefault;
  const explode = booleanOf(child(node, 'explode')) ?? (style === 'form' || style === 'cookie');
  const exploded = style === 'deepObject' || (style === 'simple' && shape === 'array') ? '' : explode ? ' exploded' : '';
  return style + exploded;
}

/** `collectionFormat` of OpenAPI 2.0 is a name for the same thing. */
export function collectionStyle(node: Node, place: string): string {
  const format = stringOf(child(node, 'collectionFormat')) ?? 'csv';
  return format === 'csv' && (place === 'path' || place === 'header') ? 'simple' : (STYLES[format] ?? format);
}

const STYLES: Readonly<Record<string, string>> = { csv: 'form', multi: 'form exploded', ssv: 'spaceDelimited', pipes: 'pipeDelimited', tsv: 'tabDelimited' };
