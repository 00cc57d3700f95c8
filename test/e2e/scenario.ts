import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Editor, TRIES, upTo } from './driver.ts';
import type { Repository } from './repository.ts';

const CONTRACT = 'openapi.yaml';
const PART = 'schemas/address.yaml';
const JSON_CONTRACT = 'swagger.json';
const NO_CONTRACT = 'settings.yaml';
const DISK_TIME = 5_000;
const WEB_TIME = 20_000;
const WEB_TRIES = 3;

const RULE = /`nullable` .* says nothing in OpenAPI 3\.1/;
const FIX = 'Remove `nullable`';
const FIXED = 'name: state\n          in: query\n          schema: { type: string }\n';

interface Stage {
  readonly editor: Editor;
  readonly repository: Repository;
  /** The folder of the pictures for the documentation. */
  readonly pictures: string;
}

type Step = readonly [what: string, run: (stage: Stage) => Promise<void>];

/** Steps in one window of the editor. Each goes on where the one before it stopped. */
export interface Scenario {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
  /** The extension runs in the browser, not on the host. */
  readonly inBrowser?: boolean;
}

/** One person's work on one contract. */
const WORK: readonly Step[] = [
  [
    'what a rule reports is underlined in the editor',
    async ({ editor: { openFile, squiggles } }) => {
      await openFile(NO_CONTRACT);
      await openFile(CONTRACT);
      await squiggles('error').waitFor();
    },
  ],
  [
    'and listed in Problems',
    async ({ editor: { page, problem } }) => {
      await page.keyboard.press('Control+Shift+M');
      await problem(RULE).waitFor();
    },
  ],
  [
    'its quick fix takes it away',
    async ({ editor: { problem, openProblem, activeTab, fix, showFixes } }) => {
      await openProblem(problem(RULE), activeTab(CONTRACT));
      await showFixes(fix(FIX));
      await fix(FIX).click();
      await problem(RULE).waitFor({ state: 'detached' });
    },
  ],
  [
    'and is in the file after saving',
    async ({ editor: { page, editorFocused }, repository }) => {
      await editorFocused();
      await page.keyboard.press('Control+S');
      await until(() => repository.read(CONTRACT).includes(FIXED), 'the fix is on the disk');
    },
  ],
  [
    'a breaking change is listed while it is typed',
    async ({ editor: { page, goTo, problem, squiggles }, repository }) => {
      const { line, column } = repository.find(CONTRACT, ']\n      properties:\n        to:');
      await goTo(line, column);
      await page.keyboard.type(', weight');
      await problem('The property `weight` became required.').waitFor();
      await squiggles('error').waitFor();
      if (repository.read(CONTRACT).includes('[to, weight]')) throw new Error('It was saved: nothing is known of what is typed.');
    },
  ],
  [
    'its hover shows the proof',
    async ({ editor: { page, word, showHover }, pictures }) => {
      await page.keyboard.press('Escape'); // What is proposed stands in the way.
      await page.keyboard.press('Control+B'); // Without the side bar, the picture is about the contract.
      await showHover(word('required:', 'weight'), /Proof: .*"to".* is accepted by base, rejected by head/);
      await page.screenshot({ path: join(pictures, 'editor.png') });
      await page.keyboard.press('Control+B');
    },
  ],
  [
    'the status bar and the list of changes say how the contract stands',
    async ({ editor: { page, command, status, change }, pictures }) => {
      await status(/1 breaking since main/).waitFor();
      await command('Explorer: Focus on API changes View');
      await change('The property `weight` became required.').waitFor();
      await page.screenshot({ path: join(pictures, 'changes.png') });
    },
  ],
  [
    'what can be done about it is one key away',
    async ({ editor: { page, openProblem, activeTab, problem, fix, showFixes }, pictures }) => {
      await openProblem(problem('became required'), activeTab(CONTRACT));
      await showFixes(fix('Make weight optional'));
      await page.screenshot({ path: join(pictures, 'fixes.png') });
      await page.keyboard.press('Escape');
    },
  ],
  [
    'the report is a page beside the contract',
    async ({ editor: { page, command, tab, reportText }, pictures }) => {
      await command('Breakwater: Show what changed');
      await reportText('1 breaking');
      for (const key of ['Control+B', 'Control+J']) await page.keyboard.press(key); // The picture is about the two.
      await page.screenshot({ path: join(pictures, 'report.png') });
      for (const key of ['Control+B', 'Control+J']) await page.keyboard.press(key);
      await tab('since main').click({ button: 'middle' });
      await tab('since main').waitFor({ state: 'detached' });
    },
  ],
  [
    'it goes away when the edit is taken back',
    async ({ editor: { command, problem } }) => {
      await command('File: Revert File');
      await problem('became required').waitFor({ state: 'detached' });
    },
  ],
  [
    'a removed operation is listed',
    async ({ editor: { page, goTo, problem, line }, repository }) => {
      const [start, end] = [repository.find(CONTRACT, 'delete:'), repository.find(CONTRACT, 'components:')];
      await goTo(start.line);
      for (let at = start.line; at < end.line; at++) await page.keyboard.press('Control+Shift+K');
      await line('cancelParcel').waitFor({ state: 'detached' });
      await problem('`DELETE /parcels/{id}` was removed.').waitFor();
    },
  ],
  [
    'and its old place is shown in the text of the base',
    async ({ editor: { page, openProblem, relatedPlace, line, refusal }, repository }) => {
      const old = repository.find(CONTRACT, 'delete:');
      await openProblem(relatedPlace(`[Ln ${old.line}, Col ${old.column}]`), line('cancelParcel'));
      await page.keyboard.type('x');
      await refusal('read-only').waitFor();
    },
  ],
  [
    'a breaking change in a file that the contract refers to stands in that file',
    async ({ editor: { page, openFile, goTo, fileWithProblems, problem }, repository }) => {
      await openFile(PART);
      const { line, column } = repository.find(PART, '80 }');
      await goTo(line, column);
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.type('40');
      await fileWithProblems('address.yaml').waitFor();
      await problem(/`maxLength` of .*`street`.* from `?80`? to `?40/).waitFor();
    },
  ],
  [
    'a file that is no contract has no finding',
    async ({ editor: { fileWithProblems } }) => {
      // It has been open from the start, and the files that were opened after it have their findings.
      if ((await fileWithProblems(NO_CONTRACT).count()) > 0) throw new Error(`Listed: ${await fileWithProblems(NO_CONTRACT).textContent()}`);
    },
  ],
  [
    'it was activated, and VS Code says within what time',
    async ({ editor: { command, activation } }) => {
      await command('Developer: Show Running Extensions');
      console.log(`      ${await activation('Breakwater').textContent()}`);
    },
  ],
  [
    'nothing was asked of the outside world',
    async ({ editor: { strangers } }) => {
      if (strangers.size > 0) throw new Error(`Requests to ${[...strangers].join(', ')}`);
    },
  ],
];

/** The same contract in a folder that nobody has declared trusted. */
const RESTRICTED: readonly Step[] = [
  [
    'a folder that nobody trusts is checked, too',
    async ({ editor: { page, openFile, problem, status } }) => {
      await openFile(CONTRACT);
      await status('Restricted Mode').waitFor();
      await page.keyboard.press('Control+Shift+M');
      await problem(RULE).waitFor();
    },
  ],
  [
    'saving repairs what can be repaired without a doubt',
    async ({ editor: { page, openProblem, activeTab, problem }, repository }) => {
      await openProblem(problem(RULE), activeTab(CONTRACT));
      // VS Code throws away what it was told to do before it saves, or does not save at all, when another extension has just started.
      await upTo(TRIES, async () => {
        await page.keyboard.press('Control+End');
        await page.keyboard.type('# Edited');
        await page.keyboard.press('Control+S');
        await until(() => repository.read(CONTRACT).includes(FIXED), 'the fix is on the disk');
      });
    },
  ],
  [
    'a contract in JSON is checked, too',
    async ({ editor: { openFile, problem } }) => {
      await openFile(JSON_CONTRACT);
      await problem('`#/definitions/Parcels`').waitFor();
    },
  ],
];

/** The extension and its server run in the browser, and read the files through the editor. */
const WEB: readonly Step[] = [
  [
    'in a browser contracts are checked without a process and without git',
    async ({ editor: { page, openFile, problem, fileWithProblems } }) => {
      // The workbench sometimes comes up without its worker for extensions; then it does after a reload.
      for (let tries = 1; ; tries++) {
        await openFile(CONTRACT);
        await page.keyboard.press('Control+Shift+M');
        try {
          await problem(RULE).waitFor(tries < WEB_TRIES ? { timeout: WEB_TIME } : {});
          break;
        } catch (error) {
          if (tries === WEB_TRIES) throw error;
          await page.reload({ waitUntil: 'domcontentloaded' });
          await page.locator('.monaco-workbench').waitFor();
        }
      }
      await fileWithProblems(JSON_CONTRACT).waitFor();
    },
  ],
  [
    'and repaired',
    async ({ editor: { problem, openProblem, activeTab, fix, showFixes } }) => {
      await openProblem(problem(RULE), activeTab(CONTRACT));
      await showFixes(fix(FIX));
      await fix(FIX).click();
      await problem(RULE).waitFor({ state: 'detached' });
    },
  ],
];

export const SCENARIOS: readonly Scenario[] = [
  { settings: { 'security.workspace.trust.enabled': false }, steps: WORK },
  {
    settings: { 'security.workspace.trust.startupPrompt': 'never', 'editor.codeActionsOnSave': { 'source.fixAll.breakwater': 'explicit' } },
    steps: RESTRICTED,
  },
  { settings: { 'security.workspace.trust.enabled': false }, steps: WEB, inBrowser: true },
];

async function until(holds: () => boolean, what: string): Promise<void> {
  for (const start = Date.now(); Date.now() - start < DISK_TIME; await wait(50)) if (holds()) return;
  throw new Error(`Not within ${DISK_TIME} ms: ${what}.`);
}
