import { child, defineRule, type Preset, type Rule, type Severity, stringOf } from '@breakwater/core';
import type { ResponseElement } from './model/element.ts';

interface Contradiction {
  readonly status: string;
  readonly words: string;
  readonly because: string;
}

interface ProseRule {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: Preset;
  readonly contradictions: readonly Prose[];
}

interface Prose {
  /** The statuses whose descriptions are looked at. */
  readonly statuses: readonly string[];
  /** What they do not speak of. */
  readonly words: RegExp;
  /** As the end of "The description of 400 speaks of `duplicate`, which …". */
  readonly because: string;
}

/** Rules of one shape: the description of a status speaks of what another status is for. */
export function responseProseRule({ id, severity, preset, contradictions }: ProseRule): Rule<ResponseElement, Contradiction> {
  return defineRule<ResponseElement, Contradiction>({
    id,
    on: 'response',
    severity,
    preset,
    message: ({ status, words, because }) => `The description of ${status} speaks of \`${words}\`, which ${because}.`,
    check({ node, status }, report) {
      const at = child(node, 'description');
      for (const { statuses, words, because } of contradictions) {
        const [found] = (statuses.includes(status) && words.exec(stringOf(at) ?? '')) || [];
        if (at && found !== undefined) report({ status, words: found, because }, at);
      }
    },
  });
}
