import type { SectionKind } from './sections.ts';

const KINDS: readonly SectionKind[] = ['breaking', 'error', 'dangerous', 'warn', 'accepted', 'compatible', 'info', 'known'];

/** The switch of each section: what is off is hidden, and its label is pale. */
const SWITCHES = KINDS.map(
  (kind) => `#show-${kind}:not(:checked)~main details.${kind}{display:none}
#show-${kind}:not(:checked)~nav label.${kind}{opacity:.5;text-decoration:line-through}
#show-${kind}:focus-visible~nav label.${kind}{outline:2px solid var(--tone);outline-offset:2px}`,
).join('\n');

const LIGHT =
  '--bg:#f5f7f9;--card:#fff;--ink:#18202b;--soft:#566273;--line:#dde2e9;--code:#eef1f5;--red:#b3261e;--amber:#8a5300;--green:#17693f;--blue:#2b5c94;--tone:var(--blue)';
const DARK =
  '--bg:#11151b;--card:#191f28;--ink:#e5e9ef;--soft:#9ba7b7;--line:#2b3440;--code:#232b36;--red:#ff8a80;--amber:#e8b05c;--green:#63cf98;--blue:#8db8ec;--tone:var(--blue)';

/** The look of the page: light and dark, narrow and wide, on paper. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media(prefers-color-scheme:dark){:root{${DARK}}}
.breaking,.error,.major{--tone:var(--red)}
.dangerous,.warn,.minor{--tone:var(--amber)}
.compatible,.patch,.none{--tone:var(--green)}
.info,.accepted,.known{--tone:var(--blue)}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
header,nav,main,footer{max-width:940px;margin:0 auto;padding:0 20px}
header{padding-top:36px}
h1{margin:0;font-size:14px;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
.badge{margin-left:8px;padding:3px 11px;border-radius:999px;background:var(--tone);color:var(--bg);font-size:12px;letter-spacing:.03em}
.verdict{margin:10px 0 2px;font-size:26px;font-weight:650;line-height:1.25}
header p{margin:0;color:var(--soft)}
header .verdict{color:var(--ink)}
.switch{position:absolute;opacity:0;pointer-events:none}
nav{display:flex;flex-wrap:wrap;gap:8px;margin-top:20px}
nav label{padding:4px 12px;border:1px solid var(--tone);border-radius:999px;background:var(--card);color:var(--tone);font-size:14px;cursor:pointer;user-select:none}
.wide{overflow-x:auto;margin:20px 0;background:var(--card);border:1px solid var(--line);border-radius:10px}
table{width:100%;border-collapse:collapse;overflow-wrap:normal}
td:last-child{white-space:nowrap}
th,td{padding:9px 14px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{font-size:13px;color:var(--soft);font-weight:600;white-space:nowrap}
tr:last-child td{border-bottom:0}
.bump{color:var(--tone);font-weight:650}
details{margin:26px 0}
summary{cursor:pointer;padding:4px 0;color:var(--tone)}
h2{display:inline;margin:0;font-size:19px;font-weight:650;color:var(--ink)}
.count{display:inline-block;min-width:26px;margin-left:4px;padding:0 8px;border-radius:999px;background:var(--tone);color:var(--bg);text-align:center;font-size:13px;font-weight:650}
section{margin:14px 0 22px}
h3{margin:0 0 8px;font:600 14px/1.4 ui-monospace,SFMono-Regular,Menlo,monospace;color:var(--soft)}
article{margin:10px 0;padding:15px 18px;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:10px}
h4{margin:0 0 8px;font-size:16px;font-weight:600}
p{margin:8px 0}
.soft{color:var(--soft);font-size:14px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 10px;margin:8px 0;font-size:14px}
dt{color:var(--soft)}
dd{margin:0}
code,pre{color:inherit;font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace;background:var(--code);border-radius:5px}
code{padding:1px 5px}
pre{margin:6px 0 0;padding:10px 13px;max-height:340px;overflow:auto;white-space:pre-wrap}
figure{margin:12px 0}
.foot{display:flex;flex-wrap:wrap;gap:4px 14px;margin-bottom:0;font-size:13px}
a{color:var(--blue)}
.failure{margin:16px 0;padding:11px 15px;border:1px solid var(--red);border-left-width:4px;border-radius:10px;background:var(--card)}
footer{padding:24px 20px 44px;color:var(--soft);font-size:13px}
${SWITCHES}
@media print{body{background:#fff;font-size:12px}nav,.switch{display:none}details::details-content{content-visibility:visible;height:auto}article,tr{break-inside:avoid}pre{max-height:none}.badge,.count{print-color-adjust:exact}}
`;

/** Where the page is shown inside something that has a look of its own: the classes of `body` say which it is. */
export interface Themes {
  readonly light: string;
  readonly dark: string;
}

/** What is said by a class counts over what the reader prefers elsewhere. */
export function styleOf({ light, dark }: Themes): string {
  return `${STYLE}body.${light}{color-scheme:light;${LIGHT}}\nbody.${dark}{color-scheme:dark;${DARK}}\n`;
}
