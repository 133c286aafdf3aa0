// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Event.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_event {

class EventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsSets()
    {
        Event event;
        event.sets = {TicketSet{.id = id("a"), .name = u"Партер"_s}, TicketSet{.id = id("b"), .name = u"Балкон"_s}};
        QCOMPARE(event.set(id("b"))->name, u"Балкон"_s);
        QVERIFY(!event.set(id("c")));
        QVERIFY(!event.set(SetId()));
    }

    void tellsTheNextPrice()
    {
        const Instant now(1000000s);
        const auto rule = [](std::optional<Instant> from, qint64 price, PriceRule::State state) {
            return PriceRule{.from = from, .price = Money::fromMinor(price), .state = state};
        };
        using State = PriceRule::State;
        TicketSet set;
        QVERIFY(!set.nextRule(now));

        set.rules = {rule(now - 1h, 1, State::Other), rule(std::nullopt, 2, State::Other),
                     rule(now, 3, State::Other),      rule(now + 3h, 4, State::Other),
                     rule(now + 2h, 5, State::Other), rule(now + 1h, 6, State::Current)};
        const PriceRule *next = set.nextRule(now);
        QVERIFY(next);
        QCOMPARE(next->price, Money::fromMinor(5)); // neither past, nor current, nor the later one
    }

    void namesTheCity_data()
    {
        QTest::addColumn<QHash<QString, QString>>("names");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        const QHash<QString, QString> all{{u"ru"_s, u"Самара"_s}, {u"en"_s, u"Samara"_s}, {u"default"_s, u"SAM"_s}};
        QTest::newRow("asked") << all << u"en"_s << u"Samara"_s;
        QTest::newRow("default") << all << u"fr"_s << u"SAM"_s;
        QTest::newRow("any") << QHash<QString, QString>{{u"en"_s, u"Samara"_s}} << u"ru"_s << u"Samara"_s;
        QTest::newRow("empty is none") << QHash<QString, QString>{{u"ru"_s, QString()}, {u"en"_s, u"Samara"_s}}
                                       << u"ru"_s << u"Samara"_s;
        QTest::newRow("any that is none") << QHash<QString, QString>{{u"aa"_s, QString()},
                                                                     {u"bb"_s, QString()},
                                                                     {u"cc"_s, QString()},
                                                                     {u"de"_s, u"Samara"_s}}
                                          << u"ru"_s << u"Samara"_s;
        QTest::newRow("none") << QHash<QString, QString>() << u"ru"_s << QString();
    }

    void namesTheCity()
    {
        using Names = QHash<QString, QString>;
        QFETCH(Names, names);
        QFETCH(QString, language);
        QFETCH(QString, name);
        Venue venue;
        venue.cityNames = names;
        QCOMPARE(venue.cityName(language), name);
    }

    void isOver_data()
    {
        using Dates = EventTime::Dates;
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<Dates>("dates");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("last"); ///< the last second that it is not over; empty = never over
        const QByteArray moscow = "Europe/Moscow";
        QTest::newRow("till its end") << u"2026-05-12T16:00:00Z"_s << u"2026-05-12T18:00:00Z"_s << Dates::WithTime
                                      << moscow << u"2026-05-12T17:59:59Z"_s;
        QTest::newRow("over midnight") << u"2026-05-12T20:00:00Z"_s << u"2026-05-13T03:00:00Z"_s << Dates::WithTime
                                       << moscow << u"2026-05-13T02:59:59Z"_s;
        QTest::newRow("whole days") << u"2026-05-11T21:00:00Z"_s << u"2026-05-13T21:00:00Z"_s << Dates::DaysOnly
                                    << moscow << u"2026-05-13T20:59:59Z"_s;
        QTest::newRow("a whole day without end")
            << u"2026-05-11T21:00:00Z"_s << QString() << Dates::DaysOnly << moscow << u"2026-05-12T20:59:59Z"_s;
        QTest::newRow("no end, by day") << u"2026-05-12T09:00:00Z"_s << QString() << Dates::WithTime << moscow
                                        << u"2026-05-12T20:59:59Z"_s;
        QTest::newRow("no end, at night")
            << u"2026-05-12T19:00:00Z"_s << QString() << Dates::WithTime << moscow << u"2026-05-13T00:59:59Z"_s;
        QTest::newRow("an end that is its start") << u"2026-05-12T09:00:00Z"_s << u"2026-05-12T09:00:00Z"_s
                                                  << Dates::WithTime << moscow << u"2026-05-12T20:59:59Z"_s;
        QTest::newRow("an end before its start") << u"2026-05-12T09:00:00Z"_s << u"2026-05-11T09:00:00Z"_s
                                                 << Dates::WithTime << moscow << u"2026-05-12T20:59:59Z"_s;
        // 25 October 2026 has 25 hours in Berlin; the 29th of March has 23.
        QTest::newRow("a long day") << u"2026-10-24T22:00:00Z"_s << QString() << Dates::DaysOnly
                                    << QByteArray("Europe/Berlin") << u"2026-10-25T22:59:59Z"_s;
        QTest::newRow("a short day") << u"2026-03-28T23:00:00Z"_s << QString() << Dates::DaysOnly
                                     << QByteArray("Europe/Berlin") << u"2026-03-29T21:59:59Z"_s;
        QTest::newRow("the last day of a year")
            << u"2026-12-31T09:00:00Z"_s << QString() << Dates::WithTime << moscow << u"2026-12-31T20:59:59Z"_s;
        QTest::newRow("the counter's day") << u"2026-05-12T09:00:00Z"_s << QString() << Dates::WithTime << QByteArray()
                                           << u"2026-05-12T20:59:59Z"_s; // Moscow's: tests/CMakeLists.txt
        QTest::newRow("an unknown zone") << u"2026-05-12T09:00:00Z"_s << QString() << Dates::WithTime
                                         << QByteArray("Nowhere/At_all") << u"2026-05-12T20:59:59Z"_s;
        QTest::newRow("the first year") << u"0001-01-01T00:00:00Z"_s << QString() << Dates::WithTime
                                        << QByteArray("UTC") << u"0001-01-01T23:59:59Z"_s;
        QTest::newRow("the last year") << u"9999-12-31T00:00:00Z"_s << QString() << Dates::WithTime << QByteArray("UTC")
                                       << u"9999-12-31T23:59:59Z"_s;
        QTest::newRow("an end alone") << QString() << u"2026-05-12T18:00:00Z"_s << Dates::WithTime << moscow
                                      << u"2026-05-12T17:59:59Z"_s;
        QTest::newRow("nothing") << QString() << QString() << Dates::WithTime << moscow << QString();
    }

    void isOver()
    {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(EventTime::Dates, dates);
        QFETCH(QByteArray, zone);
        QFETCH(QString, last);
        Event event;
        event.start = parseInstant(start);
        event.end = parseInstant(end);
        event.dates = dates;
        event.venue.timeZone = zone;
        if (last.isEmpty()) {
            QVERIFY(!event.isOver(*parseInstant(u"9999-01-01T00:00:00Z"_s)));
            return;
        }
        const Instant before = parseInstant(last).value();
        QVERIFY(!event.isOver(before));
        QVERIFY(event.isOver(before + 1s));
        QVERIFY(!event.isUnderWay(before + 1s));
        QCOMPARE(event.isUnderWay(before), event.start.has_value());
        if (event.start) {
            QVERIFY(event.isUnderWay(*event.start));
            QVERIFY(!event.isUnderWay(*event.start - 1s));
            QVERIFY(!event.isOver(*event.start - 1s));
        }
    }

    void aPriceBelowNoughtIsNotForSale()
    {
        TicketSet set;
        QVERIFY(!set.isForSale());
        set.price = Money();
        QVERIFY(set.isForSale());
        set.price = Money::fromMinor(-1);
        QVERIFY(!set.isForSale());
    }

    void theFeeOfTheDealIsExpectedOnceOnly_data()
    {
        QTest::addColumn<QList<qint64>>("prices"); // face, fee, price; -1: not told
        QTest::addColumn<bool>("isExpected");
        QTest::newRow("as recorded in 2019: it is in the price") << QList<qint64>{10000, 400, 10400} << false;
        QTest::newRow("as recorded in 2014: it is in the price") << QList<qint64>{10000, -1, 11000} << false;
        QTest::newRow("no fee in the price") << QList<qint64>{10000, 0, 10000} << true;
        QTest::newRow("no fee told") << QList<qint64>{10000, -1, 10000} << true;
        QTest::newRow("the price alone") << QList<qint64>{-1, -1, 10000} << true;
        QTest::newRow("free") << QList<qint64>{0, 0, 0} << false;
        QTest::newRow("not for sale") << QList<qint64>{10000, 0, -1} << false;
    }

    void theFeeOfTheDealIsExpectedOnceOnly()
    {
        QFETCH(QList<qint64>, prices);
        QFETCH(bool, isExpected);
        const auto told = [&prices](int at) {
            return prices.at(at) < 0 ? std::nullopt : std::optional(Money::fromMinor(prices.at(at)));
        };
        const TicketSet set{.face = told(0), .fee = told(1), .price = told(2)};
        Event event;
        QVERIFY(!event.addsFeeTo(set));
        event.dealFee = DealFee{1000};
        QCOMPARE(event.addsFeeTo(set), isExpected);
    }

    void namesItsSectors()
    {
        Event event;
        event.sectorNames = {{u"5cb03c68dddfa1000c5c4b3a"_s, u"Партер"_s}, {u"2"_s, u"Ложа"_s}};
        QCOMPARE(event.sectorName(u"5cb03c68dddfa1000c5c4b3a"_s), u"Партер"_s);
        QCOMPARE(event.sectorName(u"2"_s), u"Ложа"_s);
        QCOMPARE(event.sectorName(u"Ложа"_s), u"Ложа"_s); // told by its name
        QCOMPARE(event.sectorName(u"5cb03c68dddfa1000c5c4b3b"_s), QString());
        QCOMPARE(event.sectorName(QString()), QString());
    }

private:
    static SetId id(const char *letter) { return SetId::parse(QString(24, QLatin1Char(*letter))).value(); }
};

} // namespace okoshko::test::tst_event

OKOSHKO_TEST(tst_event, EventTest, QCoreApplication)
#include "tst_event.moc"
