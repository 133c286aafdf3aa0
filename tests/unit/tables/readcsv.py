# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads CSV files as another program would. Of each, separator and name come on a line; its rows go out as JSON on one."""
import csv
import json
import sys


def rows(separator, name):
    with open(name, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


for line in sys.stdin:
    try:
        read = rows(line[0], line[1:].rstrip("\n"))
    except (csv.Error, UnicodeError) as error:
        print(error, file=sys.stderr)
        read = None
    print(json.dumps(read), flush=True)
