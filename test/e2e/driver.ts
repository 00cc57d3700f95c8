import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { type Host, startHost } from './host.ts';
import { addWebExtension, serveExtension } from './web-extension.ts';

const STEP_TIME = 30_000;
/** How long something is waited for that may not come at the first try, and how often it is tried. */
const TRY_TIME = 3_000;
export const TRIES = 5;
const WINDOW = { width: 1280, height: 800 };

/** No network but the loopback interface; root has no sandbox. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage', // In a container it may be too small.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

export interface EditorOptions {
  readonly host: string;
  readonly vsix: string;
  /** The folder or the `.code-workspace` to open. */
  readonly workspace: string;
  /** Where logs and pictures of failures go. */
  readonly artifacts: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The folder of an extension that runs in the browser, instead of the one that is packaged. */
  readonly webExtension?: string | undefined;
  /** Tests that run inside the extension host. */
  readonly inside?: InsideOptions;
}

interface InsideOptions {
  readonly env: Readonly<Record<string, string>>;
  /** The file that exports `run`. */
  readonly tests: string;
  readonly log: (line: string) => void;
  readonly ended: (failed: boolean) => void;
}

export type Editor = Awaited<ReturnType<typeof startEditor>>;

/** One real VS Code in one real browser, on state that is thrown away when it is closed. */
export async function startEditor(options: EditorOptions) {
  mkdirSync(options.artifacts, { recursive: true });
  const state = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-e2e-')));
  let host: Host | undefined;
  let browser: BrowserContext | undefined;
  let served: Awaited<ReturnType<typeof serveExtension>> | undefined;
  const close = async () => {
    await browser?.close();
    await host?.close();
    served?.close();
    rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    host = await startHost({
      ...options,
      inBrowser: options.webExtension !== undefined,
      inside: options.inside?.env,
      state,
      log: join(options.artifacts, 'host.log'),
    });
    browser = await openBrowser(join(state, 'chromium'), host);
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(STEP_TIME);
    const strangers = watchRequests(browser);
    if (options.webExtension !== undefined) {
      served = await serveExtension(options.webExtension);
      await addWebExtension(page, host.port, served.port);
    }
    if (options.inside) await listen(page, options.inside);
    await page.goto(addressOf(host.port, options), { waitUntil: 'domcontentloaded' });
    await workspaceShown(page);
    return { page, ...placesOf(page), ...actionsOf(page), strangers, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressOf(port: number, { workspace, inside }: EditorOptions): string {
  const remote = `vscode-remote://127.0.0.1:${port}`;
  const query = new URLSearchParams({ [workspace.endsWith('.code-workspace') ? 'workspace' : 'folder']: workspace });
  const tests = inside && [
    ['extensionDevelopmentPath', remote + dirname(inside.tests)],
    ['extensionTestsPath', remote + inside.tests],
    ['skipWelcome', 'true'],
  ];
  if (tests) query.set('payload', JSON.stringify(tests));
  return `http://127.0.0.1:${port}/?${query}`;
}

/** Waits for the files of the workspace. A busy machine sometimes shows a workbench that has none; it has them after a reload. */
function workspaceShown(page: Page): Promise<void> {
  return upTo(TRIES, async () => {
    const file = page.locator('.explorer-folders-view .monaco-list-row').first();
    const nothing = page.locator('.explorer-viewlet', { hasText: 'No Folder Opened' });
    await file.or(nothing).first().waitFor();
    try {
      await file.waitFor({ timeout: TRY_TIME });
    } catch (error) {
      await page.reload({ waitUntil: 'domcontentloaded' });
      throw error;
    }
  });
}

/** What tests inside say, and how they end, comes through two functions of the page. */
async function listen(page: Page, { log, ended }: InsideOptions): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_level: string, values: readonly unknown[]) => log(values.map(String).join(' ')));
  await page.exposeFunction('codeAutomationExit', (code: number) => ended(code !== 0));
}

function openBrowser(profile: string, { env }: Host): Promise<BrowserContext> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launchPersistentContext(profile, { executablePath, headless: true, viewport: WINDOW, env: { ...env }, args: CHROMIUM_FLAGS });
}

/** Every address beyond the loopback interface that a page asked for; grows. */
function watchRequests(browser: BrowserContext): ReadonlySet<string> {
  const strangers = new Set<string>();
  browser.on('request', (request) => {
    const { protocol, hostname, origin } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') strangers.add(origin);
  });
  return strangers;
}

