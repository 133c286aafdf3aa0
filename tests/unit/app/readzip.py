# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a ZIP file as another program would, and writes what is in it as JSON: names and contents in base64."""
import base64
import json
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    if archive.testzip() is not None:
        sys.exit("damaged")
    json.dump({name: base64.b64encode(archive.read(name)).decode() for name in archive.namelist()}, sys.stdout)
