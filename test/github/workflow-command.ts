/**
 * Workflow commands as the runner reads them (actions/runner, ActionCommand.cs and ActionCommandManager.cs): every line
 * of stdout and of stderr, first as `::name key=value::data` at the start of the line, then as the legacy
 * `##[name key=value]data`, which counts anywhere in a line.
 */
export interface WorkflowCommand {
  readonly name: string;
  /** Keys in lower case: the runner does not look at their case. */
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands of the runner; anything else between colons is plain text. Names have no case. */
const REGISTERED = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** The order matters: `%25` is last, so that `%250A` stays `%0A`. */
const DATA: readonly Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const PROPERTY: readonly Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const LEGACY: readonly Escape[] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];
type Escape = readonly [escaped: string, character: string];

/** The white space of .NET, which unlike JavaScript's has U+0085 and not U+FEFF. */
const LEADING_SPACE = /^(?:(?!\uFEFF)[\s\u0085])+/;

/** The command on one line, if there is one. */
export function parseCommand(line: string, extra: ReadonlySet<string> = new Set()): WorkflowCommand | undefined {
  const isKnown = ({ name }: WorkflowCommand) => REGISTERED.has(name) || extra.has(name);
  return [parseCurrent(line), parseLegacy(line)].find((command) => command !== undefined && isKnown(command));
}

function parseCurrent(line: string): WorkflowCommand | undefined {
  const text = line.replace(LEADING_SPACE, '');
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  const { name, rest } = splitInfo(text.slice(2, end));
  return { name, properties: propertiesOf(rest.trim(), ',', PROPERTY), data: unescapeText(text.slice(end + 2), DATA) };
}

function parseLegacy(line: string): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, rest } = splitInfo(line.slice(start + 3, end));
  return { name, properties: propertiesOf(rest, ';', LEGACY), data: unescapeText(line.slice(end + 1), LEGACY) };
}

function splitInfo(info: string): { readonly name: string; readonly rest: string } {
  const space = info.indexOf(' ');
  return space < 0 ? { name: info.toLowerCase(), rest: '' } : { name: info.slice(0, space).toLowerCase(), rest: info.slice(space + 1) };
}

function propertiesOf(text: string, separator: string, escapes: readonly Escape[]): Readonly<Record<string, string>> {
  const pairs = text.split(separator).map((pair) => /^([^=]+)=(.+)$/s.exec(pair) ?? []);
  const filled = pairs.filter(([pair]) => pair !== undefined);
  return Object.fromEntries(filled.map(([, key = '', value = '']) => [key.toLowerCase(), unescapeText(value, escapes)]));
}

function unescapeText(text: string, escapes: readonly Escape[]): string {
  return escapes.reduce((result, [escaped, character]) => result.replaceAll(escaped, character), text);
}

/** The commands of a whole log, in order. While stopped, nothing counts but the token that resumes. */
export function parseLog(log: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resume: string | undefined;
  for (const line of splitLines(log)) {
    const command = parseCommand(line, new Set(resume === undefined ? [] : [resume]));
    if (!command) continue;
    if (resume === undefined) {
      commands.push(command);
      if (command.name === 'stop-commands') resume = command.data.toLowerCase();
    } else if (command.name === resume) resume = undefined;
  }
  return commands;
}

/** The runner reads with .NET's `ReadLine`: a lone carriage return ends a line too. */
function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}
