import { child, defineRule, type Preset, type Rule, type Severity, stringOf } from '@breakwater/core';
import type { ResponseElement } from './model/element.ts';

interface Contradiction {
  readonly status: string;
  readonly words: string;
}

interface Prose {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: Preset;
  /** The statuses whose descriptions are looked at. */
  readonly statuses: readonly string[];
  /** What they do not speak of. */
  readonly words: RegExp;
  /** As the end of "The description of 400 speaks of `duplicate`, which …". */
  readonly because: string;
}

/** Rules of one shape: the description of a status speaks of what another status is for. */
export function responseProseRule({ id, severity, preset, statuses, words, because }: Prose): Rule<ResponseElement, Contradiction> {
  return defineRule<ResponseElement, Contradiction>({
    id,
    on: 'response',
    severity,
    preset,
    message: ({ status, words: found }) => `The description of ${status} speaks of \`${found}\`, which ${because}.`,
    check({ node, status }, report) {
      const at = child(node, 'description');
      const [found] = (statuses.includes(status) && words.exec(stringOf(at) ?? '')) || [];
      if (at && found !== undefined) report({ status, words: found }, at);
    },
  });
}