/** Where things are in the workbench. Spaces of the editor's lines are no-break spaces, so lines are found by words. */
function placesOf(page: Page) {
  const withText = (selector: string) => (hasText: string | RegExp) => page.locator(selector, { hasText });
  return {
    squiggles: (severity: 'error' | 'warning' | 'info') => page.locator(`.editor-instance .squiggly-${severity}`),
    line: withText('.editor-instance .view-line'),
    /** A word in the first line that has `start`. */
    word: (start: string, text: string) => page.locator('.editor-instance .view-line', { hasText: start }).locator('span span', { hasText: text }).first(),
    /** The Problems panel is a tree: files, what is found in them, and the places that belong to it. */
    fileWithProblems: withText('.markers-panel .monaco-list-row[aria-level="1"]'),
    problem: withText('.markers-panel .monaco-list-row[aria-level="2"]'),
    relatedPlace: withText('.markers-panel .monaco-list-row[aria-level="3"]'),
    /** What the list of running extensions says of one. */
    activation: (name: string) => page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: name }).locator('.activation-time'),
    tab: withText('.tabs-container .tab'),
    activeTab: withText('.tabs-container .tab.active'),
    /** The view that lists changes. */
    change: withText('.tree-explorer-viewlet-tree-view .monaco-list-row'),
    refusal: withText('.monaco-editor-overlaymessage'),
    status: withText('.statusbar-item'),
    fix: withText('.action-widget .monaco-list-row.action'),
  };
}

/** What a person does. Each waits for the focus it needs: a key that is pressed earlier is lost. */
function actionsOf(page: Page) {
  const { activeTab } = placesOf(page);
  const input = page.locator('.quick-input-widget input.input');
  const choice = (hasText: string) => page.locator('.quick-input-list .monaco-list-row', { hasText }).first();
  const editorFocused = () => page.locator('.editor-instance .monaco-editor.focused').first().waitFor();

  const command = async (title: string) => {
    await page.keyboard.press('F1');
    await input.fill(`>${title}`);
    await choice(title).click();
  };
  /** The list shows files that were open before, until it has looked at what is typed; so it may take more than one try. */
  const openFile = (path: string) =>
    upTo(TRIES, async () => {
      await page.keyboard.press('Control+P');
      await input.fill(path);
      await choice(basename(path)).click();
      await activeTab(basename(path)).waitFor({ timeout: TRY_TIME });
      await editorFocused();
    });
  /** One-based, as the editor's own prompt. */
  const goTo = async (line: number, column = 1) => {
    await page.keyboard.press('Control+G');
    await input.fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await editorFocused();
  };
  /** A double click moves the focus into the editor; a single one leaves it in the panel. A row moves when something is found above it, so it may take more than one try until what is to be `opened` is there. */
  const openProblem = (row: Locator, opened: Locator) =>
    upTo(TRIES, async () => {
      await row.dblclick({ position: { x: 80, y: 10 } }); // Not on the link behind the message.
      await opened.waitFor({ timeout: TRY_TIME });
      await editorFocused();
    });
  /** The editor shows a hover only where the pointer rests and nothing else happens, so it may take more than one try. */
  const showHover = (word: Locator, text: string | RegExp) =>
    upTo(TRIES, async () => {
      await page.mouse.move(5, 5);
      await word.hover();
      await page.locator('.monaco-hover:visible', { hasText: text }).waitFor({ timeout: TRY_TIME });
    });
  /** What can be done at the cursor. The editor forgets that somebody asked when it asks of its own accord meanwhile, so it may take more than one try. */
  const showFixes = (fix: Locator) =>
    upTo(TRIES, async () => {
      await page.keyboard.press('Escape'); // What came late.
      await editorFocused();
      await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: TRY_TIME });
    });
  /** Waits until a page that an extension shows, in a frame of a frame, holds a text. */
  const reportText = async (text: string) => {
    const holds = async () =>
      (
        await Promise.all(
          page
            .frames()
            .slice(1)
            .map((frame) =>
              frame
                .locator('body')
                .textContent({ timeout: 500 })
                .catch(() => ''),
            ),
        )
      ).some((all) => all?.includes(text));
    for (const start = Date.now(); Date.now() - start < STEP_TIME; await page.waitForTimeout(100)) if (await holds()) return;
    throw new Error(`No page holds \`${text}\`.`);
  };
  return { reportText, command, openFile, goTo, openProblem, editorFocused, showHover, showFixes };
}

export async function upTo(tries: number, act: () => Promise<void>): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      return await act();
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}
