import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What people complain of most in the editors of others, and the tests that hold that it is not so here. */
const OWN = 'packages/language-server/test';
const SERVER = `${OWN}/server.test.ts`;
const WORKSPACE = `${OWN}/workspace.test.ts`;
const CONFIGURATION = `${OWN}/configuration.test.ts`;
const ACTIONS = `${OWN}/actions.test.ts`;
const EFFORT = `${OWN}/effort.test.ts`;
const BROWSER = `${OWN}/browser.test.ts`;
const INSIDE = 'test/e2e/inside';

const PAINS: Readonly<Record<string, readonly (readonly [file: string, test: string])[]>> = {
  'problems in the wrong file of an API of several': [
    [SERVER, 'a finding stands in the file that is edited, whether or not the contract is open'],
    [SERVER, 'a file that is closed shows what an open contract says of it'],
    [WORKSPACE, 'a part that is opened belongs to its contract wherever that lies'],
    [`${INSIDE}/diagnostics.ts`, 'a change in a part is told in the part, for every contract that holds it'],
  ],
  'problems that stay after the fix, or after closing': [
    [SERVER, 'a change that breaks is shown while it is typed, and gone when it is undone'],
    [SERVER, 'a closed document shows nothing'],
    [`${OWN}/model.test.ts`, 'after random edits it says what a server says that sees only the end'],
  ],
  'lag in long descriptions': [[EFFORT, 'an edit in a long contract is checked where it was made']],
  'a project of several files is slow when one is added': [[EFFORT, 'a file that is added, or edited, makes nobody look at all the others again']],
  'the editor says other things than the command line': [
    ['test/parity/configuration.test.ts', 'the terminal and the editor say the same: %s'],
    ['test/parity/corpus.test.ts', 'the editor, the command line and the Action say the same of twenty published contracts'],
  ],
  'what is ignored is not ignored in the editor': [
    [CONFIGURATION, 'what is ignored or accepted in comparison'],
    [WORKSPACE, 'as for the command line, what git ignores and what the configuration does not name is left out'],
  ],
  'nothing can be ignored in one place': [
    [SERVER, 'a finding can be ignored where it stands, and then a reason is asked for'],
    [CONFIGURATION, 'a finding that the text says is known is not shown'],
  ],
  'no repair': [
    [SERVER, 'a repair is offered where the finding stands, and takes it away'],
    [SERVER, 'what fixes all makes only what is safe, and nothing else is offered with it'],
    [SERVER, 'what is gone comes back as it was written'],
    [ACTIONS, 'a change is accepted in a configuration that is made for it'],
    [`${INSIDE}/quick-fixes.ts`, 'saving fixes all that is safe'],
  ],
  'OpenAPI 3.1 is late, or judged as 3.0': [[`${OWN}/versions.test.ts`, 'a contract is judged by its own version: %s with %s']],
  'it fights with an extension for YAML': [
    [`${OWN}/pains.test.ts`, 'no other extension is told to judge our files by a schema'],
    [`${INSIDE}/diagnostics.ts`, 'what is wrong is told where it stands, with its page and as what it is'],
  ],
  'a configuration counts only at the root, and workspaces of several roots are broken': [
    [CONFIGURATION, 'the nearest configuration holds, and what is typed in it at once'],
    [WORKSPACE, 'each folder of a workspace has its own configuration'],
    [`${INSIDE}/multi-root.ts`, 'each root has its own configuration, opened or not'],
  ],
  'a broken configuration gives a useless message': [
    [CONFIGURATION, 'mistakes stand in the configuration, open or not; what is right in it holds'],
    [CONFIGURATION, 'a configuration that is open alone is told its mistakes, those of what it extends in their own file'],
  ],
  'components can be neither renamed nor found': [
    [`${OWN}/rename.test.ts`, 'a component with every reference to it and through it, mappings and all files'],
    [`${OWN}/references.test.ts`, 'all places of a component, from its key, from a reference in another file and from a mapping'],
  ],
  'not in a browser, or only with a login': [
    [BROWSER, 'contracts of the workspace are read through the editor, and nothing else is'],
    ['test/e2e/scenario.ts', 'nothing was asked of the outside world'],
  ],
  'breaking changes have no line, and come after the commit': [
    [SERVER, 'a change that breaks is shown while it is typed, and gone when it is undone'],
    [SERVER, 'the old place opens in the base, or is told in words'],
    [`${INSIDE}/diagnostics.ts`, 'a change that breaks is told while it is typed, with its old place, and gone when it is taken back'],
  ],
};

const ROOT = join(import.meta.dirname, '../../..');

test('there is a test for each', () => {
  expect(Object.keys(PAINS)).toHaveLength(15);
  const missing = Object.values(PAINS)
    .flat()
    .filter(([file, name]) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return ![`'${name}', `, `'${name}',\n`, `'${name}': async`].some((declared) => text.includes(declared));
    });
  expect(missing).toEqual([]);
});

test('no other extension is told to judge our files by a schema', () => {
  const { contributes } = JSON.parse(readFileSync(join(ROOT, 'packages/vscode/package.json'), 'utf8'));
  expect(Object.keys(contributes)).toContain('configuration');
  expect(Object.keys(contributes).filter((key) => /validation|languages|grammars/i.test(key))).toEqual([]);
});
