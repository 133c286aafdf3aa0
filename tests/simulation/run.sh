#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the rules of selling and their simulation alone, optimized, and runs it: run.sh --seeds 1000000 [--keep FOLDER]
# The folder of the build: OKOSHKO_SIM_BUILD, else build/simulation in the top level.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${OKOSHKO_SIM_BUILD:-$here/../../build/simulation}
cmake -G Ninja -S "$here/alone" -B "$build" >/dev/null
cmake --build "$build" --target sim_run -j2
exec "$build/tests/sim_run" --coverage yes "$@"
