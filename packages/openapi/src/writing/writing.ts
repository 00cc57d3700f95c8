import type { Writing } from '@breakwater/core';
import { namesOf } from './names.ts';

export const writing: Writing = {
  names: namesOf,
};
