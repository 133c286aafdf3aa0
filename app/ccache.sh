#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles through ccache; CMake calls it in front of the compiler (CMakePresets.json). Qt's precompiled headers have
# 170 MB, and ccache would hash each of them for every file, which takes longer than compiling. ccache reads a checksum
# instead, which this script writes beside each header.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 CCACHE_DEPEND=1
ccache "$@"
for argument; do
    case $argument in
        *.gch) sha256sum <"$argument" >"$argument.sum" ;;
    esac
done
