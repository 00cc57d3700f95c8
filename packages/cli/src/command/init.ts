import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION_NAMES } from '@breakwater/core';
import { EXIT, type Exit, type Io } from '../io.ts';

const RULESETS = ['.spectral.yaml', '.spectral.yml', '.spectral.json'];

const [NAME = ''] = CONFIGURATION_NAMES;

/** A ruleset of Spectral that is there goes on to count. */
function textWith(ruleset: string | undefined): string {
  const rulesets = ruleset === undefined ? '' : `# Rules of Spectral, run as they are.\nrulesets: ${ruleset}\n\n`;
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/breakwater-api/breakwater/main/docs/breakwater.schema.json
# What there is to set: docs/configuration.md of Breakwater, or \`breakwater rules\`.

# The rules to start from: minimal, recommended, strict or full; none for rulesets alone.
extends: recommended

${rulesets}# As which a rule or change is told: error, warn, info, hint or off.
# rules:
#   <id>: off

# What holds for a part only, by files, paths, operations or tags.
# overrides:
#   - paths: /internal/**
#     rules: { <id>: off }

# From where on a check fails.
fail-on: [breaking, error]
`;
}

/** Writes a configuration to start with; never over one that is there. */
export function init({ cwd, out, err }: Io): Exit {
  const there = CONFIGURATION_NAMES.find((name) => existsSync(join(cwd, name)));
  if (there !== undefined) {
    err(`breakwater: \`${there}\` is here already; nothing was written.\n`);
    return EXIT.failed;
  }
  const ruleset = RULESETS.find((name) => existsSync(join(cwd, name)));
  writeFileSync(join(cwd, NAME), textWith(ruleset), { flag: 'wx' });
  out(`Wrote ${NAME}${ruleset === undefined ? '' : `, with the rules of ${ruleset}`}.\n`);
  return EXIT.clean;
}
