import type { Finding, Report, RuleInfo } from '../../src/index.ts';
import { summaryOf } from '../../src/index.ts';

/** A breaking change with everything that a finding can have. */
export function changeOf(more: Partial<Finding> = {}): Finding {
  return {
    kind: 'change',
    ruleId: 'enum-value-removed',
    severity: 'error',

    message: 'The value `archived` of `Status` was removed.',
    data: { label: '`Status`' },
    at: { uri: 'api/a.yaml', start: { line: 4, character: 6 }, end: { line: 4, character: 10 }, pointer: '/components/schemas/Status/enum' },
    related: [
      {
        message: 'It was here before.',
        version: 'base',
        at: { uri: 'api/a.yaml', start: { line: 3, character: 0 }, end: { line: 3, character: 4 }, pointer: '' },
      },
    ],
    fingerprint: 'f',
    impact: { backward: 'breaking', forward: 'compatible' },
    verdict: 'breaking',
    witness: { value: { status: 'archived' }, boundary: 'POST /orders request body', acceptedBy: 'base', rejectedBy: 'head' },
    affects: ['POST /orders request body', 'GET /orders response 200'],
    advice: 'Keep the value.',
    ...more,
  };
}

export function reportOf(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  return {
    tool: { name: 'breakwater', version: '0.0.0' },
    contracts: [{ uri: 'api/a.yaml', format: 'OpenAPI 3.1', base: 'main (1234567, merge base)', compared: true, proved: 3, undecided: 1, needs: 'major' }],
    findings,
    summary: summaryOf(findings),
    failures: [],
    ...more,
  };
}

/** Text that strangers may put into a contract, each able to do harm somewhere. */
export const NASTY: readonly string[] = [
  '@everyone',
  '@octocat look',
  '#1',
  'octo/repo#5',
  'GH-7',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  ':tada:',
  'www.example.com',
  'http://example.com',
  'a@example.com',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</details>',
  '<!-- breakwater -->',
  '<a href="javascript:x">y</a>',
  '&lt;b&gt;',
  '&#60;b>',
  '[x](http://example.com)',
  '![x](http://example.com/x.png)',
  '[x][y]',
  '[y]: http://example.com',
  '[^1]',
  '| a | b |',
  '|',
  '\\|',
  '``` js',
  '`',
  '``',
  '`a``b`',
  '~~~',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '***',
  '**bold**',
  '_em_',
  '~~x~~',
  '$x$',
  '$$x$$',
  'x\n::add-mask::y',
  '::error::x',
  '##[add-mask]x',
  'x ##[set-output name=a]b',
  'x\r\n##[error]y',
  '\u001b[2J',
  '\u001b]8;;http://e\u0007x',
  '\u009b31m',
  '\u202Etxt.exe',
  '\u2066x',
  '\u200B',
  '\uFEFF',
  '\u0000',
  '\uD800',
  '\uDC00x',
  '\u2028',
  ']]>',
  '%0A::x::',
  'a,b:c%d',
  // Backticks that turn our words and theirs round: what follows stands outside of the quotes of a message.
  'x` @octocat `y',
  '` @org/team `',
  '` #1 `',
  '` octo/repo#5 `',
  '` GH-7 `',
  '` deadbeefdeadbeef `',
  '` :tada: `',
  '` www.evil.example `',
  '` (www.evil.example) `',
  '` http://evil.example `',
  '` mailto:a@evil.example `',
  '` <img src=x> `',
  '` <!-- breakwater --> `',
  '` </details> `',
  '` [x](http://evil.example) `',
  '` ![x](http://evil.example/x.png) `',
  '` | a | `',
  '` $x$ `',
  '`@`octocat',
  '@`octocat`',
  '``` @octocat',
  '`\n\n# heading\n\n- [ ] item\n\n`',
  '`\n    code\n`',
  '` **bold** __b__ ~~x~~ `',
  // A file name that ends the permalink that it stands in.
  'a)(www.evil.example',
  'a) [x](http://evil.example',
  'a)![x](http://evil.example/x.png',
  'a>b<c\\)',
  'a%29"x',
  '\u{E0041}\u{E0042}',
  '\u00AD\u180E\uFFF9',
  '{0} {{x}}',
  '__proto__',
  'constructor',
  `${'x'.repeat(5_000)}`,
  '\u20ac\u{1F600}',
  '',
  ' ',
  '\t',
];

/** A finding with that text in every place that text from a contract can get to. */
export function nastyFinding(text: string): Finding {
  return changeOf({
    message: `The value \`${text}\` of \`${text}\` was removed.`,
    at: { uri: `api/${text}.yaml`, start: { line: 0, character: 0 }, end: { line: 0, character: 1 }, pointer: `/${text}` },
    related: changeOf().related.map((old) => ({ ...old, at: { ...old.at, uri: `api/${text}.yaml` } })),
    witness: { value: { [text]: text }, boundary: `POST /${text} request body`, acceptedBy: 'base', rejectedBy: 'head' },
    affects: [`POST /${text}`, text],
    unproved: text,
    reason: `Because of \`${text}\`.`,
  });
}

export const nastyReport = (text: string): Report =>
  reportOf([nastyFinding(text)], {
    failures: [{ message: `\`${text}\` does not exist.` }],
    contracts: [{ uri: text, base: text, format: text, compared: false, proved: 0, undecided: 0 }],
  });

export const RULES: readonly RuleInfo[] = [
  {
    id: 'enum-value-removed',
    kind: 'change',
    severity: 'error',
    marks: undefined,
    summary: 's',
    why: 'w',
    advice: 'a',
    migration: '',
    helpUri: 'https://github.com/breakwater-api/breakwater/blob/main/x.md',
  },
];
