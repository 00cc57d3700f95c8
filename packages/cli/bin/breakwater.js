#!/usr/bin/env node
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/breakwater.cjs', import.meta.url);
if (existsSync(bundle)) await import(bundle.href);
else {
  console.error('breakwater: the program is not built yet; run `npm run build` in its repository.');
  process.exitCode = 2;
}
