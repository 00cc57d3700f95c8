import { stringOf } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

/** What OpenAPI calls the format of a value, however it is written. */
export function formatOf(element: SchemaElement): string | null {
  const { all } = element.effective();
  const say = (keyword: string) => stringOf(all(keyword)[0]);
  return say('format') ?? bytesFormat(say('type'), say('contentEncoding'), say('contentMediaType')) ?? null;
}

/** What OpenAPI 3.0 calls `binary` and `byte`: `type: file` in 2.0, and keywords about content since 3.1 (OpenAPI 3.1.1, section 4.8.24.4). */
function bytesFormat(type: string | undefined, encoding: string | undefined, mediaType: string | undefined): string | undefined {
  if (encoding !== undefined) return encoding === 'base64' ? 'byte' : undefined;
  return type === 'file' || BYTES.test(mediaType ?? '') ? 'binary' : undefined;
}

const BYTES = /^(application\/(octet-stream|pdf|zip)|(image|audio|video)\/.+)$/;
