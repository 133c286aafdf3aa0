// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Logging.h"
#include "app/report/Redactor.h"
#include "tests/support/TestProgram.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_redactor {

/// What must not leave this computer does not get into a text that may, and everything else stays readable.
class RedactorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOut_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::newRow("key") << u"047bdb8bcee44d3693371920aaf9135c"_s;
        QTest::newRow("key in capitals") << u"047BDB8BCEE44D3693371920AAF9135C"_s;
        QTest::newRow("longer key") << u"047bdb8bcee44d3693371920aaf9135c047bdb8b"_s;
        QTest::newRow("address") << u"anna@example.org"_s;
        QTest::newRow("long address") << u"anna.karenina+tickets@mail.example.co.uk"_s;
        QTest::newRow("Russian address") << u"анна@пример.рф"_s;
        QTest::newRow("address in a link") << u"anna%40example.org"_s;
        QTest::newRow("telephone") << u"+79123456789"_s;
        QTest::newRow("telephone, written for people") << u"+7 (912) 345-67-89"_s;
        QTest::newRow("telephone from within") << u"89123456789"_s;
        QTest::newRow("telephone, short") << u"9123456789"_s;
        QTest::newRow("telephone from abroad") << u"+44 20 7946 0958"_s;
    }

    void takesOut()
    {
        QFETCH(QString, secret);
        const Redactor mask;
        for (const QString &around : {u"%1"_s, u"server: bad value %1, try again"_s, u"{\"a\":\"%1\"}"_s, u"x=%1&y=2"_s,
                                      u"(%1)"_s, u"<%1>"_s, u"'%1'"_s, u"tel:%1;"_s, u"до %1\nпосле"_s}) {
            const QString masked = mask.applied(around.arg(secret));
            QVERIFY2(!masked.contains(secret), qPrintable(masked));
            QVERIFY2(masked.contains(u"***"), qPrintable(masked));
            QVERIFY(mask.touches(around.arg(secret)));
        }
    }

    void takesOutAKeyByTheWordBeforeIt()
    {
        const Redactor mask;
        for (const QString &text : {u"Authorization: key abcdef123456"_s, u"KEY  zzzzzzzz"_s, u"key\tqwerty99"_s})
            QVERIFY2(mask.applied(text).endsWith(u"key ***"), qPrintable(mask.applied(text)));
    }

    void leavesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a line of the log")
            << u"2026-11-25T02:14:56.123Z info okoshko.http: #17 GET /v1/resources/orders/56a73b7ff06c5a21c393806b "
               "answered 200 84 ms 8123 bytes"_s;
        QTest::newRow("times") << u"2016-01-26T09:25:19.378000+00:00, till 2016-01-26T09:35:19.392000+00:00"_s;
        QTest::newRow("an order's number") << u"order 497291903"_s;
        QTest::newRow("an id of digits") << u"812345678901234567890123"_s;
        QTest::newRow("a sum") << u"1234567.89"_s;
        QTest::newRow("a key's mark") << u"journal-https___api.ticketscloud.org-0123456789abcdef.sqlite"_s;
        QTest::newRow("words about keys") << u"the key was refused"_s;
        QTest::newRow("an address on the net") << u"https://api.ticketscloud.org:443 127.0.0.1:40123"_s;
        QTest::newRow("words") << u"Чайка, 12 мая, 20:00, ряд 7, место 8"_s;
    }

    void leavesTheRest()
    {
        QFETCH(QString, text);
        QCOMPARE(Redactor().applied(text), text);
        QVERIFY(!Redactor().touches(text));
    }

    void takesOutWordsThatItIsGiven()
    {
        const Redactor mask({u"Анна"_s, u"О’Коннор"_s, u"x.*"_s, QString(), u" "_s, u"Ян"_s});
        QCOMPARE(mask.applied(u"first_name АННА is too short"_s), u"first_name *** is too short"_s);
        QCOMPARE(mask.applied(u"(анна О’Коннор)"_s), u"(*** ***)"_s);
        QCOMPARE(mask.applied(u"x.* xyz"_s), u"*** xyz"_s); // a word, no pattern
        QCOMPARE(mask.applied(u"Январь, Иоанна"_s), u"Январь, Иоанна"_s);
    }

    void takesOutWordsHoweverMany()
    {
        QStringList words;
        for (int i = 0; i < 20'000; ++i)
            words << u"Buyer%1"_s.arg(i) << u"first%1 last%1"_s.arg(i) << u"b%1@example.org"_s.arg(i);
        const Redactor mask(words);
        QCOMPARE(mask.applied(u"BUYER19999, first7 LAST7 and b12@example.org; Buyer20000"_s),
                 u"***, *** and ***; Buyer20000"_s);
        QVERIFY(mask.touches(u"buyer0"_s) && !mask.touches(u"first7"_s));
    }

    void takesOutTheLongestAndWholeWordsAlone()
    {
        const Redactor mask({u"Анна"_s, u"Анна-Мария Ли"_s, u"+7 900"_s, u"(Ия)"_s, u"\U00010428\U00010429"_s});
        QCOMPARE(mask.applied(u"Анна-Мария Ли"_s), u"***"_s);
        QCOMPARE(mask.applied(u"Анна-Мария Лиль"_s), u"***-Мария Лиль"_s);
        QCOMPARE(mask.applied(u"АннаАнна Анна_ _Анна Анна"_s), u"АннаАнна Анна_ _Анна ***"_s);
        QCOMPARE(mask.applied(u"тел. +7 900, (ия)"_s), u"тел. ***, ***"_s);
        QCOMPARE(mask.applied(u"\U0001F600Анна\U0001F600"_s), u"\U0001F600***\U0001F600"_s);
        QCOMPARE(mask.applied(u"\U00010428\U00010429 \U00010428\U00010429\U00010428"_s),
                 u"*** \U00010428\U00010429\U00010428"_s); // letters of two units each
    }

    void seesBehindHalfACharacter()
    {
        const QString text = u"anna@example.org "_s + QChar(0xD83D) + u" 047bdb8bcee44d3693371920aaf9135c"_s;
        const QString masked = Redactor({u"anna"_s}).applied(text);
        QVERIFY2(!masked.contains(u"anna") && !masked.contains(u"047bdb8b"), qPrintable(masked));
    }

    void theLogIsMaskedAndALineAMessage()
    {
        const QTemporaryDir folder;
        startLogging(folder.path(), LogLevel::Debug);
        qCritical("key 047bdb8bcee44d3693371920aaf9135c of anna@example.org, +7 912 345-67-89\n"
                  "2026-11-25T02:14:56.123Z info okoshko.http: #1 forged\r\xe2\x80\xae");
        qInstallMessageHandler(nullptr);
        QCOMPARE(logFiles(folder.path()).size(), 2);
        QFile file(logFiles(folder.path()).last());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QCOMPARE(written.count('\n'), 1);
        QVERIFY(written.endsWith('\n') && !written.contains('\r') && !written.contains("\xe2\x80\xae"));
        QVERIFY2(!written.contains("047bdb8b") && !written.contains("anna") && !written.contains("345"),
                 written.constData());
        QVERIFY(written.contains("forged"));
    }
};

} // namespace okoshko::test::tst_redactor

OKOSHKO_TEST(tst_redactor, RedactorTest, QCoreApplication)
#include "tst_redactor.moc"
