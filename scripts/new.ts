/**
 * Starts a rule or a change: `npm run new rule openapi my-rule-name`, `npm run new change json-schema my-thing-changed`.
 * Writes the declaration, its page, and the entry in the list.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const [kind = '', owner = '', id = ''] = process.argv.slice(2);

/** The file that lists the declarations of a package. */
const LISTS: Readonly<Record<string, string>> = {
  'rule openapi': 'packages/openapi/src/rules.ts',
  'change openapi': 'packages/openapi/src/changes.ts',
  'change json-schema': 'packages/json-schema/src/schema-changes.ts',
};

const list = LISTS[`${kind} ${owner}`];
if (!list) stop(`Usage: npm run new <${Object.keys(LISTS).join(' | ')}> <id>`);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) stop(`\`${id}\` is no id: lower-case words with hyphens between them.`);
const stem = join(ROOT, 'packages', owner, 'src', `${kind}s`, id);
if (existsSync(`${stem}.ts`)) stop(`${kind} ${id} is there already.`);

const name = id.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
writeFileSync(`${stem}.ts`, kind === 'rule' ? ruleText() : changeText());
writeFileSync(`${stem}.md`, pageText());
addToList(list);
console.log(
  `Wrote ${kind} ${id}: say what it tells in ${id}.ts, and show it in ${id}.md; then \`npm run generate\` and \`npx vitest run test/page -t ${id}\`.`,
);

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

function ruleText(): string {
  return `import { child, defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface Data {
  readonly label: string;
}

export const ${name} = defineRule<OperationElement, Data>({
  id: '${id}',
  on: 'operation',
  severity: 'warn',
  message: ({ label }) => \`\\\`\${label}\\\` has no summary.\`,
  check({ node, label }, report) {
    if (!child(node, 'summary')) report({ label });
  },
});
`;
}

function changeText(): string {
  return `import { child, defineChange, HARMLESS, stringOf } from '@breakwater/core';
import type { ${owner === 'openapi' ? 'OperationElement' : 'SchemaElement'} } from '${owner === 'openapi' ? '../model/element.ts' : '../schema-element.ts'}';

interface Data {
  readonly from: string;
  readonly to: string;
}

export const ${name} = defineChange<${owner === 'openapi' ? 'OperationElement' : 'SchemaElement'}, Data>({
  id: '${id}',
  on: '${owner === 'openapi' ? 'operation' : 'schema'}',
  // Why this impact, when it does not follow from the sets of values alone.
  impact: () => HARMLESS,
  message: ({ from, to }) => \`The description changed from \\\`\${from}\\\` to \\\`\${to}\\\`.\`,
  changed(before, after, report) {
    const [from, to] = [before, after].map(({ node }) => stringOf(child(node, 'description')) ?? '');
    if (from !== undefined && to !== undefined && from !== to) report({ from, to }, child(after.node, 'description'));
  },
});
`;
}

function pageText(): string {
  return `# ${id}

One sentence that says what is found.

**Why.** Who is hurt, and how.

**What to do.** What the author does about it.
${kind === 'change' ? '\n**Consumers.** What those who use the contract have to do.\n' : ''}
## Reported

\`\`\`yaml
openapi: 3.1.0
paths:
  /pets:
    get: {}
#   ^^^ warn ${id}: \`GET /pets\` has no summary.
\`\`\`
`;
}

/** Keeps the list sorted as it is: an import above, an entry in the array. */
function addToList(path: string): void {
  const file = join(ROOT, path);
  const text = readFileSync(file, 'utf8');
  const imported = text.replace(/\n\n\/\*\*/, `\nimport { ${name} } from './${kind}s/${id}.ts';\n\n/**`);
  writeFileSync(file, imported.replace(/(readonly (?:Rule|Change)\[\] = \[)\n?/, `$1\n  ${name},\n`));
}
