#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh FOLDER…: names each place in the C++ below these folders that is not as .clang-format says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
find "$@" \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 clang-format --dry-run -Werror
