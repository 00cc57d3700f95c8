#!/usr/bin/env bash
# Installs the tools that ours is measured beside, into .peers (ignored by git): `npm run bench`, `npm run conformance`.
# Needs Go; nothing else does. `bench/peers.sh npm` leaves out what needs it.
set -euo pipefail
cd "$(dirname "$0")/.."
npm install --silent --no-audit --no-fund --ignore-scripts --prefix .peers @stoplight/spectral-cli@6.16 @redocly/cli@2.77
[ "${1:-}" = npm ] && exit
export GOBIN="$PWD/.peers/bin"
go install github.com/oasdiff/oasdiff@latest

