import { defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface Unlimited {
  readonly label: string;
  readonly missing: string;
}

export const schemaHasConstraints = defineRule<SchemaElement, Unlimited>({
  id: 'schema-has-constraints',
  on: 'schema',
  severity: 'info',
  preset: 'full',
  message: ({ label, missing }) => `${label.replace(/^./, (first) => first.toUpperCase())} may be of any size: it has no ${missing}.`,
  check({ effective, label, place, children }, report) {
    const { types, bounds, values, all } = effective();
    const [type, ...others] = types ?? [];
    // A composition is looked at in its parts.
    if (!type || others.some((other) => other !== 'null') || values || children().some(({ id }) => /^(allOf|anyOf|oneOf) /.test(id))) return;
    const has = (...keywords: readonly string[]) => keywords.some((keyword) => all(keyword).length > 0);
    if (type === 'string' && !has('maxLength', 'format', 'pattern')) report({ label, missing: '`maxLength`, `pattern` or `format`' }, place);
    if (type === 'array' && !bounds.has('maxItems')) report({ label, missing: '`maxItems`' }, place);
    const isNumber = type === 'integer' || type === 'number';
    if (isNumber && !has('maximum', 'exclusiveMaximum')) report({ label, missing: '`maximum`' }, place);
  },
});
