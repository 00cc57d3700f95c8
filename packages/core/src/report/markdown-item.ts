import type { Finding, Location, Version } from '../finding/finding.ts';
import { encodePath } from './clean-text.ts';
import { codeSpan, prose } from './code-span.ts';
import { notesOf } from './notes.ts';
import type { RuleInfo } from './rule-info.ts';
import { affectsText, witnessBlock, witnessVerdict } from './witness-text.ts';

export interface ItemOptions {
  readonly rules: ReadonlyMap<string, RuleInfo>;
  readonly linkTo?: ((at: Location, version: Version) => string | undefined) | undefined;
}

/** One finding as a list item: what, where, and unless it hurts nobody, the proof and what to do. */
export function itemOf(finding: Finding, options: ItemOptions): string {
  const { message, at, ruleId, verdict, witness, unproved, excused, advice = '' } = finding;
  const info = finding.ofRuleset ? undefined : options.rules.get(ruleId);
  const rule = info ? `[${ruleId}](${safeUrl(info.helpUri)})` : codeSpan(ruleId);
  const head = `${prose(message)} ${placeOf(at, 'head', options)} ${rule}${idOf(finding)}`;
  if (verdict === 'compatible') return `- ${[head, ...(excused === undefined ? [] : [`not counted: ${prose(excused)}`])].join(BREAK)}\n`;
  const what = advice === '' ? [] : [`**what to do:** ${prose(advice)}`];
  const notes = notesOf(finding).map(({ label, text }) => `${label}: ${prose(text)}`);
  const facts = [head, ...contextOf(finding, options), ...notes, ...(unproved === undefined ? [] : [`not proved: ${prose(unproved)}`])];
  const blocks = witness
    ? [facts.join(BREAK), `proof at ${codeSpan(witness.boundary)}, a value that ${witnessVerdict(witness)}:`, fenced(witnessBlock(witness)), ...what]
    : [[...facts, ...what].join(BREAK)];
  return `- ${blocks.join('\n\n  ')}\n`;
}

/** By which it can be accepted. */
function idOf({ kind, verdict, fingerprint }: Finding): string {
  return kind === 'change' && verdict !== 'compatible' ? `, id ${codeSpan(fingerprint)}` : '';
}

/** A new line within the paragraph of a list item. */
const BREAK = '<br>\n  ';

function contextOf(finding: Finding, options: ItemOptions): readonly string[] {
  const { related, affects = [] } = finding;
  const old = related.filter(({ version }) => version === 'base').map(({ at }) => `before: ${placeOf(at, 'base', options)}`);
  return affects.length > 1 ? [...old, `affects ${affectsText(finding, 5, codeSpan)}`] : old;
}

function placeOf(at: Location, version: Version, { linkTo }: ItemOptions): string {
  const name = codeSpan(`${at.uri}:${at.start.line + 1}`);
  const url = linkTo?.(at, version);
  return url === undefined ? name : `[${name}](${safeUrl(url)})`;
}

/** Nothing in a URL may end the link that it stands in: a file name may hold a bracket. What divides its parts stays, as slashes do in a path. */
function safeUrl(url: string): string {
  return url.replaceAll(/[^!:?#@$&+,;=%]+/gu, (part) => encodePath(part));
}

/** Indented as a part of its list item. No line of JSON begins with a backtick, so none ends the fence. */
function fenced(json: string): string {
  return ['```json', ...json.split('\n'), '```'].join('\n  ');
}
