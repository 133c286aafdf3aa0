// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Instant.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_instant {

class InstantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIso_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("microseconds");
        QTest::newRow("epoch") << u"1970-01-01T00:00:00Z"_s << qint64(0);
        QTest::newRow("recorded") << u"2016-01-26T09:25:19.378000+00:00"_s << qint64(1453800319378000);
        QTest::newRow("microseconds") << u"1970-01-01T00:00:00.000001Z"_s << qint64(1);
        QTest::newRow("one fractional digit") << u"1970-01-01T00:00:00.5Z"_s << qint64(500000);
        QTest::newRow("before the epoch") << u"1969-12-31T23:59:59.999999Z"_s << qint64(-1);
        QTest::newRow("east") << u"1970-01-01T04:00:00+04:00"_s << qint64(0);
        QTest::newRow("west, half an hour") << u"1969-12-31T20:30:00-03:30"_s << qint64(0);
        QTest::newRow("offset without colon") << u"1970-01-01T04:00:00+0400"_s << qint64(0);
        QTest::newRow("minus nothing") << u"1970-01-01T00:00:00-00:00"_s << qint64(0);
        QTest::newRow("leap day") << u"2016-02-29T00:00:00Z"_s << qint64(1456704000000000);
        QTest::newRow("leap day of 2000") << u"2000-02-29T00:00:00Z"_s << qint64(951782400000000);
        // This hour did not exist on the clocks of Moscow, where the tests run; in UTC it did.
        QTest::newRow("in a gap of the local zone") << u"2011-03-27T02:30:00+00:00"_s << qint64(1301193000000000);
        QTest::newRow("in a fold of the local zone") << u"2014-10-26T01:30:00+00:00"_s << qint64(1414287000000000);
    }

    void readsIso()
    {
        QFETCH(QString, text);
        QFETCH(qint64, microseconds);
        const auto instant = parseInstant(text);
        QVERIFY(instant);
        QCOMPARE(qint64(instant->time_since_epoch().count()), microseconds);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("after the year 9999") << u"9999-12-31T23:59:59-00:01"_s;
        QTest::newRow("before the year 1") << u"0001-01-01T00:00:00+00:01"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("no offset") << u"2016-01-26T09:25:19.378000"_s;
        QTest::newRow("as v2 writes it") << u"2019-07-25 14:41:11"_s;
        QTest::newRow("date alone") << u"2016-01-26"_s;
        QTest::newRow("no such day") << u"2016-02-30T00:00:00Z"_s;
        QTest::newRow("no leap year") << u"2015-02-29T00:00:00Z"_s;
        QTest::newRow("no leap century") << u"1900-02-29T00:00:00Z"_s;
        QTest::newRow("month 13") << u"2016-13-01T00:00:00Z"_s;
        QTest::newRow("month 0") << u"2016-00-01T00:00:00Z"_s;
        QTest::newRow("hour 25") << u"2016-01-01T25:00:00Z"_s;
        QTest::newRow("minute 60") << u"2016-01-01T00:60:00Z"_s;
        QTest::newRow("offset of 24 hours") << u"2016-01-01T00:00:00+24:00"_s;
        QTest::newRow("offset of 60 minutes") << u"2016-01-01T00:00:00+00:60"_s;
        QTest::newRow("seven fractional digits") << u"2016-01-01T00:00:00.0000000Z"_s;
        QTest::newRow("point without digits") << u"2016-01-01T00:00:00.Z"_s;
        QTest::newRow("small z") << u"2016-01-01T00:00:00z"_s;
        QTest::newRow("space before") << u" 2016-01-01T00:00:00Z"_s;
        QTest::newRow("line end behind") << u"2016-01-01T00:00:00Z\n"_s;
        QTest::newRow("arabic digits") << u"٢٠١٦-٠١-٠١T٠٠:٠٠:٠٠Z"_s;
        QTest::newRow("five-digit year") << u"12016-01-01T00:00:00Z"_s;
        QTest::newRow("seconds since the epoch") << u"1453800319"_s;
    }

    void refusesEverythingElse()
    {
        QFETCH(QString, text);
        QVERIFY(!parseInstant(text));
    }

    void recordedTimesComeBackAsTheyWent_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"2016-01-26T09:25:19.378000+00:00", "2016-01-26T09:35:19.392000+00:00",
                                 "2016-01-26T09:25:19.393000+00:00", "2016-01-26T09:56:06.619000+00:00",
                                 "1969-12-31T23:59:59.000001+00:00", "2011-03-27T02:30:00.000000+00:00"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void recordedTimesComeBackAsTheyWent()
    {
        QFETCH(QString, text);
        QCOMPARE(toIsoString(parseInstant(text).value()), text);
    }

    void convertsToDateTime()
    {
        const Instant instant(1453800319378999us);
        const QDateTime dateTime = toDateTime(instant);
        QCOMPARE(dateTime.timeSpec(), Qt::UTC);
        QCOMPARE(dateTime.toMSecsSinceEpoch(), qint64(1453800319378)); // below a millisecond is cut off
        QCOMPARE(toInstant(dateTime), Instant(1453800319378000us));
        QCOMPARE(toInstant(dateTime.toLocalTime()), Instant(1453800319378000us));
        QCOMPARE(toDateTime(Instant(-1us)).toMSecsSinceEpoch(), qint64(-1)); // downwards, before the epoch too
    }
};

} // namespace okoshko::test::tst_instant

OKOSHKO_TEST(tst_instant, InstantTest, QCoreApplication)
#include "tst_instant.moc"
