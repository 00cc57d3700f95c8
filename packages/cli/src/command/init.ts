import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION_NAMES } from '@breakwater/core';
import { EXIT, type Exit, type Io } from '../io.ts';

const [NAME = ''] = CONFIGURATION_NAMES;

const TEXT = `# yaml-language-server: $schema=https://raw.githubusercontent.com/breakwater-api/breakwater/main/docs/breakwater.schema.json
# What there is to set: docs/configuration.md of Breakwater, or \`breakwater rules\`.

# The rules to start from: minimal, recommended, strict or full.
extends: recommended

# As which a rule or change is told: error, warn, info, hint or off.
# rules:
#   <id>: off

# What holds for a part only, by files, paths, operations or tags.
# overrides:
#   - paths: /internal/**
#     rules: { <id>: off }

# From where on a check fails.
fail-on: [breaking, error]
`;

/** Writes a configuration to start with; never over one that is there. */
export function init({ cwd, out, err }: Io): Exit {
  const there = CONFIGURATION_NAMES.find((name) => existsSync(join(cwd, name)));
  if (there !== undefined) {
    err(`breakwater: \`${there}\` is here already; nothing was written.\n`);
    return EXIT.failed;
  }
  writeFileSync(join(cwd, NAME), TEXT, { flag: 'wx' });
  out(`Wrote ${NAME}.\n`);
  return EXIT.clean;
}
