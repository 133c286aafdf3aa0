// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/house/Findings.h"
#include "tests/unit/house/HouseRules.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_houserules {

/// Small rules that a reader would otherwise have to watch for: the table is in HouseRules.cpp.
class HouseRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_files = readTree(QStringLiteral(OKOSHKO_ROOT));
        QVERIFY(m_files.size() > 50);
    }

    void nothingIsBanned() { verifyNone(bannedWords(m_files)); }
    void theTopIsTidy() { verifyNone(strangersAtTheTop(m_files)); }
    void everySourceNamesItsLicence() { verifyNone(withoutLicence(m_files)); }
    void everyHeaderIsGuarded() { verifyNone(withoutGuard(m_files)); }
    void noSourceIsTooLong() { verifyNone(tooLong(m_files)); }

    // The rules can be broken: what each of them sees.

    void seesBannedWords_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("banned");
        const auto row = [](const char *path, const char *line, bool banned) {
            QTest::addRow("%s: %s", path, line) << QString::fromUtf8(path) << QString::fromUtf8(line) << banned;
        };
        row("models/api/http/Http.h", "QNetworkAccessManager m_network;", false);
        row("models/api/v1/Adapter.h", "QNetworkAccessManager *m_network;", true);
        row("models/api/http/Http.cpp", "reply->ignoreSslErrors();", true);
        row("models/api/http/Http.cpp", "configuration.setPeerVerifyMode(QSslSocket::VerifyNone);", true);
        row("models/api/http/Http.cpp", "request.setSslConfiguration(lenient);", true);
        row("tests/faults/tls/TlsPeer.cpp", "configuration.setPeerVerifyMode(mode);", false);
        row("ui/Main.cpp", "QJsonObject o;", true);
        row("models/api/v1/Json.cpp", "QJsonObject o;", false);
        row("app/sandbox/Http.cpp", "QJsonObject o;", false);
        row("models/sale/Sale.cpp", "QSqlQuery q;", true);
        row("app/Settings.cpp", "QKeychain::ReadPasswordJob job;", true);
        row("app/secrets/KeyStore.cpp", "QKeychain::ReadPasswordJob job;", false);
        row("app/secrets/KeyStore.cpp", "job->setInsecureFallback( false );", false);
        row("app/secrets/KeyStore.cpp", "job->setInsecureFallback(isOdd);", true);
        row("models/sale/Sale.cpp", "QDateTime::currentDateTimeUtc();", true);
        row("models/sale/Sale.cpp", "QDateTime::currentDateTime();", true);
        row("ui/Main.cpp", "QCoreApplication::processEvents();", true);
        row("ui/Main.cpp", "// no processEvents", false);
        row("ui/Main.cpp", "/* no\n processEvents */", false);
        row("models/sale/Sale.cpp", "QEventLoop loop;", true);
        row("ui/Main.cpp", "dialog.exec();", true);
        row("ui/Main.cpp", "menu->exec(point);", true);
        row("app/main.cpp", "return app.exec();", false);
        row("models/api/http/Http.cpp", "socket.waitForConnected();", true);
        row("tests/gui/main/tst_main.cpp", "QTest::qWait(100);", true);
        row("models/sale/Sale.cpp", "QThread::msleep(10);", true);
        row("models/sale/Sale.cpp", "std::this_thread::sleep_for(1s);", true);
        row("ui/Main.cpp", "view->setHtml(text);", true);
        row("ui/Main.cpp", "label->setTextFormat(Qt::RichText);", true);
        row("ui/Main.cpp", "label->setTextFormat(Qt::PlainText);", false);
        row("models/api/v1/Json.cpp", "value.toDouble();", true);
        row("models/domain/Money.h", "double m_value;", true);
        row("models/tables/Format.cpp", "double fraction;", false);
        row("models/api/v1/Json.cpp", "QLocale().toString(1.5);", true);
        row("models/api/v1/Json.cpp", "QLocale::system();", true);
        row("models/api/http/Errors.cpp", "const QLocale c = QLocale::c();", false);
        row("models/tables/Format.cpp", "QLocale locale;", false);
        row("app/main.cpp", "std::stod(text);", true);
        row("models/domain/Money.h", "#include <QtCore>", true);
        row("models/domain/Money.h", "#include <QtGlobal>", false);
        row("tests/unit/api/tst_adapter.cpp", "QSKIP(\"later\");", true);
    }

    void seesBannedWords()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QTEST(!bannedWords({readSource(path, u"// SPDX\n\n"_s + line + u'\n')}).isEmpty(), "banned");
    }

    void saysWhereAndWhy()
    {
        QCOMPARE(bannedWords({readSource(u"ui/Main.cpp"_s, u"/* two\nlines */\nquery(\"//\"); QSqlQuery q;\n"_s)}),
                 QStringList{u"ui/Main.cpp:3: QSqlQuery (SQL ends at the journal)"_s});
    }

    void seesStrangers()
    {
        const QList<SourceFile> files{readSource(u"README.md"_s, {}), readSource(u".ci/run"_s, {}),
                                      readSource(u"docs/a.md"_s, {}), readSource(u"docs/b.md"_s, {}),
                                      readSource(u"CHANGES"_s, {}),   readSource(u"app/docs/x.md"_s, {})};
        QCOMPARE(strangersAtTheTop(files), QStringList({u"docs"_s, u"CHANGES"_s}));
    }

    void seesMissingLicences()
    {
        const QString line = u" SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
        const QList<SourceFile> files{
            readSource(u"ui/Good.h"_s, u"//"_s + line),
            readSource(u"ui/Late.h"_s, u"#pragma once\n//"_s + line),
            readSource(u"ui/Other.cpp"_s, u"// SPDX-License-Identifier: MIT\n"_s),
            readSource(u"tests/run.sh"_s, u"#!/usr/bin/env bash\n#"_s + line),
            readSource(u"tests/qa/go.sh"_s, u"#!/usr/bin/env bash\n"_s),
            readSource(u"ui/CMakeLists.txt"_s, u"add_library(x)\n"_s),
            readSource(u"README.md"_s, u"# Okoshko\n"_s),
        };
        QCOMPARE(withoutLicence(files),
                 QStringList({u"ui/Late.h"_s, u"ui/Other.cpp"_s, u"tests/qa/go.sh"_s, u"ui/CMakeLists.txt"_s}));
    }

    void seesHeadersWithoutGuard()
    {
        QCOMPARE(withoutGuard({readSource(u"ui/A.h"_s, u"//\n#pragma once\n"_s), readSource(u"ui/B.h"_s, u"//\n"_s),
                               readSource(u"ui/C.h"_s, u"//\n// #pragma once\n"_s)}),
                 QStringList({u"ui/B.h"_s, u"ui/C.h"_s}));
    }

    void seesLongFiles()
    {
        QCOMPARE(
            tooLong({readSource(u"ui/A.cpp"_s, QString(820, u'\n')), readSource(u"ui/B.cpp"_s, QString(821, u'\n')),
                     readSource(u"resources/c.json"_s, QString(1999, u'\n'))}),
            QStringList{u"ui/B.cpp: 821 lines"_s});
    }

private:
    QList<SourceFile> m_files;
};

} // namespace okoshko::test::tst_houserules

OKOSHKO_TEST(tst_houserules, HouseRulesTest, NoApplication)
#include "tst_houserules.moc"
