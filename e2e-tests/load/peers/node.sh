#!/bin/sh
# A server of Node.js: node.sh SCRIPT PORT. Its packages are installed once, into target/peers.
set -e
here=$(dirname "$(realpath "$0")")
peers=$here/../../../target/peers
if [ ! -d "$peers/node_modules" ]; then
    mkdir -p "$peers"
    cp "$here/package.json" "$peers"
    npm install --prefix "$peers" --no-audit --no-fund
fi
NODE_PATH=$(realpath "$peers")/node_modules exec node "$here/$1" "$2"
