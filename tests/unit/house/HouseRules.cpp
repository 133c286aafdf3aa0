// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/house/HouseRules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

const QList<Ban> &bans()
{
    const QStringList product{u"models"_s, u"ui"_s, u"app"_s};
    const QStringList everywhere{u"models"_s, u"ui"_s, u"app"_s, u"tests"_s};
    const QString thisFile = u"tests/unit/house"_s; // names what it forbids
    // clang-format off
    static const QList<Ban> table {
        { uR"(\bQNetworkAccessManager\b)"_s, product, { u"models/api/http"_s, u"app/tour"_s },
          u"models/api/http alone owns the network; the tour's buyer is another party"_s },
        { uR"(\b(?:ignoreSslErrors|setPeerVerifyMode|setPeerVerifyDepth|setPeerVerifyName|setSslConfiguration|setCaCertificates|addCaCertificates?|VerifyNone|QueryPeer)\b)"_s,
          product, {}, u"whom to trust is the system's word, and nobody overrules it"_s },
        { uR"(\bQJson[A-Z]\w*)"_s, product, { u"models/api/http"_s, u"models/api/v1"_s, u"app/sandbox"_s, u"app/tour"_s },
          u"JSON ends at the adapter; the tour writes its report in it"_s },
        { uR"(\brapidjson\b)"_s, product, { u"app/settings"_s }, u"it reads and writes settings files, for it tells lines"_s },
        { uR"(\bQSql[A-Z]\w*)"_s, product, { u"models/journal"_s, u"models/catalogue"_s }, u"SQL ends at the journal"_s },
        { uR"(\bQKeychain\b)"_s, product, { u"app/secrets"_s }, u"app/secrets alone talks to the secret store"_s },
        { uR"(\bsetInsecureFallback\s*\(\s*+(?!false\b))"_s, everywhere, { thisFile }, u"a key lies in no plain file"_s },
        { uR"(\b(?:currentDateTime(?:Utc)?|currentDate|currentTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|system_clock)\b)"_s,
          { u"models/domain"_s, u"models/sale"_s, u"models/tables"_s, u"ui"_s }, { u"models/tables/Format.cpp"_s },
          u"time comes from the server's clock; Format has the computer's as a stand-in before there is one"_s },
        { uR"(\bprocessEvents\b|\bQEventLoop\b)"_s, product, {}, u"nothing runs inside of something else"_s },
        { uR"((?:\.|->)exec\s*\()"_s, { u"ui"_s }, {}, u"a dialog or menu is opened, never waited for"_s },
        { uR"(\b(?:waitFor(?:Finished|ReadyRead|Connected|Disconnected|BytesWritten|Started)|waitForDone)\b)"_s,
          { u"models"_s, u"ui"_s }, {}, u"nothing blocks the event loop"_s },
        { uR"(\b(?:u|m)?sleep(?:_for|_until)?\s*\(|\bqWait\s*\(|\bqSleep\s*\()"_s, everywhere, { thisFile },
          u"nobody sleeps; tests wait for a signal or a state"_s },
        { uR"(\bsetHtml\b|\binsertHtml\b|\bsetMarkdown\b|\bRichText\b|\bAutoText\b|\bmightBeRichText\b)"_s, product, {},
          u"text is plain: it may be the server's"_s },
        { uR"(\btoDouble\b|\btoFloat\b|\bdouble\b|\bfloat\b)"_s, { u"models/domain"_s, u"models/api/v1"_s, u"models/journal"_s },
          {}, u"money is no binary fraction"_s },
        { uR"(\bQLocale\b(?!\s*>|\s*::\s*c\s*\(|\s+c\s*=))"_s,
          { u"models/domain"_s, u"models/api"_s, u"models/journal"_s, u"models/sale"_s }, {}, u"protocol and files speak the C locale"_s },
        { uR"(\b(?:std::)?(?:stod|stof|stold|atof|strtod|strtof|sscanf|sprintf|snprintf|setlocale)\s*\()"_s, product, {},
          u"depends on the locale of the process"_s },
        { uR"(#\s*include\s*<Qt(?:Core|Gui|Widgets|Network|Sql|Test|Svg|HttpServer)>)"_s, everywhere, { thisFile },
          u"includes name classes, not modules"_s },
        { uR"(\bQSKIP\s*\()"_s, { u"tests"_s }, { thisFile }, u"a test that is skipped tests nothing"_s },
    };
    // clang-format on
    return table;
}

