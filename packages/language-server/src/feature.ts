import type { Checker } from '@breakwater/core';
import type { ClientCapabilities, Connection, Diagnostic, Emitter, ServerCapabilities, SymbolInformation } from 'vscode-languageserver';
import type { Publisher } from './diagnostics/publisher.ts';
import type { Places } from './diagnostics/to-diagnostic.ts';
import type { EditorOptions } from './editor-options.ts';
import type { Bases } from './session/base.ts';
import type { ClosedContracts } from './session/closed-contracts.ts';
import type { Documents } from './session/documents.ts';
import { pathOf } from './session/path.ts';
import type { Result } from './session/result.ts';
import type { Session } from './session/session.ts';
import type { Settings } from './session/settings.ts';
import type { Workspace } from './session/workspace.ts';
import type { Surroundings } from './surroundings/surroundings.ts';

/** What features answer from. */
export interface Parts {
  readonly checker: Checker;
  readonly client: ClientCapabilities;
  readonly editor: EditorOptions;
  readonly documents: Documents;
  readonly surroundings: Surroundings;
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly bases: Bases;
  readonly session: Session;
  /** The contracts that nobody has opened. */
  readonly closed: ClosedContracts<Diagnostic, SymbolInformation>;
  readonly publisher: Publisher;
  readonly placesOf: (result: Result) => Places;
  /** The path of a document that was opened, edited or closed. */
  readonly touched: Emitter<string>;
  /** The paths of files of which something else may be known now. */
  readonly checked: Emitter<readonly string[]>;
}

/** One thing that an editor can ask for. Every answer is about the texts as they are when it is given. */
export interface Feature {
  readonly capabilities: (client: ClientCapabilities) => ServerCapabilities;
  readonly answer: (connection: Connection, parts: Parts) => void;
}

/** The path behind a document's URI, once every edit that came before is checked. Nothing has the path of a document that is no file. */
export async function pathAfterChecks(uri: string, { session }: Parts): Promise<string> {
  await session.settle();
  return pathOf(uri) ?? '';
}
