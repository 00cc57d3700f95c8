import type { Thing } from '../path/thing.ts';
import { type CheckMaker, CLEAN } from './check.ts';

export const truthy = asking(Boolean, 'must be there and not be empty');
export const falsy = asking((value) => !value, 'must not be there');
export const defined = asking((value) => value !== undefined, 'must be there');
export const undefinedness = asking((value) => value === undefined, 'must not be there');

function asking(isRight: (value: Thing) => boolean, message: string): CheckMaker {
  const complaints = [{ message }];
  return { make: () => (value) => (isRight(value) ? CLEAN : complaints) };
}
