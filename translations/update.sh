#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the .ts files up to what the sources say; new texts come in unfinished.
set -euo pipefail
cd "$(dirname "$0")/.."
update=(/usr/lib/qt6/bin/lupdate -silent -locations none -no-obsolete -I . -extensions cpp,h models ui app)
"${update[@]}" -target-language ru_RU -ts translations/okoshko_ru.ts
"${update[@]}" -pluralonly -target-language en_US -ts translations/okoshko_en.ts
