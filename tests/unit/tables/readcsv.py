# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a CSV file as another program would, and writes its rows as JSON."""
import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    json.dump(list(csv.reader(file, delimiter=";", strict=True)), sys.stdout)
