#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the manual test plan, in both languages, as pages to read and to print: build/qa/plan.ru.html, plan.ru.pdf,
# plan.en.html, plan.en.pdf. Takes its pictures first, by driving every case through the real windows; --keep-pictures
# uses those of the last time.
set -euo pipefail
# shellcheck source=app/prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/../../app/prepare.sh"

install_missing "${packages_run[@]}" "${packages_tests[@]}"
build qa
if [ "${1:-}" != --keep-pictures ]; then
    QT_QPA_PLATFORM=offscreen ctest --test-dir build --output-on-failure --no-tests=error -L qa >&2
    changed=$(cd build/qa && find pictures-before -name '*.png' 2>/dev/null | sort | sed 's#^pictures-before/##')
    [ -z "$changed" ] ||
        printf 'Other than in the last run, whose pictures are in build/qa/pictures-before:\n%s\n' "$changed" >&2
fi
for language in ru en; do
    page=$root/build/qa/plan.$language
    build/tests/okoshko-qaplan "$language" "build/qa/pictures/$language" >"$page.html"
    profile=$(mktemp -d)
    chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync --user-data-dir="$profile" \
        --no-pdf-header-footer --print-to-pdf="$page.pdf" "file://$page.html" >/dev/null 2>"$page.log" ||
        die "The PDF was not made. What the browser said is in $page.log"
    rm -rf "$profile" "$page.log"
    echo "$page.html"
    echo "$page.pdf"
done
