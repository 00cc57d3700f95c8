import { cleanText } from '@breakwater/core';
import type { Telling } from './sink.ts';

/** What keeps apart what several jobs tell of one commit: the input `key`, else the workflow and the job. Empty outside a job. */
export function legOf({ inputs, context }: Pick<Telling, 'inputs' | 'context'>): string {
  return inputs.key === '' ? cleanText(context.job) : inputs.key;
}
