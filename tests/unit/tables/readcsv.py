# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads CSV files as another program would. Of each, its name comes on a line, and its rows go out on one, as JSON."""
import csv
import json
import sys


def rows(name):
    with open(name, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";", strict=True))


for line in sys.stdin:
    try:
        read = rows(line.rstrip("\n"))
    except (csv.Error, UnicodeError) as error:
        print(error, file=sys.stderr)
        read = None
    print(json.dumps(read), flush=True)
