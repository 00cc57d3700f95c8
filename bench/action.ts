/**
 * What the Action takes from the start of Node.js to its end, on a loopback GitHub, with everything told that is free. Goals: a
 * small pair in 0.6 s; a pair of 10 MB contracts in 4 s of CPU and 400 MiB. Nothing here is asserted: a shared machine is noisy.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOut } from '../test/github/checkout.ts';
import { PROJECT } from '../test/github/description.ts';
import { pullRequestEvent } from '../test/github/event.ts';
import { startGitHub } from '../test/github/loopback.ts';
import { buildRepository } from '../test/github/repository.ts';
import { runAction } from '../test/github/runner.ts';

interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly mebibytes: number;
}

const HISTORY = join(PROJECT, '../shared/corpus/openapi/histories/github-rest');
const read = (path: string) => readFileSync(path, 'utf8');
const large = (name: string) => read(join(HISTORY, name, 'api.github.com.json'));
const PAIRS: Readonly<Record<string, () => readonly [string, string]>> = {
  'small: the example (6 kB)': () => [read(join(PROJECT, 'examples/orders-before.yaml')), read(join(PROJECT, 'examples/orders-after.yaml'))],
  'large: GitHub REST, two releases (12 MB each)': () => [large('00-22.0.0'), large('01-23.0.2')],
};

for (const [title, pair] of Object.entries(PAIRS)) {
  if (title.startsWith('large') && !existsSync(HISTORY)) console.log(`SKIPPED: ${title}: the corpus is not here (../shared/corpus).`);
  else await measure(title, pair());
}

async function measure(title: string, [before, after]: readonly [string, string]): Promise<void> {
  const file = before.startsWith('{') ? 'openapi.json' : 'openapi.yaml';
  const repository = await buildRepository({ base: { [file]: before }, head: { [file]: after } });
  const github = await startGitHub({ repository });
  for (const [name, depth] of [
    ['whole history', 0],
    ['depth 1, base by API', 1],
  ] as const) {
    const workspace = await checkOut({ remote: `${github.url}/${repository.fullName}`, sha: repository.pull.mergeSha, ref: 'refs/pull/7/merge', depth });
    const runs: Usage[] = [];
    let outputs: Readonly<Record<string, string>> = {};
    for (let i = 0; i < 5; i++) {
      const result = await runAction({
        ...{ bundle: join(PROJECT, 'bench/probe.cjs'), workspace: workspace.path, event: pullRequestEvent({ repository }), github },
        ...{ token: 'write-token', inputs: { comment: 'false' } },
      });
      outputs = result.outputs;
      // The probe writes it.
      runs.push(JSON.parse(/^usage (.*)$/m.exec(result.log)?.[1] ?? '') as Usage);
    }
    const best = (of: (usage: Usage) => number) => Math.min(...runs.map(of));
    const found = `${outputs.verdict}: ${outputs.breaking} breaking, ${outputs.errors} errors`;
    console.log(`${title}, ${name} (${found})`);
    console.log(
      `  ${best(({ wall }) => wall).toFixed(2)} s, ${best(({ cpu }) => cpu).toFixed(2)} s CPU, ${best(({ mebibytes }) => mebibytes)} MiB peak (best of ${runs.length})`,
    );
    await workspace.remove();
  }
  await github.close();
  await repository.remove();
}
