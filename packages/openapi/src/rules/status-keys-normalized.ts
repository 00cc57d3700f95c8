import { defineRule, inline } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { ApiElement } from '../model/element.ts';

interface NumericStatus {
  readonly status: string;
}

/** "This field MUST be enclosed in quotation marks (for example, "200") for compatibility between JSON and YAML" (OpenAPI 3.1.2, section 4.8.16.2). */
export const statusKeysNormalized = defineRule<ApiElement, NumericStatus>({
  id: 'status-keys-normalized',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ status }) => `The status \`${status}\` is a number to YAML, and a text to JSON.`,
  check({ document }, report) {
    for (const responses of objectsOf(document, 'responses'))
      for (const entry of responses.entries)
        if (/^\d+$/.test(entry.name) && /^\d/.test(responses.file.text.slice(entry.start, entry.end)))
          report({ status: entry.name }, { node: entry.value, span: entry });
  },
  fixes({ document }, { status }) {
    const edits = objectsOf(document, 'responses').flatMap(({ file, entries }) =>
      entries
        .filter(({ name, start, end }) => name === status && /^\d/.test(file.text.slice(start, end)))
        .map(({ start, end }) => ({ uri: file.uri, span: { start, end }, text: inline(file, status) })),
    );
    return [{ title: `Quote \`${status}\` everywhere`, safe: true, edits }];
  },
});
