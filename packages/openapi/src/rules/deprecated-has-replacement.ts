import { booleanOf, child, defineRule, entriesOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { OperationElement, ParameterElement } from '../model/element.ts';

interface NoReplacement {
  readonly label: string;
}

const EXTENSIONS = ['x-replaced-by', 'x-replacement', 'x-successor', 'x-deprecated-description'];

export const deprecatedHasReplacement = defineRule<OperationElement | ParameterElement | SchemaElement, NoReplacement>({
  id: 'deprecated-has-replacement',
  on: ['operation', 'parameter', 'schema'],
  severity: 'info',
  preset: 'strict',
  marks: 'deprecated',
  message: ({ label }) => `${label.replace(/^./, (first) => first.toUpperCase())} is deprecated, and it is not said what to use instead.`,
  check({ kind, node, label }, report) {
    const deprecated = child(node, 'deprecated');
    if (booleanOf(deprecated) !== true) return;
    const text = ['description', 'summary'].map((name) => stringOf(child(node, name)) ?? '').join(' ');
    const isSaid =
      /\buse\b|replaced? by|instead|superseded|in favou?r of|migrate to|see (?:also )?\[/i.test(text) ||
      entriesOf(node).some(({ name }) => EXTENSIONS.includes(name));
    if (!isSaid) report({ label: kind === 'operation' ? `\`${label}\`` : label }, deprecated);
  },
});
