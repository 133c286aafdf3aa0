# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What app/run.sh and tests/run.sh have in common; to be sourced. Sets `root`, the repository's folder, and goes there.
# shellcheck disable=SC2034 # `root` is for those who source this
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"

# The Debian packages that Okoshko needs to be built and to run, and those that only its tests need besides, by day
# and by night.
packages_run=(
    g++ cmake ninja-build ccache lld
    qt6-base-dev qt6-svg-dev
    qt6-httpserver-dev qt6-websockets-dev # the first one's CMake files ask for the second
    qt6-tools-dev qt6-l10n-tools          # Qt Linguist's CMake files; lupdate and lrelease
    libexpected-dev libzxing-dev
    libsimdjson-dev                       # what the server answers
    rapidjson-dev                         # settings files: it tells on which line a field stands
    libcanberra-dev libcanberra-pulse     # the desktop's own sounds
    libzip-dev pkgconf                    # CMake finds the first one by the second
    qtkeychain-qt6-dev libsecret-1-0      # the first one loads the second while it runs, and does not ask for it
    libqt6sql6-sqlite qt6-wayland qt6-translations-l10n
    fonts-inter fonts-dejavu-core tzdata ca-certificates
)
packages_tests=(
    chromium chromium-driver  # the payment page is tried in a real browser
    dbus-daemon gnome-keyring # keys are kept in a real secret store
    python3                   # reads our CSV and ZIP files, as another program would
    openssl                   # makes good and bad certificates
    libcurl4-openssl-dev libsqlite3-dev # what the program is measured against
    xvfb x11-xkb-utils openbox xdotool xclip # the program is worked by a keyboard, in a window of an X server
    at-spi2-core python3-pyatspi             # and from outside, as a screen reader does
    clang-format              # the code looks as .clang-format says
)
packages_lint=(clang-tidy cppcheck codespell) # of tests/lint.sh
packages_nightly=(
    clang libclang-rt-14-dev # the decoders are fuzzed; the second one holds clang's libFuzzer and sanitizers
)

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# install_missing PACKAGE...: asks dpkg once, and apt only about what is not there.
install_missing() {
    local present package missing=()
    local -a as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die "Okoshko sets itself up on Debian 12 and its kin only. Elsewhere install what these packages hold: $*"
    fi
    # dpkg-query fails when it does not know one of the names; it still tells about the others.
    # shellcheck disable=SC2016 # the ${…} are dpkg-query's
    present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null) || true
    for package in "$@"; do
        grep -qxF "installed $package" <<<"$present" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    say "Installing: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "This needs root or sudo. Let somebody who may run: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600)
    "${apt[@]}" update >&2
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2 </dev/null
}

# build TARGET...: into build/, optimized.
build() {
    # A folder that was moved or whose last configuration failed is configured anew; ninja itself sees all other changes.
    if [ ! -e build/build.ninja ] || [ CMakePresets.json -nt build/build.ninja ] ||
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" build/CMakeCache.txt; then
        LC_ALL=C.UTF-8 cmake --fresh --preset release >&2
    fi
    LC_ALL=C.UTF-8 cmake --build build --target "$@" >&2
}
