import { type Bar, CHANGE_BARS, DEFAULT_BAR, RULE_BARS } from '@breakwater/core';
import { InvalidArgumentError } from 'commander';

/** `breaking`, `warn` or both, separated by a comma; `never` lowers no bar and raises both. */
export function parseFailOn(words: readonly string[]): (text: string) => Bar {
  return (text) => {
    let bar: Bar = DEFAULT_BAR;
    for (const word of text.split(',').map((part) => part.trim())) {
      if (!words.includes(word)) throw new InvalidArgumentError(`Allowed are ${words.join(', ')}.`);
      bar = lower(bar, word);
    }
    return bar;
  };
}

function lower(bar: Bar, word: string): Bar {
  if (word === 'never') return { changes: 'never', rules: 'never' };
  const changes = CHANGE_BARS.find((one) => one === word);
  const rules = RULE_BARS.find((one) => one === word);
  return { changes: changes ?? bar.changes, rules: rules ?? bar.rules };
}

export const CHANGE_WORDS = [...CHANGE_BARS, 'never'];
export const RULE_WORDS = [...RULE_BARS, 'never'];
export const ALL_WORDS = [...CHANGE_BARS, ...RULE_BARS, 'never'];
