#!/usr/bin/env bash
# Packages the extension and drives it in a real VS Code. Exit code 0 only if every step passed.
# `npm run e2e -- --pictures` also takes the pictures of the documentation anew.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export PATH=$ROOT/node_modules/.bin:$PATH # the pinned Node
cd "$ROOT"

bash test/e2e/install.sh
node packages/vscode/package.mjs > /dev/null
exec node test/e2e/e2e.ts "$@"
