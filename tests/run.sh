#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds into build/, and runs every test without a display. Arguments go to ctest:
# tests/run.sh -L unit, tests/run.sh -R tst_money.
set -euo pipefail
# shellcheck source=app/prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/../app/prepare.sh"

install_missing "${packages_run[@]}" "${packages_tests[@]}"
build all

# A home of their own: no test sees or changes the settings of the person who runs it, and no desktop takes part.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen \
    HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" \
    XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run" \
    ctest --test-dir build --output-on-failure --no-tests=error -j "$(nproc)" "$@"
