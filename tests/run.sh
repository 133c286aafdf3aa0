#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds into build/, and runs every test without a display. Arguments go to ctest:
# tests/run.sh -L unit, tests/run.sh -R tst_money.
# With --nightly as the first of them the long tests run in full, the decoders are fuzzed, the thread sanitizer looks at the
# tests that are labelled "threads", and tests/lint.sh at the whole program.
set -euo pipefail
# shellcheck source=app/prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/../app/prepare.sh"

nightly=
if [ "${1-}" = --nightly ]; then
    nightly=yes
    shift
    packages_tests+=("${packages_nightly[@]}")
fi
install_missing "${packages_run[@]}" "${packages_tests[@]}"
build all

# A home of their own: no test sees or changes the settings of the person who runs it, and no desktop takes part.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
# run_tests FOLDER ARGUMENT...
run_tests() {
    env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" \
        XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" \
        ctest --test-dir "$1" --output-on-failure -j "$(($(nproc) + 1))" "${@:2}" # most of a test is waiting
}

if [ -z "$nightly" ]; then
    run_tests build --no-tests=error "$@"
    exit
fi
export OKOSHKO_NIGHTLY=1
failed=0
run_tests build -C Nightly --no-tests=error "$@" || failed=1
LC_ALL=C.UTF-8 cmake --preset tsan >&2
LC_ALL=C.UTF-8 cmake --build build-tsan --target threads >&2
run_tests build-tsan -L threads --no-tests=ignore "$@" || failed=1
tests/lint.sh || failed=1
exit "$failed"
