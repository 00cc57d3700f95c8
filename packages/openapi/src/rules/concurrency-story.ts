import { child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { bodyIn, jsonSchemaIn, parameterOf, speaksFor } from '../model/operation-parts.ts';
import { isItemPath } from '../model/resource.ts';

interface NoStory {
  readonly label: string;
}

export const concurrencyStory = defineRule<OperationElement, NoStory>({
  id: 'concurrency-story',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `What happens when two callers change the same resource at once is not said of \`${label}\`.`,
  check(operation, report) {
    const { method, path, label, of, node } = operation;
    if (of !== 'paths' || !['PUT', 'PATCH'].includes(method) || !isItemPath(path) || child(node, 'x-concurrency')) return;
    const names = jsonSchemaIn(bodyIn(operation))?.effective().properties;
    const isSaid =
      parameterOf(operation, 'header', ['If-Match', 'If-Unmodified-Since']) !== undefined ||
      ['version', 'revision', 'etag'].some((name) => names?.has(name)) ||
      ['409', '412'].some((status) => speaksFor(operation, status, false));
    if (!isSaid) report({ label });
  },
});
