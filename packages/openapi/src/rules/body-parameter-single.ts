import { defineRule } from '@breakwater/core';
import type { ParameterListElement } from '../model/element.ts';
import { placeOfParameter } from '../model/parameter-list.ts';

interface SecondBody {
  readonly name: string;
  readonly other: string;
  readonly form: boolean;
}

/** "There can only be one body parameter", and body and form parameters "cannot exist together for the same operation" (OpenAPI 2.0, Parameter Object). */
export const bodyParameterSingle = defineRule<ParameterListElement, SecondBody>({
  id: 'body-parameter-single',
  on: 'parameterList',
  severity: 'error',
  message: ({ name, other, form }) => `\`${name}\` is a body beside ${form ? 'the form field' : 'the body'} \`${other}\`: a request has only one.`,
  check(list, report) {
    if (list.document.version !== '2.0') return;
    const inherited = list.inherited();
    const all = [...inherited, ...list.parameters()];
    const [body, second] = all.filter((parameter) => parameter.in === 'body');
    const other = second ?? all.find((parameter) => parameter.in === 'formData');
    // What the path item says alone is told there.
    if (!body || !other || (inherited.includes(body) && inherited.includes(other))) return;
    const [at, beside] = inherited.includes(other) || (other.in === 'formData' && !inherited.includes(body)) ? [body, other] : [other, body];
    report({ name: at.name, other: beside.name, form: beside.in === 'formData' }, placeOfParameter(at, 'in'), { related: beside.item });
  },
});
