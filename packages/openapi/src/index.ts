export { openapi } from './format.ts';
export type * from './model/element.ts';
