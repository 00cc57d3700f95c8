#!/usr/bin/env bash
# Installs the tools that `npm run bench` measures beside ours, into .peers (ignored by git). Needs Go; nothing else does.
set -euo pipefail
cd "$(dirname "$0")/.."
export GOBIN="$PWD/.peers/bin"
go install github.com/oasdiff/oasdiff@latest

