#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Does the simulation find bugs? Puts each patch of mutations/ into a scratch copy of the program, builds the simulation
# alone there, and runs up to SEEDS seeds (default 4000) until one fails. Prints the table of README.md.
# mutations.sh [--seeds N] [NAME…]; the scratch copy lies in a folder of its own (OKOSHKO_SIM_SCRATCH, else a temporary one).
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
seeds=4000
if [ "${1:-}" = --seeds ]; then
    seeds=$2
    shift 2
fi
scratch=${OKOSHKO_SIM_SCRATCH:-$(mktemp -d)}
mkdir -p "$scratch"
# Files that are as they were keep their time, so that nothing else is built anew.
git -C "$top" ls-files | while read -r file; do
    cmp -s "$top/$file" "$scratch/$file" || { mkdir -p "$scratch/$(dirname "$file")" && cp "$top/$file" "$scratch/$file"; }
done
cmake --preset release -S "$scratch" -B "$scratch/build" -DOKOSHKO_UNITY=OFF >/dev/null
patched() { patch -d "$scratch" -p1 -s -F3 --no-backup-if-mismatch "$@"; }
names=("$@")
[ ${#names[@]} -gt 0 ] || names=($(cd "$here/mutations" && ls -- *.patch | sed 's/\.patch$//'))
echo "| mutation | what | seed | invariant | draws | after shrinking |"
echo "|---|---|---|---|---|---|"
missed=0
for name in "${names[@]}"; do
    patch=$here/mutations/$name.patch
    what=$(head -1 "$patch")
    if ! patched --dry-run <"$patch" >/dev/null; then
        echo "| $name | $what | does not apply | | | |"
        missed=1
        continue
    fi
    patched <"$patch" >/dev/null
    if ! cmake --build "$scratch/build" --target sim_run -j2 >"$scratch/build.log" 2>&1; then
        echo "| $name | $what | does not build | | | |"
        missed=1
    else
        found=$("$scratch/build/tests/sim_run" --hunt "$seeds")
        if [ "$found" = none ]; then
            echo "| $name | $what | **not found** in $seeds | | | |"
            missed=1
        else
            set -- $found
            echo "| $name | $what | $1 | $2 | $3 | $4 |"
        fi
    fi
    patched -R <"$patch" >/dev/null
done
exit $missed
