#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds the decoders with what no server should send (CMakeLists.txt says which, and by which target).
#
#   tests/fuzz/run.sh --runs N [TARGET…]      N executions in all, shared by the targets; what breaks one is kept in
#                                             build-fuzz/found, what reaches new code in build-fuzz/grown
#   tests/fuzz/run.sh --short TARGET          what tests/run.sh --nightly runs: the corpus, then a few tries, always the same
#   tests/fuzz/run.sh --replay TARGET FILE…   these inputs alone
#   tests/fuzz/run.sh --build
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cd "$root"

tree=build-fuzz
# Longer than the longest text that is taken (JsonValue::maxLetters); what it takes to pass the larger limits, each target
# that decodes bodies is fed once at its start.
limits=(-max_len=32768 -rss_limit_mb=1024 -timeout=10 -dict=tests/fuzz/json.dict)
# What was freed is watched for a while; to watch 256 MB of it takes most of the time.
export ASAN_OPTIONS=quarantine_size_mb=8
export UBSAN_OPTIONS=print_stacktrace=1 TZ=Europe/Berlin LC_ALL=C.UTF-8

build() {
    # One at a time, where two trees are tested at once.
    mkdir -p "$tree"
    exec {lock}>"$tree/.lock"
    flock "$lock"
    [ -e "$tree/build.ninja" ] || cmake --preset fuzz >&2
    cmake --build "$tree" >&2
    exec {lock}>&-
}

all_targets() { sed -n 's/^set(targets \(.*\))$/\1/p' tests/fuzz/CMakeLists.txt; }

# fuzz RUNS TARGET: at least RUNS executions; one line about it.
fuzz() {
    local runs=$1 target=$2 log=$tree/found/$2.log
    mkdir -p "$tree/found" "$tree/grown/$target"
    if ! "$tree/fuzz_$target" "${limits[@]}" -runs="$runs" -print_final_stats=1 -artifact_prefix="$tree/found/$target-" \
        "$tree/grown/$target" "tests/fuzz/corpus/$target" 2>"$log"; then
        echo "$target: broken, see $log"
        return 1
    fi
    awk -v target="$target" '
        /number_of_executed_units/ { runs = $2 } /average_exec_per_sec/ { pace = $2 } /peak_rss_mb/ { peak = $2 }
        / cov: / { for (i = 1; i < NF; ++i) if ($i == "cov:") reached = $(i + 1) }
        END { printf "%s: %d executions, %d a second, coverage %d, %d MB, no crash\n", target, runs, pace, reached, peak }' "$log"
}

case ${1-} in
    --build)
        build
        ;;
    --short)
        # libFuzzer writes what it likes into the first folder: an empty one, so that each run is the same.
        scratch=$(mktemp -d)
        trap 'rm -rf "$scratch"' EXIT
        mkdir -p "$tree/found"
        "$tree/fuzz_$2" "${limits[@]}" -seed=20260512 -runs=3000 -artifact_prefix="$tree/found/$2-" "$scratch" "tests/fuzz/corpus/$2"
        ;;
    --replay)
        build
        exec "$tree/fuzz_$2" "${limits[@]}" "${@:3}"
        ;;
    --runs)
        build
        runs=$2
        read -ra targets <<<"${*:3}"
        [ ${#targets[@]} -gt 0 ] || read -ra targets <<<"$(all_targets)"
        failed=0
        for target in "${targets[@]}"; do
            fuzz $(((runs + ${#targets[@]} - 1) / ${#targets[@]})) "$target" || failed=1
        done
        exit "$failed"
        ;;
    *)
        sed -n '3,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 2
        ;;
esac
