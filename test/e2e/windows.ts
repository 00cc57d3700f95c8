import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Repository } from './repository.ts';

/** One window of the editor in which tests run inside the extension host: which, `inside/index.ts` says by its name. */
export interface Window {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Writes what is there beside the repository; what is opened. */
  readonly open: (repository: Repository) => string;
}

const TRUSTED = { 'security.workspace.trust.enabled': false };

export const WINDOWS: readonly Window[] = [
  { name: 'work', settings: TRUSTED, open: ({ folder }) => folder },
  { name: 'multi-root', settings: TRUSTED, open: twoRoots },
  { name: 'restricted', settings: { 'security.workspace.trust.startupPrompt': 'never' }, open: ({ folder }) => folder },
];

function twoRoots({ above, folder }: Repository): string {
  mkdirSync(join(above, 'second/api'), { recursive: true });
  cpSync(join(folder, 'openapi.yaml'), join(above, 'second/api/openapi.yaml'));
  cpSync(join(folder, 'schemas'), join(above, 'second/api/schemas'), { recursive: true });
  write(join(above, 'second/breakwater.yaml'), 'extends: minimal\nrules: { no-nullable-in-31: warn }\n');
  write(join(above, 'all.code-workspace'), JSON.stringify({ folders: [{ path: 'parcels' }, { path: 'second' }] }));
  return join(above, 'all.code-workspace');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
