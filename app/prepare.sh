# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What app/run.sh and tests/run.sh have in common; to be sourced. Sets `root`, the repository's folder, and goes there.
# shellcheck disable=SC2034 # `root` is for those who source this
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"

# Debian packages: to build and run Okoshko, for its tests, and for its nightly tests.
packages_run=(
    g++ cmake ninja-build ccache lld
    qt6-base-dev qt6-svg-dev
    qt6-httpserver-dev qt6-websockets-dev # qt6-httpserver-dev's CMake files need qt6-websockets-dev
    qt6-tools-dev qt6-l10n-tools          # Qt Linguist's CMake files; lupdate and lrelease
    libexpected-dev libzxing-dev
    libsimdjson-dev                       # decodes the server's answers
    rapidjson-dev                         # reads settings files, with line numbers
    libcanberra-dev libcanberra-pulse     # plays the desktop's sounds
    libcups2-dev                          # prints
    cups-daemon cups-client cups-filters-core-drivers # a print service of its own for the tour (and for tests)
    libzip-dev pkgconf                    # pkgconf finds libzip for CMake
    qtkeychain-qt6-dev libsecret-1-0      # QtKeychain loads libsecret at run time without depending on it
    libqt6sql6-sqlite qt6-wayland qt6-translations-l10n
    fonts-inter fonts-dejavu-core tzdata ca-certificates
    fonts-paratype                        # PT Sans, built in: the font of tickets
)
packages_tests=(
    ghostscript               # the other rasterizer: counts dots from a page's bottom, and fills each that is touched
    poppler-utils             # reads printed documents back, as text and as pictures
    chromium chromium-driver  # tests the payment page in a real browser
    dbus-daemon gnome-keyring # stores keys in a real secret store
    python3                   # reads our CSV and ZIP files
    openssl                   # makes valid and invalid certificates
    libcurl4-openssl-dev libsqlite3-dev # compared with in benchmarks
    xvfb x11-xkb-utils openbox xdotool xclip # tests the program by keyboard, in a window of an X server
    at-spi2-core python3-pyatspi             # tests the program through the accessibility interface
    clang-format              # checks the code's format
)
packages_lint=(clang-tidy cppcheck codespell) # of tests/lint.sh
packages_nightly=(
    clang libclang-rt-14-dev # clang's libFuzzer and sanitizers
)

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# install_missing PACKAGE...: asks dpkg for all of them, and apt only for the missing ones.
install_missing() {
    local present package missing=()
    local -a as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die "Okoshko sets itself up on Debian 12 and its kin only. Elsewhere install what these packages hold: $*"
    fi
    # dpkg-query fails if a name is unknown, but still prints the others.
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
    # Configures again if the folder was moved or the last configuration failed; ninja detects all other changes.
    if [ ! -e build/build.ninja ] || [ CMakePresets.json -nt build/build.ninja ] ||
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" build/CMakeCache.txt; then
        LC_ALL=C.UTF-8 cmake --fresh --preset release >&2
    fi
    LC_ALL=C.UTF-8 cmake --build build --target "$@" >&2
}
