#!/bin/sh
exec sh "$(dirname "$0")/node.sh" ws.cjs "$1"
