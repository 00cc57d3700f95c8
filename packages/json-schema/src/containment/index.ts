export { confirmedByAjv } from './confirm.ts';
export { type ContainmentSession, contains, createContainment } from './contains.ts';
export { Interpreter, validates } from './interpreter.ts';
export { caseless } from './regex/caseless.ts';
export { matchesPattern } from './regex/matches.ts';
export { embed, sample } from './sample.ts';
export { shrink } from './shrink.ts';
export type { Containment, ContainmentOptions, JsonSchema, SchemaSet, Side, Step } from './side.ts';
