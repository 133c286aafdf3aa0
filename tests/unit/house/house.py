#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""house.py ROOT ROOMS: what neither compiler nor link line says of the sources below ROOT. In ROOMS each line names a
folder that is a CMake target (okoshko_room) and, after it, the folders whose targets it links itself."""

import re
import sys
from pathlib import Path

PRODUCT = ("models", "ui", "app")
EVERYWHERE = PRODUCT + ("tests",)
THIS = "tests/unit/house"
CPP = (".h", ".cpp")
SOURCES = CPP + (".cmake", ".sh", ".py", "CMakeLists.txt", ".ci/run")
TOP = {"CMakeLists.txt", "CMakePresets.json", "CMakeUserPresets.json", "LICENSE", "README.md", "app", "models", "resources",
       "tests", "translations", "ui"}
LICENCE = re.compile(r"(#!.*\n)?(# shellcheck .*\n)?(//|#) SPDX-License-Identifier: GPL-3\.0-or-later\n")
LONGEST, LONGEST_TEST = 820, 1100  # lines; a test class is a list of cases

# What code (comments aside) must not contain: pattern, where, where not, why; then a line that breaks the rule.
BANS = [
    (r"\bQNetworkAccessManager\b", PRODUCT, ("models/api/http", "app/tour"),
     "models/api/http owns the network; the tour's buyer is another party", "ui/A.h", "QNetworkAccessManager m;"),
    (r"\b(ignoreSslErrors|setPeerVerify(Mode|Depth|Name)|setSslConfiguration|(set|add)CaCertificates?|VerifyNone|QueryPeer)\b",
     PRODUCT, (), "the system decides whom to trust", "models/api/http/A.cpp", "reply->ignoreSslErrors();"),
    (r"\bQJson[A-Z]\w*", PRODUCT, ("models/api/http", "models/api/v1", "app/sandbox", "app/tour"),
     "JSON ends at the adapter; the tour writes its report in it", "ui/A.cpp", "QJsonObject o;"),
    (r"\brapidjson\b", PRODUCT, ("models/domain", "models/print", "app/settings"),
     "it reads and writes files that a person may edit, with line numbers",
     "models/api/v1/A.cpp", "rapidjson::Reader reader;"),
    (r"\bQSql[A-Z]\w*", PRODUCT, ("models/journal", "models/catalogue"), "SQL ends at the journal",
     "models/sale/A.cpp", "QSqlQuery q;"),
    (r"\bQKeychain\b", PRODUCT, ("app/keychain",), "app/keychain alone talks to the secret store",
     "app/A.cpp", "QKeychain::ReadPasswordJob job;"),
    (r"\bsetInsecureFallback\s*\(\s*+(?!false\b)", EVERYWHERE, (), "a key lies in no plain file",
     "app/keychain/A.cpp", "job->setInsecureFallback(isOdd);"),
    (r"\b(currentDateTime(Utc)?|currentDate|currentTime|currentM?SecsSinceEpoch|currentSecsSinceEpoch|system_clock)\b",
     ("models/domain", "models/sale", "models/tables", "ui"), ("models/tables/Format.cpp",),
     "time comes from the server's clock; Format has the computer's before there is one",
     "models/sale/A.cpp", "QDateTime::currentDateTimeUtc();"),
    (r"\bprocessEvents\b|\bQEventLoop\b", PRODUCT, (), "no nested event loops", "ui/A.cpp", "QEventLoop loop;"),
    (r"(\.|->)exec\s*\(", ("ui",), (), "a dialog or menu is opened, never waited for", "ui/A.cpp", "menu->exec(point);"),
    (r"\bwaitFor(Finished|ReadyRead|Connected|Disconnected|BytesWritten|Started|Done)\b", ("models", "ui"), (),
     "nothing blocks the event loop", "models/api/http/A.cpp", "socket.waitForConnected();"),
    (r"\b[um]?sleep(_for|_until)?\s*\(|\bqWait\s*\(|\bqSleep\s*\(", EVERYWHERE, (),
     "nobody sleeps; tests wait for a signal or a state", "tests/gui/tst_a.cpp", "QTest::qWait(100);"),
    (r"\b(setHtml|insertHtml|setMarkdown|RichText|AutoText|mightBeRichText)\b", PRODUCT, ("ui/help",),
     "text is plain: it may be the server's", "ui/A.cpp", "label->setTextFormat(Qt::RichText);"),
    (r"\b(toDouble|toFloat|double|float)\b", ("models/domain", "models/api/v1", "models/journal"), (),
     "money is no binary fraction", "models/domain/A.h", "double m_value;"),
    (r"\bQLocale\b(?!\s*>|\s*::\s*c\s*\(|\s+c\s*=)", ("models/domain", "models/api", "models/journal", "models/sale"), (),
     "protocol and files use the C locale", "models/api/v1/A.cpp", "QLocale::system();"),
    (r"\b(std::)?(stod|stof|stold|atof|strtod|strtof|sscanf|sprintf|snprintf|setlocale)\s*\(", PRODUCT, (),
     "depends on the locale of the process", "app/main.cpp", "std::stod(text);"),
    (r"#\s*include\s*<Qt(Core|Gui|Widgets|Network|Sql|Test|Svg|HttpServer)>", EVERYWHERE, (),
     "includes name classes, not modules", "models/domain/A.h", "#include <QtCore>"),
    (r"\bQSKIP\s*\(", ("tests",), (), "a test that is skipped tests nothing", "tests/unit/tst_a.cpp", 'QSKIP("later");'),
]
COMMENT = re.compile(r"""(R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])"""
                     r"""|'(?:\\.|[^'\\\n])*')|//[^\n]*|/\*.*?\*/""", re.S)


