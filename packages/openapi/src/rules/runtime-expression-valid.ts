import { child, defineRule, entriesOf, type Node, nearest, type Place, stringOf } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { ApiElement } from '../model/element.ts';

interface BrokenExpression {
  readonly expression: string;
}

/** The grammar of OpenAPI 3.1.2, section 4.8.20.4; names may hold what RFC 9110 and RFC 6901 let them hold. */
const EXPRESSION = /^\$(?:url|method|statusCode|(?:request|response)\.(?:header\.[!#$%&'*+.^_`|~\w-]+|(?:query|path)\..+|body(?:#(?:\/.*)?)?))$/s;

/** How expressions begin. What is not even close to one of them is a constant. */
const WORDS = ['url', 'method', 'statusCode', 'request', 'response'];

export const runtimeExpressionValid = defineRule<ApiElement, BrokenExpression>({
  id: 'runtime-expression-valid',
  on: 'api',
  severity: 'error',
  message: ({ expression }) => `\`${expression}\` is no runtime expression: \`$response.body#/id\` and \`$request.query.page\` are some.`,
  check({ document }, report) {
    const look = (text: string | undefined, at: Node | Place) => {
      for (const expression of brokenIn(text ?? '')) report({ expression: expression.slice(0, 100) }, at);
    };
    for (const link of objectsOf(document, 'link')) {
      for (const { value } of entriesOf(child(link, 'parameters'))) look(stringOf(value), value);
      const body = child(link, 'requestBody');
      if (body) look(stringOf(body), body);
    }
    for (const callback of objectsOf(document, 'callback'))
      for (const entry of callback.entries) if (!entry.name.startsWith('x-')) look(entry.name, { node: entry.value, span: entry });
  },
});

/** A text is an expression, or has some in braces. One without a known beginning is a constant, or the variable of a URL. */
function brokenIn(text: string): readonly string[] {
  const [, word] = /^\$([a-zA-Z]+)/.exec(text) ?? [];
  const whole = word !== undefined && nearest(word, WORDS) !== undefined ? [text] : [];
  const embedded = [...text.matchAll(/\{(\$?[^{}]*)\}/g)].map(([, inner = '']) => inner).filter((inner) => /^(?:\$|(?:request|response)\.)/.test(inner));
  return [...whole, ...embedded].filter((expression) => !EXPRESSION.test(expression));
}
