import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './description.ts';

/** What teams complain of most in the actions of others, and the tests that hold that it is not so here. */
const ACCEPT = 'test/github/accept.test.ts';
const ACTION = 'test/github/action.test.ts';
const SINKS = 'test/github/sinks.test.ts';
const REVIEW = 'test/github/review.test.ts';
const SHARDS = 'test/github/shards.test.ts';
const RELAY = 'test/github/relay.test.ts';
const LIMITS = 'test/github/limits.test.ts';

const PAINS: Readonly<Record<string, readonly (readonly [file: string, test: string])[]>> = {
  'green when the tool failed': [
    [ACTION, 'no contract at all, and a contract that is broken, are red'],
    [ACTION, 'a commit that GitHub does not show is no proof that the contract is new'],
    [SHARDS, 'of which one is missing are red, and the comment says which'],
    [SHARDS, 'is an error and never green: %s'],
    ['packages/action/test/inputs.test.ts', 'a slip of the pen in %s weakens no check'],
  ],
  'wrong base': [
    [ACTION, 'the base is what the pull request is merged into, not where it was cut off'],
    [ACTION, 'a checked-out branch that has merged its target is not taken for the merge commit of GitHub'],
  ],
  'pull requests from forks': [
    [SINKS, 'is no warning for a fork: it is as it should be'],
    [RELAY, 'the comment of the report is written once, kept up to date, and nothing else is'],
  ],
  'accepting an intended break': [
    [ACCEPT, 'accepts the changes of this pull request, and the comment says so'],
    [ACCEPT, 'counts as GitHub has it now, and not as the event of a run that is repeated has it'],
    [ACCEPT, 'of somebody who may write accepts what it names, with its reason'],
    [ACCEPT, 'with %s accepts nothing, and that is told'],
    ['packages/core/test/config/conclusion.test.ts', 'marks what is accepted by its configuration, or by whoever asks'],
  ],
  'a report too long is lost': [[LIMITS, 'is told everywhere, as far as each place takes it, and what is cut is said']],
  'limits of annotations': [
    [SINKS, 'takes fifty annotations a request, the worst first, and says how many are left out'],
    [SINKS, 'the verdict is among the ten errors that are shown, however many findings there are'],
    [LIMITS, 'is in the log by no more than what is shown of it'],
  ],
  'no line, or a wrong one': [[ACTION, 'is red, annotated where it breaks, and told in one comment with its proof']],
  noise: [
    [ACTION, 'a pull request that only rewrites is green and gets no comment'],
    [SINKS, 'is not written unless it is asked for'],
    [REVIEW, 'a click applies what the pull request wrote wrong; what was there before is left alone'],
  ],
  'false positives of the comparison': [
    [ACTION, 'a pull request that only rewrites is green and gets no comment'],
    ['test/matrix/matrix.test.ts', '$name in $version'],
  ],
  'duplicate, clobbered and stale comments': [
    [ACTION, 'a second run with nothing new writes nothing, and one with a fix turns the comment green'],
    [ACTION, 'what %s wrote with our marker is left alone'],
    [REVIEW, 'nothing is said twice: not on a second run, and not after a push that leaves it as it is'],
  ],
  'a new file, or a base that is missing': [
    [ACTION, 'a new contract is linted and not called breaking'],
    [ACTION, 'a commit that GitHub does not show is no proof that the contract is new'],
  ],
  'many contracts': [
    [SHARDS, 'write no comment themselves, and come to the verdict of a check of the whole'],
    ['packages/action/test/shard.test.ts', 'every contract is in one part, all parts know of the same, and none has much more than another'],
  ],
  'an image to pull, and Linux only': [[LIMITS, 'it runs as JavaScript on Node 24: on every system, and without an image to pull']],
  'merge queues': [[ACTION, 'a push and a merge group compare with what was there before']],
  'policy of versions': [['packages/core/test/policy/version-bump.test.ts', '%s → %s with changes that need %s']],
  'GitHub Enterprise Server': [[LIMITS, 'it asks the API that the runner names, and links to its server']],
  'outputs that break': [[LIMITS, 'are words and numbers and a path, whatever a contract is called']],
  'one suggestion outside the difference': [
    [REVIEW, 'without asking, without a repair, and without a line of the pull request nothing is written'],
    [REVIEW, 'where the target branch has changed the file too, lines are elsewhere and nothing is suggested'],
    [REVIEW, 'a whole review that GitHub refuses is one warning'],
  ],
};

test('there is a test for each', () => {
  expect(Object.keys(PAINS)).toHaveLength(18);
  const missing = Object.values(PAINS)
    .flat()
    .filter(([file, name]) => !readFileSync(join(PROJECT, file), 'utf8').includes(`'${name}', `));
  expect(missing).toEqual([]);
});
