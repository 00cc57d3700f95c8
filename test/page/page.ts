import type { Code, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** One example of a page: files of one version, or of two, with the marks that say what is reported where. */
export interface Case {
  readonly title: string;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** What the file looks like after the rule's own fixes. */
  readonly fixed: ReadonlyMap<string, string>;
  /** What is set of the rule of the page, as YAML. */
  readonly options: string | undefined;
  /** A list of acceptances, called `accept.yaml`. */
  readonly accept: string | undefined;
  /** Whether there is a `breakwater.yaml`; what it says holds for the case. */
  readonly isConfigured: boolean;
  readonly compares: boolean;
}

/** A mark: `#   ^^^ warn rule-id: message` under the line that it is about; without `#` where the first column counts. Columns are UTF-16 units. */
export interface Mark {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly ruleId: string;
  readonly message: string;
}

export interface Page {
  readonly title: string;
  readonly text: string;
  readonly cases: readonly Case[];
}

/** Fences are `yaml`, `yaml before`, `yaml after`, `yaml fixed` (or `json …`), and `yaml options` for what is set of the rule; `title=name` names a file, the first one being the entry. */
export function parsePage(text: string): Page {
  const root: Root = fromMarkdown(text);
  const cases: Case[] = [];
  let title = '';
  let fences: Code[] = [];
  let heading = '';
  const flush = () => {
    if (fences.length > 0) cases.push(toCase(heading, fences));
    fences = [];
  };
  for (const node of root.children) {
    if (node.type === 'heading') {
      flush();
      heading = text.slice(node.position?.start.offset, node.position?.end.offset).replace(/^#+\s*/, '');
      if (node.depth === 1) title = heading;
    }
    if (node.type === 'code' && (node.lang === 'yaml' || node.lang === 'json')) fences.push(node);
  }
  flush();
  return { title, text, cases };
}

function toCase(title: string, fences: readonly Code[]): Case {
  const files = { before: new Map<string, string>(), after: new Map<string, string>(), fixed: new Map<string, string>() };
  let options: string | undefined;
  for (const { lang, meta, value } of fences) {
    const words = (meta ?? '').split(/\s+/);
    if (words.includes('options')) {
      options = value;
      continue;
    }
    const role = words.includes('before') ? 'before' : words.includes('fixed') ? 'fixed' : 'after';
    const name = words.find((word) => word.startsWith('title='))?.slice(6) ?? `openapi.${lang}`;
    files[role].set(name, `${value}\n`);
  }
  const accept = files.after.get('accept.yaml');
  return { title, ...files, options, accept, isConfigured: files.after.has('breakwater.yaml'), compares: files.before.size > 0 };
}

const MARK = /^(\s*(?:#|\/\/)?\s*)(\^+)\s+(error|warn|info|hint)\s+([a-z0-9-]+):\s*(.*)$/;

/** The file without its marks, and the marks with the lines that they had been written under. */
export function takeMarks(file: string, text: string): { text: string; marks: readonly Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of text.split('\n')) {
    const match = MARK.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, lead = '', carets = '', severity = '', ruleId = '', message = ''] = match;
    marks.push({ file, line: lines.length - 1, start: lead.length, end: lead.length + carets.length, severity, ruleId, message });
  }
  return { text: lines.join('\n'), marks };
}
