/**
 * How long the editor's user waits: from the notification of a key to the diagnostics for that text, as the server has sent them, with
 * validity, rules and the comparison with the default branch, in one process with a real server. What an editor does with them, which is
 * another process, is not in it; the flags of Node.js are those that the extension starts its server with. Beside it what reading, lint and
 * comparison take from nothing.
 * Goals (p95): 16 ms at 300 KB, 50 ms at 3 MB, 100 ms at 10 MB. Nothing is asserted: a shared machine is noisy.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump } from 'js-yaml';
import { createChecker, memoryHost } from '../packages/core/src/index.ts';
import { FORMATS, guideOf } from '../packages/formats/src/index.ts';
import { commit, Editor, git, newRepository, write } from '../packages/language-server/test/editor.ts';
import { partOf } from './part-of.ts';

const CORPUS = join(dirname(fileURLToPath(import.meta.url)), '../../shared/corpus/openapi/histories');
const KEYS = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 120);

const read = (path: string) => readFileSync(join(CORPUS, path), 'utf8');
const github = () => JSON.parse(read('github-rest/01-23.0.2/api.github.com.json'));
const toYaml = (value: unknown) => dump(value, { lineWidth: -1, noRefs: true });

/** Where the keys go: the text after which they are typed, searched from a share of the file on. */
interface Spot {
  readonly name: string;
  readonly after: RegExp;
  readonly from: number;
}

