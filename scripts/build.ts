/** Bundles the programs: `node scripts/build.ts [cli] [action]`; without names, all. */
import { build } from 'esbuild';
import { BUNDLES } from './bundles.ts';

const wanted = process.argv.slice(2);
for (const [name, options] of Object.entries(BUNDLES)) if (wanted.length === 0 || wanted.includes(name)) await build(options);
