#!/bin/sh
exec sh "$(dirname "$0")/node.sh" socket.io.cjs "$1"
