import { child, defineRule } from '@breakwater/core';
import type { InfoElement } from '../model/element.ts';

interface License {
  readonly fault: 'missing' | 'no link' | 'two links';
}

const WORDS: Readonly<Record<License['fault'], string>> = {
  missing: 'This description names no license.',
  'no link': 'The license has no `url`, and no `identifier` either.',
  'two links': 'The license has both a `url` and an `identifier`, of which only one is allowed.',
};

/** "The `identifier` field is mutually exclusive of the `url` field" (OpenAPI 3.1.1, section 4.8.4.1). */
export const infoLicense = defineRule<InfoElement, License>({
  id: 'info-license',
  on: 'info',
  severity: 'info',
  preset: 'full',
  message: ({ fault }) => WORDS[fault],
  check({ node }, report) {
    const license = child(node, 'license');
    if (!license) return report({ fault: 'missing' });
    const links = ['url', 'identifier'].filter((name) => child(license, name)).length;
    if (links !== 1) report({ fault: links === 0 ? 'no link' : 'two links' }, license);
  },
});
