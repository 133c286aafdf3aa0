#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the simulation alone, optimized, and runs it: run.sh --seeds 1000000 [--keep FOLDER]
# The folder of the build: OKOSHKO_SIM_BUILD, else build/simulation in the top level.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
build=${OKOSHKO_SIM_BUILD:-$top/build/simulation}
cmake --preset release -S "$top" -B "$build" >/dev/null
cmake --build "$build" --target sim_run -j2
exec "$build/tests/sim_run" --coverage yes "$@"
