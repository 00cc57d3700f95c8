import type { Fault } from './fault.ts';

/** Which rule tells a fault: those that projects want to set apart have a rule of their own, and `oas-structure` has the rest. */
export function ownerOf(data: Fault): string {
  const { fault } = data;
  if (fault === 'no reference') return 'ref-position';
  if (fault === 'name' && data.names === 'mediaType') return 'media-type-valid';
  if (fault === 'syntax' && data.syntax === 'mediaRanges') return 'media-type-valid';
  if (fault === 'kind') return ownerOfKind(data);
  if ('object' in data) return OF_FIELD[`${fault} ${data.object}.${'field' in data ? data.field : ''}`] ?? OF_OBJECT[`${fault} ${data.object}`] ?? REST;
  return REST;
}

const REST = 'oas-structure';

const OF_FIELD: Readonly<Record<string, string>> = {
  'missing info.title': 'info-title',
  'missing info.version': 'info-version',
  'syntax root.openapi': 'oas-version-supported',
  'syntax root.swagger': 'oas-version-supported',
  'missing operation.responses': 'operation-responses-required',
};

const OF_OBJECT: Readonly<Record<string, string>> = {
  'missing root': 'oas-required-fields',
  'some root': 'oas-required-fields',
  'unknown pathItem': 'path-item-other-keys',
  'empty responses': 'operation-responses-required',
};

function ownerOfKind({ object, field, of }: Extract<Fault, { fault: 'kind' }>): string {
  if (object === 'info' && (field === 'title' || field === 'version')) return `info-${field}`;
  if (object === 'root' && (field === 'openapi' || field === 'swagger')) return 'oas-version-supported';
  if (of === 'pathItem') return 'path-item-is-object';
  return of === 'schema' || of === 'responseSchema' ? 'schema-is-object' : REST;
}