const YAML: readonly Spot[] = [
  { name: 'in a schema', after: /\n +type: [^\n]+\n/g, from: 0.8 },
  { name: 'in a path', after: /\n +operationId: [^\n]+\n/g, from: 0.1 },
  { name: 'at the root', after: /\n {2}version: [^\n]+\n/g, from: 0 },
];
const JSON_SPOTS: readonly Spot[] = [
  { name: 'in a text of a schema', after: /"description": "./g, from: 0.85 },
  { name: 'in a text of a path', after: /"summary": "./g, from: 0.4 },
];

interface Case {
  readonly title: string;
  readonly file: string;
  readonly text: () => string;
  readonly spots: readonly Spot[];
}

const CASES: readonly Case[] = [
  { title: '0.3 MB: Spotify', file: 'openapi.yaml', text: () => read('spotify/02-2025-06-25-2913aeb/fixed-spotify-open-api.yml'), spots: YAML },
  { title: '1 MB: Stripe', file: 'openapi.yaml', text: () => read('stripe-3.0/01-2018-05-31-d0d28cc/spec3.yaml'), spots: YAML },
  { title: '3 MB: a part of GitHub REST', file: 'openapi.yaml', text: () => toYaml(partOf(github(), 0.3)), spots: YAML },
  { title: '10 MB: GitHub REST', file: 'openapi.yaml', text: () => toYaml(github()), spots: YAML },
  { title: '13 MB: GitHub REST, JSON', file: 'openapi.json', text: () => read('github-rest/01-23.0.2/api.github.com.json'), spots: JSON_SPOTS },
];

/** What is typed, key by key, and taken back: half a key is broken text. */
const TYPED = { yaml: 'x-note: says something new', json: 'Says something new. ' };

async function run({ title, file, text: make, spots }: Case): Promise<void> {
  const text = make();
  console.log(`${title} (${(text.length / 1e6).toFixed(1)} million characters)`);
  await fromNothing(file, text);
  const folder = newRepository({ [file]: text });
  const editor = await Editor.start(folder);
  await editor.open(file, text);
  await shownFor(editor, file, 1);
  const typist = new Typist(editor, file, text);
  for (const spot of spots) report(spot.name, await typist.typeAt(spot));
  await editor.stop();
}

async function fromNothing(file: string, text: string): Promise<void> {
  const checker = createChecker(FORMATS, { guideOf });
  const start = performance.now();
  const contract = await checker.load(file, memoryHost({ [file]: text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  const loaded = performance.now();
  checker.lint(contract);
  const linted = performance.now();
  checker.compare(contract, contract);
  console.log(`  from nothing: read ${ms(loaded - start)}, lint ${ms(linted - loaded)}, comparison with itself ${ms(performance.now() - linted)}`);
}

/** Resolves once the diagnostics for a version of a document are there. */
function shownFor(editor: Editor, file: string, version: number): Promise<void> {
  const { shown } = editor;
  const uri = editor.uri(file);
  return new Promise((done) => {
    const isThere = () => (shown.get(uri)?.version ?? 0) >= version;
    if (isThere()) return done();
    shown.set = (key, params) => {
      Map.prototype.set.call(shown, key, params);
      if (isThere()) done();
      return shown;
    };
  });
}

/** Called when the diagnostics for a version of a document are on their way. */
function onSent(editor: Editor, version: number, sent: () => void): void {
  const listen = (chunk: Buffer) => {
    const beginning = chunk.toString('utf8', 0, 500);
    if (!beginning.includes('textDocument/publishDiagnostics') || !beginning.includes(`"version":${version},`)) return;
    editor.fromServer.off('data', listen);
    sent();
  };
  editor.fromServer.prependListener('data', listen);
}

interface Waited {
  readonly wall: number;
  /** Of the thread in which editor and server run: what another process takes of the machine is not in it. */
  readonly cpu: number;
}

function cpuNow(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

class Typist {
  readonly #editor: Editor;
  readonly #file: string;
  readonly #text: string;
  #version = 1;

  constructor(editor: Editor, file: string, text: string) {
    this.#editor = editor;
    this.#file = file;
    this.#text = text;
  }

  async typeAt({ after, from }: Spot): Promise<readonly Waited[]> {
    after.lastIndex = Math.floor(this.#text.length * from);
    const found = after.exec(this.#text);
    if (!found) return [];
    const isJson = this.#file.endsWith('.json');
    const at = found.index + found[0].length;
    const before = this.#text.slice(0, at);
    const line = before.split(/\n/).length - 1;
    const character = at - before.lastIndexOf('\n') - 1;
    const indent = isJson ? '' : (/\n( *)[^\n]*\n$/.exec(before)?.[1] ?? '');
    const typed = isJson ? TYPED.json : TYPED.yaml;
    const times: Waited[] = [];
    // A line of its own, which is there before the first key.
    if (!isJson) times.push(await this.#key(line, 0, 0, `${indent}\n`));
    const start = isJson ? character : indent.length;
    for (let i = 0; times.length < KEYS; i = (i + 1) % (2 * typed.length)) {
      const back = 2 * typed.length - i - 1;
      times.push(i < typed.length ? await this.#key(line, start + i, 0, typed.charAt(i)) : await this.#key(line, start + back, 1, ''));
    }
    await this.#restore();
    return times;
  }

  async #key(line: number, character: number, removed: number, text: string): Promise<Waited> {
    const range = { start: { line, character }, end: { line, character: character + removed } };
    const version = ++this.#version;
    const [start, cpu] = [performance.now(), cpuNow()];
    let waited: Waited | undefined;
    onSent(this.#editor, version, () => (waited = { wall: performance.now() - start, cpu: cpuNow() - cpu }));
    await this.#editor.change(this.#file, version, [{ range, text }]);
    await shownFor(this.#editor, this.#file, version);
    if (!waited) throw new Error('Diagnostics were shown that nobody has sent.');
    return waited;
  }

  async #restore(): Promise<void> {
    await this.#editor.change(this.#file, ++this.#version, [{ text: this.#text }]);
    await shownFor(this.#editor, this.#file, this.#version);
  }
}

function report(name: string, times: readonly Waited[]): void {
  const at = (share: number, of: 'wall' | 'cpu') => {
    const sorted = times.map((time) => time[of]).sort((a, b) => a - b);
    return ms(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN);
  };
  console.log(
    `  ${name.padEnd(24)} p50 ${at(0.5, 'wall')}   p95 ${at(0.95, 'wall')}   p99 ${at(0.99, 'wall')}   of which computing: p50 ${at(0.5, 'cpu')}   p95 ${at(0.95, 'cpu')}`,
  );
}

function ms(time: number): string {
  return `${time.toFixed(1).padStart(7)} ms`;
}

/** A small contract whose schemas stand in a file of their own, which is the one that is edited. */
async function runFiles(): Promise<void> {
  const { components: { schemas: named, ...others } = {}, ...rest } = partOf(github(), 0.3);
  const schemas = toYaml({ components: { schemas: named } });
  const entry = toYaml({ ...rest, components: others }).replaceAll("'#/components/schemas/", "'schemas.yaml#/components/schemas/");
  const folder = newRepository({ 'openapi.yaml': entry, 'schemas.yaml': schemas });
  write(folder, {});
  git(folder, 'status');
  commit(folder);
  console.log(`two files: a part of GitHub REST, the schemas beside it (${((entry.length + schemas.length) / 1e6).toFixed(1)} million characters)`);
  const editor = await Editor.start(folder);
  await editor.open('openapi.yaml', entry);
  await editor.open('schemas.yaml', schemas);
  await shownFor(editor, 'schemas.yaml', 1);
  report('in a schema, referred to', await new Typist(editor, 'schemas.yaml', schemas).typeAt({ name: '', after: /\n +type: string\n/g, from: 0.5 }));
  await editor.stop();
}

if (!existsSync(CORPUS)) {
  console.log('SKIPPED: the corpus is not here (../shared/corpus).');
  process.exit(0);
}
const only = process.argv.slice(2).find((word) => !/^\d+$/.test(word));
for (const one of CASES) if (only === undefined || one.title.includes(only)) await run(one);
if (only === undefined || 'two files'.includes(only)) await runFiles();
process.exit(0);
