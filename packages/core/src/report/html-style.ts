/** The look of the page: light and dark, narrow and wide, on paper. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1d2430;--soft:#5b6675;--line:#dfe3e9;--breaking:#c62f2f;--dangerous:#b4690e;--compatible:#1f7a4d;--code:#eef1f5}
@media(prefers-color-scheme:dark){:root{--bg:#12161c;--card:#1a2029;--ink:#e6e9ee;--soft:#9aa5b4;--line:#2c3541;--breaking:#ff7b72;--dangerous:#e3a04b;--compatible:#56c98d;--code:#232b36}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header,main,footer{max-width:960px;margin:0 auto;padding:0 20px}
header{padding-top:32px}
h1{margin:0;font-size:15px;letter-spacing:.08em;text-transform:uppercase;color:var(--soft)}
.verdict{margin:4px 0;font-size:26px;font-weight:650;line-height:1.25}
header.breaking .verdict{color:var(--breaking)}header.dangerous .verdict{color:var(--dangerous)}header.compatible .verdict{color:var(--compatible)}
header p{margin:4px 0;color:var(--soft)}
table{width:100%;border-collapse:collapse;margin:20px 0;background:var(--card);border:1px solid var(--line);border-radius:8px;overflow:hidden}
th,td{padding:8px 12px;text-align:left;border-bottom:1px solid var(--line)}
th{font-size:13px;color:var(--soft);font-weight:600}
tr:last-child td{border-bottom:0}
details{margin:20px 0}
summary{cursor:pointer;font-size:18px;font-weight:600;padding:6px 0}
.count{display:inline-block;min-width:28px;padding:0 8px;border-radius:999px;background:var(--code);text-align:center;font-size:14px}
article{margin:12px 0;padding:14px 18px;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:8px}
.breaking article,.error article{border-left-color:var(--breaking)}
.dangerous article,.warn article{border-left-color:var(--dangerous)}
.compatible article{border-left-color:var(--compatible)}
h3{margin:0 0 4px;font-size:16px;font-weight:600}
p{margin:6px 0}
.place,.affects,.unproved{color:var(--soft);font-size:14px}
.place span{margin:0 8px}
code,pre{font:13px/1.45 ui-monospace,monospace;background:var(--code);border-radius:4px}
code{padding:1px 5px;overflow-wrap:anywhere}
pre{margin:6px 0 0;padding:10px 12px;overflow:auto}
figure{margin:10px 0}
figcaption{font-size:14px}
a{color:inherit}
.failure{padding:10px 14px;border:1px solid var(--breaking);border-radius:8px;background:var(--card)}
footer{padding:24px 20px 40px;color:var(--soft);font-size:13px}
@media print{body{background:#fff}article{break-inside:avoid}}
`;
