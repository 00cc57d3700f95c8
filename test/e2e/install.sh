#!/usr/bin/env bash
# Installs what the end-to-end test needs: Chromium and git (Debian), and a VS Code host (npm) under .e2e/host. Does nothing where they are there.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
VERSION=4.139.1 # of code-server, which is VS Code 1.139.1
RECIPE=1        # raise it when the steps below change
HOST=$ROOT/.e2e/host
STAMP=$HOST/installed-$VERSION-$RECIPE

missing=()
command -v git > /dev/null || missing+=(git)
[ -n "${CHROMIUM:-}" ] || command -v chromium > /dev/null || missing+=(chromium)
if [ ${#missing[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] || { echo "Only root can install ${missing[*]}." >&2; exit 1; }
  echo "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi
[ -f "$STAMP" ] && exit 0

echo "Installing the editor's host"
export PATH=$ROOT/node_modules/.bin:$PATH # the pinned Node: the host does not run on the one of Debian
rm -rf "$HOST" && mkdir -p "$HOST" && cd "$HOST"
quietly() { npm install --ignore-scripts --no-audit --no-fund --loglevel=error "$@" > /dev/null; }

# Without scripts: they compile kerberos and others, which need system libraries and which nothing here uses.
echo '{ "private": true }' > package.json
quietly "code-server@$VERSION"

cd node_modules/code-server/lib/vscode
# Half of the host's size is never loaded by this test.
node -e '
  const { readFileSync, writeFileSync } = require("node:fs");
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const unused = ["@github/copilot-sdk", "@microsoft/mxc-sdk", "@devcontainers/cli", "@vscode/copilot-api", "@vscode/sandbox-runtime",
    "@vscode/windows-process-tree", "@vscode/windows-registry", "ssh2", "kerberos"];
  for (const name of unused) delete manifest.dependencies[name];
  writeFileSync("package.json", JSON.stringify(manifest, null, 2));
'
quietly --omit=dev # the versions are pinned by the host's own npm-shrinkwrap.json

# Built-in extensions that only cost start-up time. Git, YAML, JSON and the themes stay.
(cd extensions && rm -rf copilot mermaid-markdown-features microsoft-authentication github-authentication github ms-vscode.js-debug* \
  ms-vscode.vscode-js-profile-table css-language-features html-language-features php-language-features typescript-language-features \
  ipynb notebook-renderers tunnel-forwarding)

# The links that the skipped scripts would have made.
ln -sf code-linux.sh bin/remote-cli/code-server
ln -sf browser-linux.sh bin/helpers/browser.sh

touch "$STAMP"