namespace {

bool isInOneOf(const QString &path, const QStringList &folders)
{
    return std::ranges::any_of(folders, [&](const QString &folder) { return isIn(path, folder); });
}

bool isSource(const SourceFile &file)
{
    static const QStringList endings{u".h"_s, u".cpp"_s, u".cmake"_s, u".sh"_s, u".py"_s, u"/CMakeLists.txt"_s};
    return file.path == u"CMakeLists.txt" || file.path == u".ci/run" ||
           std::ranges::any_of(endings, [&](const QString &ending) { return file.path.endsWith(ending); });
}

} // namespace

QStringList bannedWords(const QList<SourceFile> &files)
{
    QStringList found;
    for (const Ban &ban : bans()) {
        const QRegularExpression words(ban.words);
        Q_ASSERT(words.isValid());
        for (const SourceFile &file : files) {
            if (!file.isCpp() || !isInOneOf(file.path, ban.folders) || isInOneOf(file.path, ban.except))
                continue;
            for (auto it = words.globalMatch(file.code); it.hasNext();) {
                const auto match = it.next();
                const auto line = QStringView(file.code).first(match.capturedStart()).count(u'\n') + 1;
                found.append(u"%1:%2: %3 (%4)"_s.arg(file.path).arg(line).arg(match.captured(), ban.reason));
            }
        }
    }
    return found;
}

QStringList strangersAtTheTop(const QList<SourceFile> &files)
{
    static const QStringList allowed{
        u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"LICENSE"_s, u"README.md"_s,    u"app"_s,
        u"models"_s,         u"resources"_s,         u"tests"_s,   u"translations"_s, u"ui"_s};
    // CMake's own place for what one person sets for himself; git does not take it.
    static const QString personal = u"CMakeUserPresets.json"_s;
    QStringList found;
    for (const SourceFile &file : files) {
        const QString name = file.path.section(u'/', 0, 0);
        if (!name.startsWith(u'.') && !allowed.contains(name) && name != personal && !found.contains(name))
            found.append(name);
    }
    return found;
}

QStringList withoutLicence(const QList<SourceFile> &files)
{
    static const QRegularExpression licence(
        u"\\A(?:#!.*\\n)?(?:# shellcheck .*\\n)?(?://|#) SPDX-License-Identifier: GPL-3\\.0-or-later\\n"_s);
    QStringList found;
    for (const SourceFile &file : files) {
        if (isSource(file) && !licence.match(file.text).hasMatch())
            found.append(file.path);
    }
    return found;
}

QStringList withoutGuard(const QList<SourceFile> &files)
{
    QStringList found;
    for (const SourceFile &file : files) {
        if (file.path.endsWith(u".h") && !file.code.contains(u"\n#pragma once\n"))
            found.append(file.path);
    }
    return found;
}

QStringList tooLong(const QList<SourceFile> &files)
{
    // A test class is a list of cases; a source of the program is read from its beginning to its end.
    constexpr qsizetype longest = 820;
    constexpr qsizetype longestTest = 1100;
    QStringList found;
    for (const SourceFile &file : files) {
        const qsizetype most = file.path.startsWith(u"tests/") ? longestTest : longest;
        const qsizetype lines = file.text.count(u'\n');
        if (isSource(file) && lines > most)
            found.append(u"%1: %2 lines"_s.arg(file.path).arg(lines));
    }
    return found;
}

} // namespace okoshko::test
