import type { Finding } from '../../finding/finding.ts';
import { codeSpan, prose } from '../code-span.ts';
import { affectsText } from '../witness-text.ts';
import { changelogSections } from './changelog.ts';

/** One line for each change, under what it is for consumers, without proofs and advice. */
export function* changelogItems(findings: readonly Finding[]): Iterable<string> {
  for (const { title, changes } of changelogSections({ version: '', previous: '', findings })) {
    let heading = `\n**${title}**\n\n`;
    for (const change of changes) {
      const where = (change.affects ?? []).length > 0 ? ` (${affectsText(change, 3, codeSpan)})` : '';
      yield `${heading}- ${prose(change.message)}${where}\n`;
      heading = '';
    }
  }
}
