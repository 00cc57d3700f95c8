import { configurationSchema, type Language } from '@breakwater/core';
import { packReader } from '@breakwater/spectral';
import { catalog } from './catalog.ts';

let known: Language | undefined;

/** What configurations are written in: all that can be set, and rulesets of Spectral. */
export function language(): Language {
  known ??= { schema: configurationSchema(catalog(), packReader.rule), packs: packReader };
  return known;
}