def is_in(path, folders):
    return any(path == folder or path.startswith(folder + "/") for folder in folders)


def code(text):
    """Without comments, line for line."""
    return COMMENT.sub(lambda m: m[1] or "\n" * m[0].count("\n"), text)


def includes(text):
    return re.findall(r'^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"', code(text), re.M)


def wrong_includes(files, rooms):
    """Ours are named from the root, and lie in the file's own room or in one that its target links."""
    for path, text in files.items():
        if not path.endswith(CPP) or not is_in(path, PRODUCT):
            continue
        own = room_of(path, rooms)
        for name in includes(text):
            if not is_in(name, PRODUCT + ("translations",)):
                yield f"{path} includes {name}: not a path from the root into the product"
            elif is_in(name, PRODUCT) and room_of(name, rooms) not in rooms[own] | {own}:
                yield f"{path} includes {name}: {own} does not link {room_of(name, rooms)}"


def room_of(path, rooms):
    return max((room for room in rooms if is_in(path, [room])), key=len, default=path.rsplit("/", 1)[0])


def circles(files):
    """Folders of the product that include each other, at any remove."""
    graph = {}
    for path, text in files.items():
        if path.endswith(CPP) and is_in(path, PRODUCT):
            folders = {name.rsplit("/", 1)[0] for name in includes(text) if is_in(name, PRODUCT)}
            graph.setdefault(path.rsplit("/", 1)[0], set()).update(folders - {path.rsplit("/", 1)[0]})
    for start in sorted(graph):
        ways, seen = [[start]], set()
        for way in ways:
            for folder in sorted(graph.get(way[-1], ())):
                if folder == start and start == min(way):
                    yield " -> ".join(way + [start])
                if folder not in seen:
                    seen.add(folder)
                    ways.append(way + [folder])


def banned_words(files):
    for pattern, where, but, reason, *_ in BANS:
        for path, text in files.items():
            if path.endswith(CPP) and is_in(path, where) and not is_in(path, but):
                bare = code(text)
                for found in re.finditer(pattern, bare):
                    yield f"{path}:{bare.count(chr(10), 0, found.start()) + 1}: {found[0]} ({reason})"


def untidy(files):
    for path, text in files.items():
        top = path.split("/")[0]
        if not top.startswith(".") and top not in TOP:
            yield f"{path}: {top} is not to stand at the top"
        if not path.endswith(SOURCES):
            continue
        if not LICENCE.match(text):
            yield f"{path}: the first line names no licence"
        if path.endswith(".h") and "\n#pragma once\n" not in code(text):
            yield f"{path}: no #pragma once"
        if text.count("\n") > (LONGEST_TEST if path.startswith("tests/") else LONGEST):
            yield f"{path}: {text.count(chr(10))} lines"


def read_tree(root):
    files = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not name.startswith((".git/", "build")) and name != ".git":
            data = path.read_bytes()
            if b"\0" not in data:  # pictures and the like are not read
                files[name] = data.decode()
    return files


def check_the_checks():
    """Each rule is broken once."""
    for pattern, where, but, reason, path, line in BANS:
        assert list(banned_words({path: f"//\n{line}"})) and not list(banned_words({path: f"// {line}\n/* {line}\n*/"})), reason
        for folder in but:
            assert not any(reason in found for found in banned_words({folder + "/A.cpp": line})), reason
    assert not list(banned_words({"app/A.cpp": 'job->setInsecureFallback( false ); const char *t = "//";'}))
    assert list(banned_words({"ui/A.cpp": '/* a\nb */\nf("//"); QSqlQuery q;'})) == ["ui/A.cpp:3: QSqlQuery (SQL ends at the journal)"]
    rooms = {"models/sale": {"models/api"}, "models/api": set(), "models/api/v1": {"models/api"}}
    for name, wrong in (("models/api/A.h", False), ("models/sale/A.h", False), ("models/api/v1/A.h", True), ("ui/A.h", True),
                        ("A.h", True), ("../api/A.h", True), ("tests/A.h", True)):
        assert wrong == bool(list(wrong_includes({"models/sale/B.cpp": f'#  include "{name}" // why'}, rooms))), name
    circle = {"ui/a/A.h": '#include "ui/b/B.h"', "ui/b/B.h": '#include "ui/c/C.h"', "ui/c/C.h": '#include "ui/a/A.h"'}
    assert list(circles(circle)) == ["ui/a -> ui/b -> ui/c -> ui/a"]
    assert not list(circles({**circle, "ui/c/C.h": ""}))
    first = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
    for path, text, wrong in (("ui/A.h", first + "#pragma once\n", 0), ("ui/A.h", first, 1), ("docs/a.md", "", 1),
                              ("tests/run.sh", "#!/bin/sh\n" + first.replace("//", "#"), 0), ("ui/A.cpp", "\n" + first, 1),
                              ("ui/A.cpp", first + "\n" * LONGEST, 1), ("ui/A.cpp", first + "\n" * (LONGEST - 1), 0)):
        assert len(list(untidy({path: text}))) == wrong, (path, text[:80])


def main():
    check_the_checks()
    root, rooms_file = map(Path, sys.argv[1:])
    rooms = {folder: set(linked) for folder, *linked in map(str.split, rooms_file.read_text().splitlines())}
    files = read_tree(root)
    findings = [*wrong_includes(files, rooms), *circles(files), *banned_words(files), *untidy(files)]
    print(*findings, sep="\n", end="\n" if findings else "")
    sys.exit(1 if findings or len(files) < 500 else 0)


main()
