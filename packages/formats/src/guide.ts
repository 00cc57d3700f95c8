import { type Guide, type Mark, POLICIES, type RuleInfo, type Severity } from '@breakwater/core';
import { FORMATS } from './formats.ts';
import { PAGES } from './pages.ts';

/** Where the pages can be read. */
const PAGES_URI = 'https://github.com/breakwater-api/breakwater/blob/main/';

export function ruleInfos(): readonly RuleInfo[] {
  return [...PAGES.keys()].flatMap((id) => ruleInfoOf(id) ?? []);
}

const known = new Map<string, RuleInfo | undefined>();

export function ruleInfoOf(id: string): RuleInfo | undefined {
  if (!known.has(id)) known.set(id, readPage(id));
  return known.get(id);
}

function readPage(id: string): RuleInfo | undefined {
  const page = PAGES.get(id);
  if (!page) return undefined;
  const { path, text } = page;
  return {
    id,
    kind: kindOf(path),
    severity: declared(id)?.severity ?? 'error',
    marks: declared(id)?.marks,
    summary: paragraph(text, /^# .+\n\n([\s\S]*?)\n\n/),
    why: pillarOf(text, 'Why.'),
    advice: pillarOf(text, 'What to do.'),
    migration: pillarOf(text, 'Consumers.'),
    helpUri: PAGES_URI + path,
  };
}

/** What a finding takes from its page. */
export function guideOf(id: string): Guide | undefined {
  const info = ruleInfoOf(id);
  return info && { reason: info.why, advice: info.advice, ...(info.migration !== '' && { migration: info.migration }) };
}

function kindOf(path: string): RuleInfo['kind'] {
  if (path.includes('/rules/')) return 'rule';
  if (path.includes('/changes/')) return 'change';
  return path.includes('/policy/') ? 'policy' : 'problem';
}

/** A change has the severity of its verdict; as metadata that is the highest it can get. */
function declared(id: string): { readonly severity: Severity; readonly marks?: Mark } | undefined {
  return [...FORMATS.flatMap(({ rules }) => rules), ...POLICIES].find((one) => one.id === id);
}

function pillarOf(text: string, name: string): string {
  const start = text.indexOf(`**${name}**`);
  if (start < 0) return '';
  return (text.slice(start + name.length + 4).split(/\n\s*\n/)[0] ?? '').replaceAll(/\s+/g, ' ').trim();
}

function paragraph(text: string, pattern: RegExp): string {
  return (pattern.exec(text)?.[1] ?? '').replaceAll(/\s+/g, ' ').trim();
}
