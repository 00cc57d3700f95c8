import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const START_TIME = 60_000;

/** Settings that keep first-run pages, updates and suggestions away. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'window.title': 'parcels',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
  'npm.fetchOnlinePackageInfo': false,
};

/** Without it, a built VS Code runs no tests. */
const TESTABLE = ['--vscode-option', 'enable-smoke-test-driver'];

export interface HostOptions {
  /** Where `install.sh` put the host. */
  readonly host: string;
  readonly vsix: string;
  /** The extension runs in the browser and not here: it is not installed, and comes through the host's own proxy. */
  readonly inBrowser?: boolean;
  /** An empty folder for all that the host writes. */
  readonly state: string;
  readonly log: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What tests inside the editor find in their environment; without it, there are none. */
  readonly inside?: Readonly<Record<string, string>> | undefined;
}

export interface Host {
  readonly port: number;
  /** What a process beside the host needs to stay inside the state folder, too. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts a VS Code server on the loopback interface, with the packaged extension installed and no way to a marketplace. */
export async function startHost({ host, vsix, state, log, settings, inside, inBrowser = false }: HostOptions): Promise<Host> {
  const entry = join(host, 'node_modules/code-server/out/node/entry.js');
  const folders = ['--user-data-dir', join(state, 'user'), '--extensions-dir', join(state, 'extensions')];
  mkdirSync(join(state, 'user/User'), { recursive: true });
  writeFileSync(join(state, 'user/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  const env = { ...environment(state), ...inside };

  if (!inBrowser) installExtension([entry, ...folders], vsix, env);

  const port = await freePort();
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', ...(inBrowser ? [] : ['--disable-proxy'])];
  const args = [entry, ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...quiet, ...(inside ? TESTABLE : [])];
  // A process group of its own, so that closing ends exactly what was started here.
  const server = spawn(process.execPath, args, { env, cwd: state, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const output = createWriteStream(log);
  for (const stream of [server.stdout, server.stderr]) stream.pipe(output, { end: false });

  const running = { port, env, close: () => stopGroup(server.pid) };
  try {
    await answering(port, () => server.exitCode === null);
  } catch (error) {
    await running.close();
    throw error;
  }
  return running;
}

function installExtension(args: readonly string[], vsix: string, env: Readonly<Record<string, string>>): void {
  const said = execFileSync(process.execPath, [...args, '--install-extension', vsix], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (!said.includes('was successfully installed')) throw new Error(`The extension was not installed: ${said}`);
}

function environment(state: string): Record<string, string> {
  const folder = (name: string) => {
    mkdirSync(join(state, name), { recursive: true });
    return join(state, name);
  };
  const nowhere = 'http://127.0.0.1:9';
  return {
    PATH: process.env.PATH ?? '',
    LANG: 'C.UTF-8',
    HOME: folder('home'),
    TMPDIR: folder('tmp'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_DATA_HOME: folder('data'),
    XDG_CACHE_HOME: folder('cache'),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: nowhere, itemUrl: nowhere }),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.'))));
    });
  });
}

async function answering(port: number, alive: () => boolean): Promise<void> {
  for (const start = Date.now(); Date.now() - start < START_TIME; await wait(100)) {
    if (!alive()) throw new Error('The host ended while it started.');
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
  }
  throw new Error(`The host did not answer within ${START_TIME} ms.`);
}

async function stopGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-pid, signal);
    } catch {
      return; // The whole group has ended.
    }
    await wait(300);
  }
}
