import type { Rule } from '@breakwater/core';

/** Every rule about an OpenAPI description. */
export const RULES: readonly Rule[] = [];
