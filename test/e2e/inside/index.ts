/** Runs inside the extension host of a real VS Code, which calls `run` and ends when it does. */
import { diagnostics } from './diagnostics.ts';
import { hovers } from './hovers.ts';
import { multiRoot } from './multi-root.ts';
import { navigation } from './navigation.ts';
import { overview } from './overview.ts';
import { quickFixes } from './quick-fixes.ts';
import { remedies } from './remedies.ts';
import { restricted } from './restricted.ts';
import { settings } from './settings.ts';
import { opened } from './stage.ts';
import { runSuites, type Suite } from './suite.ts';
import { writing } from './writing.ts';

/** By window: see `windows.ts`. */
const SUITES: Readonly<Record<string, Readonly<Record<string, Suite>>>> = {
  work: { diagnostics, hovers, 'quick fixes': quickFixes, settings, remedies, overview, navigation, writing },
  'multi-root': { 'multi-root': multiRoot },
  restricted: { restricted },
};

export async function run(): Promise<void> {
  const suites = SUITES[process.env.BREAKWATER_WINDOW ?? ''];
  if (!suites) throw new Error(`There are no tests for the window \`${process.env.BREAKWATER_WINDOW}\`.`);
  await opened();
  await runSuites(suites);
}
