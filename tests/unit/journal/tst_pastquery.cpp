// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/PastQuery.h"
#include "tests/support/TestProgram.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_pastquery {

using journal::foldedText;
using journal::parsePastQuery;
using journal::PastQuery;

/// What somebody types who looks for a past order. It is Monday, the 2nd of March 2026, in Moscow.
class TestPastQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("shortWords");
        QTest::newRow("nothing") << u"  "_s << QStringList{} << QStringList{};
        QTest::newRow("a number") << u"497291903"_s << QStringList{u"497291903"_s} << QStringList{};
        QTest::newRow("with blanks") << u"497 291 903"_s << QStringList{u"497291903"_s} << QStringList{};
        QTest::newRow("with no-break spaces")
            << u"497\u00a0291\u202f903"_s << QStringList{u"497291903"_s} << QStringList{};
        QTest::newRow("after a sign") << u"№ 497 291 903"_s << QStringList{u"497291903"_s} << QStringList{};
        QTest::newRow("after another") << u"#497291903"_s << QStringList{u"497291903"_s} << QStringList{};
        QTest::newRow("two digits") << u"№ 49"_s << QStringList{} << QStringList{u"49"_s};
        QTest::newRow("words") << u"Гамлет  МХАТ"_s << QStringList{u"гамлет"_s, u"мхат"_s} << QStringList{};
        QTest::newRow("short ones") << u"Три и я до"_s << QStringList{u"три"_s} << QStringList{u"и"_s, u"я"_s, u"до"_s};
        QTest::newRow("ё") << u"Вишнёвый"_s << QStringList{u"вишневый"_s} << QStringList{};
        QTest::newRow("ё of two characters") << u"Вишне\u0308вый"_s << QStringList{u"вишневый"_s} << QStringList{};
        QTest::newRow("signs") << u"\"*-^ NEAR(a b)"_s << QStringList{u"\"*-^"_s, u"near(a"_s} << QStringList{u"b)"_s};
        QTest::newRow("a ticket") << u"ТК/123456"_s << QStringList{u"тк123456"_s} << QStringList{};
        QTest::newRow("characters, not halves") << u"🎭🎭 🎭🎭🎭"_s << QStringList{u"🎭🎭🎭"_s} << QStringList{u"🎭🎭"_s};
        QTest::newRow("no date") << u"31.02.2026 45.45 1.2.3.4"_s
                                 << QStringList{u"31.02.2026"_s, u"45.45"_s, u"1.2.3.4"_s} << QStringList{};
        QTest::newRow("zero bytes") << u"a\0b"_s << QStringList{} << QStringList{u"a"_s, u"b"_s};
    }
    void words()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QFETCH(QStringList, shortWords);
        const PastQuery query = parsePastQuery(text, now);
        QCOMPARE(query.words, words);
        QCOMPARE(query.shortWords, shortWords);
        QVERIFY(!query.from && !query.till);
    }

    void dates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("till");
        QTest::newRow("whole") << u"01.02.2025"_s << QDate(2025, 2, 1) << QDate(2025, 2, 1);
        QTest::newRow("short year") << u"1.2.25"_s << QDate(2025, 2, 1) << QDate(2025, 2, 1);
        QTest::newRow("without year") << u"02.03"_s << QDate(2026, 3, 2) << QDate(2026, 3, 2);
        QTest::newRow("with a dot") << u"02.03."_s << QDate(2026, 3, 2) << QDate(2026, 3, 2);
        QTest::newRow("last year's") << u"03.03"_s << QDate(2025, 3, 3) << QDate(2025, 3, 3);
        QTest::newRow("leap day") << u"29.02"_s << QDate(2024, 2, 29) << QDate(2024, 2, 29);
        QTest::newRow("ISO") << u"2025-12-31"_s << QDate(2025, 12, 31) << QDate(2025, 12, 31);
        QTest::newRow("two: both") << u"2025-12-31 01.01.2026"_s << QDate(2026, 1, 1) << QDate(2025, 12, 31);
    }
    void dates()
    {
        QFETCH(QString, text);
        QFETCH(QDate, from);
        QFETCH(QDate, till);
        const PastQuery query = parsePastQuery(u"гамлет "_s + text, now);
        QCOMPARE(query.words, QStringList{u"гамлет"_s});
        QVERIFY(query.from && query.till);
        QCOMPARE(*query.from, toInstant(QDateTime(from, QTime(0, 0), moscow)));
        QCOMPARE(*query.till + Microseconds(1), toInstant(QDateTime(till.addDays(1), QTime(0, 0), moscow)));
    }

    void oneWordMayBeABarcode()
    {
        QCOMPARE(parsePastQuery(u" AbC-460\n"_s, now).barcode, u"AbC-460"_s); // as it was scanned
        QVERIFY(parsePastQuery(u"AbC 460"_s, now).barcode.isEmpty());
    }

    void itIsBounded()
    {
        QCOMPARE(parsePastQuery(QString(100000, u'a'), now).words.constFirst().size(), 200);
        QCOMPARE(parsePastQuery(u"aaa "_s.repeated(100000), now).words.size(), 16);
    }

    void textIsFolded() { QCOMPARE(foldedText(u" ЁЛКА\t\u00a0Ёж\u0001AC/DC "_s), u"елка еж acdc"_s); }

private:
    const QTimeZone moscow{"Europe/Moscow"};
    const QDateTime now{QDate(2026, 3, 2), QTime(12, 0), moscow};
};

} // namespace okoshko::test::tst_pastquery

OKOSHKO_TEST(tst_pastquery, TestPastQuery, QCoreApplication)
#include "tst_pastquery.moc"
