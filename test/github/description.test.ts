import { expect, test } from 'vitest';
import { HANDLERS } from './api.ts';
import { describeGitHub } from './description.ts';
import { type JsonObject, listAt, objectAt } from './json.ts';
import { type OpenApi, resolve } from './openapi.ts';

test("the reduced description says of each operation what GitHub's own says", () => {
  const [full, reduced] = [describeGitHub('full'), describeGitHub('reduced')];
  expect(reduced.operations.map(({ id }) => id).toSorted()).toEqual(Object.keys(HANDLERS).toSorted());
  if (full.validation !== 'full') return;
  for (const { method, template } of reduced.operations) {
    const place = `${method} ${template}`;
    expect({ place, ...summaryOf(reduced.document, method, template) }).toEqual({ place, ...summaryOf(full.document, method, template) });
  }
});

function summaryOf(document: OpenApi, method: string, template: string) {
  const operation = document.paths[template]?.[method.toLowerCase()] ?? {};
  const parameters = listAt(operation, 'parameters').map((one) => resolve(document, one as JsonObject));
  const schema = objectAt(objectAt(objectAt(objectAt(operation, 'requestBody'), 'content'), 'application/json'), 'schema');
  // Of a body that may have several forms, the first: the object.
  const body = (listAt(schema, 'oneOf')[0] ?? schema) as JsonObject;
  return {
    id: operation.operationId,
    parameters: parameters.map((one) => `${String(one.in)} ${String(one.name)} ${one.required === true}`).toSorted(),
    keys: Object.keys(objectAt(body, 'properties')).toSorted(),
    required: listAt(body, 'required').toSorted(),
  };
}
