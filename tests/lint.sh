#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for faults without running anything: clang-tidy (what for: .clang-tidy), cppcheck, and codespell in comments,
# the help and the test plan. Names of folders or files say how much of the program clang-tidy looks at, some seconds a file:
# tests/lint.sh models/sale; without any it is all of models, app and ui. The other two always look at everything.
# What is left alone has its reason beside it: NOLINT in the source, tests/cppcheck.supp.
set -euo pipefail
# shellcheck source=app/prepare.sh
source "$(dirname "${BASH_SOURCE[0]}")/../app/prepare.sh"
install_missing "${packages_run[@]}" "${packages_lint[@]}"

where=("$@")
[ ${#where[@]} -gt 0 ] || where=(models app ui)
failed=0

# By the commands that the program is compiled with, a file at a time and without GCC's precompiled headers.
LC_ALL=C.UTF-8 cmake --preset dev -B build-lint -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DOKOSHKO_UNITY=OFF >/dev/null
say "clang-tidy: ${where[*]}"
sources=$(git ls-files -- "${where[@]}" | grep '\.cpp$') || die "There is no source in: ${where[*]}"
said=$(mktemp)
if ! xargs -P "$(nproc)" -n 1 clang-tidy -p build-lint --quiet <<<"$sources" 2>"$said"; then
    grep -v ' warnings\? generated\.$' "$said" >&2 || true
    failed=1
fi

# In a copy in which the literals of <chrono> are plain numbers: version 2.10 gives up on a file that has some.
say "cppcheck"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -- 'app/*.cpp' 'app/*.h' 'models/*.cpp' 'models/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h' |
    xargs cp --parents -t "$copy"
find "$copy" -type f -exec sed -i -E 's/\b([0-9]+)(h|min|s|ms|us)\b/\1/g' {} +
(cd "$copy" && cppcheck --quiet --error-exitcode=1 --std=c++20 --language=c++ --library=qt --inline-suppr -I . \
    --enable=warning,performance,portability,unusedFunction --suppressions-list="$root/tests/cppcheck.supp" \
    '-DQ_DISABLE_COPY_MOVE(C)=' '-DQ_DECLARE_TR_FUNCTIONS(C)=' app models ui tests) || failed=1

# Neither texts in quotes, which are another program's or stand in the translations, nor namesLikeThis.
say "codespell"
git ls-files -- '*.md' ':!resources/help/ru' '*.cpp' '*.h' '*.sh' '*.py' '*.cmake' '*CMakeLists.txt' | { grep -v '^tests/fuzz/corpus/' || true; } |
    xargs codespell --quiet-level=2 --ignore-words-list=iif,fulfilment \
        --ignore-regex='"(\\.|[^"\\])*"|\b[a-z]+[A-Z]\w*|\b[A-Z]\w*[a-z][A-Z]\w*' || failed=1 # iif is SQLite's, fulfilment is British
git ls-files -- tests/qa/cases tests/qa/plan.en.json |
    xargs codespell --quiet-level=2 --ignore-regex='\w*&\w+' || failed=1 # a word with an access key

exit "$failed"
