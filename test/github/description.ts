import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FURTHER_OPERATIONS } from './further-operations.ts';
import { type OpenApi, withFurther } from './openapi.ts';
import { type Operation, operationsOf } from './operation.ts';
import { reducedDescription } from './reduced-description.ts';

/** GitHub's own OpenAPI description, cut to what an action needs. It is not part of the project. */
const FULL = fileURLToPath(new URL('../../../shared/github-api/github-subset.json', import.meta.url));

export interface Description {
  /** `full`: GitHub's own description; `reduced`: only the project's few words about it. */
  readonly validation: 'full' | 'reduced';
  readonly document: OpenApi;
  readonly operations: readonly Operation[];
}

export const PROJECT = join(fileURLToPath(new URL('../..', import.meta.url)));

const made = new Map<string, Description>();

/** The best description at hand; says so on the console, once, when that is only the reduced one. */
export function describeGitHub(wanted: 'full' | 'reduced' = 'full'): Description {
  const validation = wanted === 'full' && existsSync(FULL) ? 'full' : 'reduced';
  const known = made.get(validation);
  if (known) return known;
  if (wanted !== validation) {
    console.warn("GitHub's own API description is not here: the full validation of requests and answers was skipped.");
  }
  const document = validation === 'full' ? withFurther(JSON.parse(readFileSync(FULL, 'utf8')) as OpenApi, FURTHER_OPERATIONS) : reducedDescription();
  const description = { validation, document, operations: operationsOf(document) } as const;
  made.set(validation, description);
  return description;
}
