import type { Writing } from '@breakwater/core';
import { namesOf } from './names.ts';
import { outlineOf } from './outline.ts';
import { proposalsAt } from './proposals.ts';

export const writing: Writing = {
  names: namesOf,
  outline: outlineOf,
  proposals: proposalsAt,
};
