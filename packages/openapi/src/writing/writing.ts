import type { Writing } from '@breakwater/core';
import { briefOf } from './brief.ts';
import { namesOf } from './names.ts';
import { noteOn } from './note-on.ts';
import { outlineOf } from './outline.ts';
import { proposalsAt } from './proposals.ts';

export const writing: Writing = {
  names: namesOf,
  outline: outlineOf,
  proposals: proposalsAt,
  brief: briefOf,
  noteOn,
};
