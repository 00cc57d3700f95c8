import type { Finding, Location } from '../finding/finding.ts';
import { code, escapeHtml, escapeLines, htmlProse } from './html-text.ts';
import { notesOf } from './notes.ts';
import { affectsText, witnessBlock, witnessVerdict } from './witness-text.ts';

/** One finding: the message, both places, the proof, and why and what to do. `help` has the address of each rule's page. */
export function cardOf(finding: Finding, help: ReadonlyMap<string, string>): string {
  const { message, unproved, affects = [], reason = '', advice = '', migration = '' } = finding;
  const parts = [
    `<h4>${htmlProse(message)}</h4>`,
    placesOf(finding),
    proofOf(finding),
    unproved === undefined ? '' : `<p class="soft">Not proved: ${htmlProse(unproved)}</p>`,
    ...notesOf(finding).map(({ label, text }) => `<p class="soft">${label}: ${htmlProse(text)}</p>`),
    reason === '' ? '' : `<p><b>Why.</b> ${htmlProse(reason)}</p>`,
    advice === '' ? '' : `<p><b>What to do.</b> ${htmlProse(advice)}</p>`,
    migration === '' ? '' : `<p><b>Consumers.</b> ${htmlProse(migration)}</p>`,
    `<p class="soft foot">${ruleOf(finding, help)}${affects.length > 1 ? `<span>affects ${affectsText(finding, 5, code)}</span>` : ''}</p>`,
  ];
  return `<article>${parts.join('')}</article>`;
}

/** Before and after, as far as there are both. */
function placesOf({ at, related }: Finding): string {
  const old = related.filter(({ version }) => version === 'base').map((other) => `<dt>base</dt><dd>${placeOf(other.at)}</dd>`);
  return `<dl>${old.join('')}<dt>head</dt><dd>${placeOf(at)}</dd></dl>`;
}

function placeOf({ uri, start }: Location): string {
  return code(`${uri}:${start.line + 1}:${start.character + 1}`);
}

function proofOf({ witness }: Finding): string {
  if (!witness) return '';
  const caption = `<b>Proof.</b> At ${code(witness.boundary)}, this value ${escapeHtml(witnessVerdict(witness))}:`;
  return `<figure><figcaption>${caption}</figcaption><pre>${escapeLines(witnessBlock(witness))}</pre></figure>`;
}

function ruleOf({ ruleId, ofRuleset }: Finding, help: ReadonlyMap<string, string>): string {
  const uri = ofRuleset ? undefined : help.get(ruleId);
  return uri === undefined ? code(ruleId) : `<a href="${escapeHtml(uri)}">${escapeHtml(ruleId)}</a>`;
}
