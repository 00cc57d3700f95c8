import { nearest } from '@breakwater/core';
import { PAGES } from '@breakwater/formats';
import { EXIT, type Exit, type Io } from '../io.ts';

/** Prints the page of a rule, change or problem. */
export function explain(id: string, io: Io): Exit {
  const page = PAGES.get(id);
  if (page) {
    io.out(page.text);
    return EXIT.clean;
  }
  const near = nearest(id, [...PAGES.keys()]);
  io.err(`breakwater: There is no rule or change \`${id.slice(0, 100)}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}\n`);
  return EXIT.failed;
}
