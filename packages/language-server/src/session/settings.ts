import { type ClientCapabilities, type Connection, DidChangeConfigurationNotification, type DidChangeConfigurationParams } from 'vscode-languageserver';
import { uriOf } from './path.ts';

const SECTION = 'breakwater';

/** What the user has set, asked of the editor where it can be asked, else taken from what it sends. */
export class Settings {
  readonly #connection: Connection;
  readonly #canAsk: boolean;
  readonly #canRegister: boolean;
  #sent: unknown;

  constructor(connection: Connection, { workspace }: ClientCapabilities) {
    this.#connection = connection;
    this.#canAsk = workspace?.configuration === true;
    this.#canRegister = workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  register(): void {
    if (this.#canRegister) this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(() => undefined);
  }

  changed({ settings }: DidChangeConfigurationParams): void {
    this.#sent = memberOf(settings, SECTION);
  }

  /** What to compare with, as `chooseBase` reads it; an empty text where nothing is set. */
  async baseFor(folder: string): Promise<string> {
    const own = this.#canAsk ? await this.#ask(folder) : this.#sent;
    const base = memberOf(own, 'base');
    return typeof base === 'string' ? base.trim() : '';
  }

  /** Whether contracts are checked that nobody has opened. They are, unless somebody says otherwise. */
  async checksWorkspace(): Promise<boolean> {
    return memberOf(this.#canAsk ? await this.#ask() : this.#sent, 'checkWorkspace') !== false;
  }

  async #ask(folder?: string): Promise<unknown> {
    try {
      return await this.#connection.workspace.getConfiguration({ ...(folder !== undefined && { scopeUri: uriOf(folder) }), section: SECTION });
    } catch {
      return this.#sent;
    }
  }
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
