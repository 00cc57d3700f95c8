import { type Connection, NotificationType } from 'vscode-languageserver';
import type { Feature, Parts } from '../feature.ts';
import { type BaseName, baseUriOf } from '../session/base.ts';
import { toRelative } from '../session/path.ts';
import { statusDetail, statusText } from './status-text.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** What an editor can show beside a document: `none` is to show nothing. */
export interface Status {
  readonly uri: string;
  readonly level: 'none' | 'checking' | 'fine' | 'dangerous' | 'breaking';
  readonly text: string;
  readonly detail: string;
  /** Where the document is as it was in the base. */
  readonly baseUri?: string;
}

const statusChanged = new NotificationType<Status>('breakwater/status');

/** How long a check may take before it is said that there is one, in ms. */
const SOON = 300;

/** Tells of each open document how its contract stands, whenever that changed. */
export const status: Feature = {
  capabilities: () => ({}),
  answer(connection, parts) {
    if (!parts.editor.shows) return;
    const teller = new Teller(connection, parts);
    parts.checked.event((paths) => void teller.tell(paths));
    parts.touched.event((path) => void teller.await(path));
  },
};

class Teller {
  readonly #connection: Connection;
  readonly #parts: Parts;
  readonly #told = new Map<string, string>();

  constructor(connection: Connection, parts: Parts) {
    this.#connection = connection;
    this.#parts = parts;
  }

  async tell(paths: readonly string[]): Promise<void> {
    for (const path of paths) if (this.#parts.documents.at(path)) this.#send(path, await statusOf(path, this.#parts));
  }

  /** What is known gets old with an edit; only if it stays so for a while is that worth saying. */
  async await(path: string): Promise<void> {
    const { documents, session } = this.#parts;
    if (!documents.at(path)) return void this.#told.delete(path);
    const uri = documents.uriOf(path);
    const timer = setTimeout(() => {
      if (session.resultsOf(path).length > 0) this.#send(path, { uri, level: 'checking', text: 'checking', detail: 'The contract is being checked.' });
    }, SOON);
    await session.settle();
    clearTimeout(timer);
    await this.tell([path]);
  }

  #send(path: string, status: Status): void {
    const text = JSON.stringify(status);
    if (this.#told.get(path) === text || (status.level === 'none' && !this.#told.has(path))) return;
    this.#told.set(path, text);
    this.#connection.sendNotification(statusChanged, status).catch(() => undefined);
  }
}

/** Of several contracts that a file belongs to, the one that stands worst. What is known is looked up last, so that nothing older is told. */
async function statusOf(path: string, { session, bases, checker, documents }: Parts): Promise<Status> {
  const uri = documents.uriOf(path);
  const contracts = () => session.resultsOf(path).filter(({ contract }) => contract.detection !== undefined);
  const names = new Map<string, BaseName | undefined>();
  for (const { root } of contracts()) names.set(root.folder, await bases.nameOf(root));
  const results = contracts();
  const verdicts = results.map((result) => verdictOf(checker, result, names.get(result.root.folder)));
  const [worst, ...others] = verdicts.toSorted((a, b) => graveness(b) - graveness(a));
  const [first] = results;
  if (!worst || !first) return { uri, level: 'none', text: '', detail: '' };
  return {
    uri,
    level: worst.summary.breaking > 0 ? 'breaking' : worst.summary.dangerous > 0 ? 'dangerous' : 'fine',
    text: others.length > 0 ? `${statusText(worst)} (1 of ${verdicts.length} contracts)` : statusText(worst),
    detail: verdicts.map(statusDetail).join('\n'),
    ...(first.base && { baseUri: baseUriOf(first.root, toRelative(first.root.folder, path), first.base) }),
  };
}

function graveness({ summary }: Verdict): number {
  return summary.breaking * 1_000_000 + summary.dangerous * 1_000 + summary.compatible;
}
