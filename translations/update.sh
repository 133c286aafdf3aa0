#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings okoshko_ru.ts and okoshko_en.ts (English plurals only) up to date with the sources; a test does the same and
# fails where this would change something. LUPDATE names another lupdate. The sandbox speaks through resources/ of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lupdate=${LUPDATE:-}
for candidate in /usr/lib/qt6/bin/lupdate lupdate6 lupdate-qt6 lupdate; do
    [ -n "$lupdate" ] || lupdate=$(command -v "$candidate" || true)
done
[ -n "$lupdate" ] || { echo "lupdate is missing (package qt6-l10n-tools)" >&2; exit 1; }

mapfile -t sources < <(LC_ALL=C find models ui app -path app/sandbox -prune -o \( -name '*.cpp' -o -name '*.h' \) -print | LC_ALL=C sort)
common=(-silent -locations none -no-obsolete -I . "${sources[@]}")
"$lupdate" "${common[@]}" -target-language ru_RU -ts translations/okoshko_ru.ts
"$lupdate" "${common[@]}" -target-language en_US -pluralonly -ts translations/okoshko_en.ts
