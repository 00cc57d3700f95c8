import type { Finding } from '../../finding/finding.ts';
import { jsonText } from '../json-text.ts';
import { changelogSections, type Release } from './changelog.ts';

/** The changelog as data: a list of versions, each with its changes by section. */
export function changelogJson(releases: readonly Release[]): string {
  const versions = releases.map((release) => ({
    version: release.version,
    previous: release.previous,
    sections: changelogSections(release).map(({ kind, changes }) => ({ kind, changes: changes.map(changeOf) })),
  }));
  return `${jsonText({ versions }, 2)}\n`;
}

function changeOf({ ruleId, message, verdict, audiences, affects, witness, migration, fingerprint }: Finding) {
  return { ruleId, message, verdict, audiences, affects, witness, migration, fingerprint };
}
