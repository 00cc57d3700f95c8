import type { Location } from '../finding/finding.ts';
import { locationOf } from '../finding/location.ts';
import type { AcceptanceEntry } from '../policy/accept.ts';
import type { SourceFile } from '../text/source-file.ts';
import { child, entriesOf, itemsOf, type Node, sourceOf, stringOf } from '../tree/node.ts';
import { readText } from '../tree/read-text.ts';

export interface Acceptances {
  readonly entries: readonly AcceptanceEntry[];
  /** What is wrong in the file, and where: nothing of it counts then. */
  readonly mistakes: readonly Mistake[];
}

export interface Mistake {
  readonly message: string;
  readonly at: Location | undefined;
}

const KEYS: Readonly<Record<string, string>> = {
  fingerprint: 'the fingerprint of the finding, from the report',
  reason: 'why it is agreed to',
  by: 'who agreed',
  until: 'the last day on which it holds, as "2026-12-31"',
};

/** Reads the list `accept` of a YAML or JSON file: which breaking changes somebody has agreed to. */
export function readAcceptances(file: SourceFile): Acceptances {
  const { root, problems } = readText(file);
  const mistakes: Mistake[] = problems.map(({ message }) => ({ message, at: undefined }));
  const list = entriesOf(root).find(({ name }) => name === 'accept')?.value;
  if (list?.kind !== 'seq') mistakes.push({ message: 'It has no list `accept`.', at: root && locationOf(root) });
  const entries = itemsOf(list).flatMap((item) => acceptanceIn(item, mistakes) ?? []);
  return { entries: mistakes.length === 0 ? entries : [], mistakes };
}

function acceptanceIn(item: Node, mistakes: Mistake[]): AcceptanceEntry | undefined {
  const complain = (message: string, node: Node) => void mistakes.push({ message, at: locationOf(node) });
  const values = new Map<string, string>();
  for (const { name, value } of entriesOf(item)) {
    // A fingerprint that happens to be all digits is a number to YAML.
    const text = stringOf(value) ?? (value.kind === 'scalar' && value.value !== null ? sourceOf(value) : undefined);
    if (!(name in KEYS)) complain(`An acceptance has no key \`${name}\`; it has ${Object.keys(KEYS).join(', ')}.`, value);
    else if (text === undefined || text.trim() === '') complain(`\`${name}\` of an acceptance is a text: ${KEYS[name]}.`, value);
    else values.set(name, text);
  }
  const [fingerprint, reason, by, until] = ['fingerprint', 'reason', 'by', 'until'].map((key) => values.get(key));
  if (fingerprint === undefined || reason === undefined) {
    complain('An acceptance needs a `fingerprint` and a `reason`.', item);
    return undefined;
  }
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until)) complain('`until` of an acceptance is a day, as "2026-12-31".', item);
  return { fingerprint, reason, ...(by !== undefined && { by }), ...(until !== undefined && { until }), at: locationOf(child(item, 'fingerprint') ?? item) };
}
