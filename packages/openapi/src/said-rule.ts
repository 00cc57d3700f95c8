import { child, defineRule, type Preset, type Rule, type Severity, stringOf } from '@breakwater/core';
import type { ApiElement } from './model/element.ts';

interface Unsaid {
  readonly where: 'description';
}

interface Said {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: Preset;
  /** Extensions of the root or of `info`, any of which says it. */
  readonly extensions: readonly string[];
  /** What `info.description` says, if it says it; `undefined`: words do not count. */
  readonly words?: RegExp;
  readonly message: string;
  /** Where else it may be said. */
  isSaid?(api: ApiElement): boolean;
}

/** Rules of one shape: the description as a whole says something, by an extension or in words. */
export function saidRule({ id, severity, preset, extensions, words, message, isSaid }: Said): Rule<ApiElement, Unsaid> {
  return defineRule<ApiElement, Unsaid>({
    id,
    on: 'api',
    severity,
    preset,
    message: () => message,
    check(api, report) {
      const info = child(api.node, 'info');
      if (!info) return;
      const byExtension = extensions.some((name) => child(api.node, name) || child(info, name));
      const inWords = words?.test(stringOf(child(info, 'description')) ?? '') === true;
      if (!byExtension && !inWords && isSaid?.(api) !== true) report({ where: 'description' }, info);
    },
  });
}
