#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs missing packages, builds into build/ and starts Okoshko: in training mode on the built-in sandbox, without a
# key, an account or a question, unless an argument chooses otherwise (--profile NAME, --server URL). Arguments are
# passed to the program (app/run.sh --help). Without a display it runs the tour in both languages and prints where the
# pictures are.
set -euo pipefail
started_in=$PWD
# shellcheck source=app/prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

install_missing "${packages_run[@]}"
build okoshko okoshko-sandbox okoshko-tour

# File names in the arguments are relative to the caller's folder.
okoshko() { (cd "$started_in" && exec "$root/build/okoshko" "$@"); }
tour() { (cd "$started_in" && exec "$root/build/okoshko-tour" "$@"); }

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    trains=--training
    for argument in "$@"; do
        case $argument in
            --server | --server=* | --profile | --profile=*) trains= ;;
        esac
    done
    okoshko ${trains:+"$trains"} "$@"
    exit
fi

export QT_QPA_PLATFORM=offscreen
for argument in "$@"; do
    case $argument in
        --help | -h | --version | -v)
            okoshko "$@"
            exit
            ;;
    esac
done

# Only --vendor is passed on: with --server the tour would sell a real ticket.
vendor=()
for argument in "$@"; do
    case $argument in
        --vendor=*) vendor=("$argument") ;;
        *) [ "${previous:-}" != --vendor ] || vendor=(--vendor "$argument") ;;
    esac
    previous=$argument
done
say "There is no display: Okoshko takes its tour instead${1:+; of \"$*\" only --vendor counts}."
for language in ru en; do
    pictures=$root/build/tour/$language
    rm -rf "$pictures"
    mkdir -p "$pictures"
    tour "$pictures" --lang "$language" --profile "$root/build/tour/profile" "${vendor[@]}" ||
        die "The tour ($language) failed. What it saw is in $pictures"
done
echo "The tour's pictures are in $root/build/tour/ru and $root/build/tour/en"
