export * from './containment/index.ts';
export * from './dialect.ts';
export * from './effective.ts';
export * from './judge.ts';
export * from './schema-change.ts';
export * from './schema-changes.ts';
export * from './schema-element.ts';
export * from './translate.ts';
