#!/bin/sh
# Copyright The Hubgate Authors.
# SPDX-License-Identifier: Apache-2.0
# The demo: builds what is missing, then sends three recorded releases through the pipeline's steps. `--help` tells the options.
set -eu
cd "$(dirname "$0")/.."
backend=examples/backend-api/target/hubgate-backend.jar
demo=examples/demo/target/hubgate-demo.jar
if [ ! -f "$backend" ] || [ ! -f "$demo" ]; then
  echo "Building the backend and the demo; the first time this downloads libraries and takes a few minutes."
  ./mvnw -B -Dquick -DskipTests -Dstyle.color=never -pl examples/backend-api,examples/demo -am package \
    | awk '/^\[INFO\] Building Hubgate|^\[INFO\] Building jar|^\[ERROR\]|BUILD/ { print "  " $0; fflush() } /^Download(ed|ing) from/ { n++; if (n % 50 == 0) { print "  ... " n " downloads"; fflush() } }'
  [ -f "$backend" ] && [ -f "$demo" ] || { echo "The build failed; run it by hand to see why: ./mvnw -Dquick -DskipTests package" >&2; exit 1; }
fi
exec java -jar "$demo" "$@"
