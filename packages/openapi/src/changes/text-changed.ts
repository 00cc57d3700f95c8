import { child, defineChange, type Element, HARMLESS, stringOf } from '@breakwater/core';

interface TextChanged {
  readonly field: string;
  /** Words for units and currencies that only one of the texts has. */
  readonly units: readonly string[];
}

export const textChanged = defineChange<Element, TextChanged>({
  id: 'text-changed',
  on: ['api', 'operation', 'parameter', 'requestBody', 'response', 'header', 'schema', 'securityScheme', 'callback'],
  only: 'semantic',
  impact: () => HARMLESS,
  // The same number of cents and of euros is not the same price.
  beyond: ({ units }) => ({ semantic: units.length > 0 ? 'dangerous' : 'compatible' }),
  message: ({ field, units }) =>
    units.length > 0 ? `The \`${field}\` speaks of other units: ${units.map((unit) => `\`${unit}\``).join(', ')}.` : `The \`${field}\` was rewritten.`,
  changed(before, { node }, report) {
    for (const field of ['summary', 'description']) {
      const [old, now] = [wordsIn(stringOf(child(before.node, field))), wordsIn(stringOf(child(node, field)))];
      if (old.size === 0 || now.size === 0) continue;
      const units = [...onlyIn(old, now), ...onlyIn(now, old)].filter((word) => UNITS.has(word)).sort();
      if (units.length > 0 || isRewritten(old, now)) report({ field, units }, child(node, field), { related: child(before.node, field) });
    }
  },
});

/** More than 40 % of the words are others. */
function isRewritten(old: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  const others = onlyIn(old, now).length + onlyIn(now, old).length;
  return others > 0.4 * (old.size + now.size);
}

function onlyIn(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter((word) => !other.has(word));
}

function wordsIn(text = ''): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+|[€$£¥%]/gu) ?? []);
}

const UNITS: ReadonlySet<string> = new Set(
  (
    'ns us ms milliseconds millisecond s second seconds minute minutes hour hours day days week weeks month months year years ' +
    'mm cm m km meter meters kilometer kilometers inch inches foot feet mile miles g kg gram grams kilogram kilograms lb pound pounds ' +
    'b kb mb gb byte bytes kilobyte kilobytes megabyte megabytes kib mib gib celsius fahrenheit kelvin percent permille basis ' +
    'cent cents euro euros dollar dollars yen eur usd gbp jpy chf cny inr € $ £ ¥ %'
  ).split(' '),
);
