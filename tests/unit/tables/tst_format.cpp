// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/Format.h"
#include "tests/support/TestProgram.h"
#include "translations/Translations.h"

#include "translations/Translations.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_format {

namespace {

Instant at(const QString &iso)
{
    return parseInstant(iso).value();
}

Venue samara()
{
    Venue venue;
    venue.timeZone = "Europe/Samara";
    venue.cityNames = {{u"ru"_s, u"Самара"_s}, {u"en"_s, u"Samara"_s}};
    return venue;
}

Venue moscow()
{
    Venue venue;
    venue.timeZone = "Europe/Moscow";
    venue.cityNames = {{u"ru"_s, u"Москва"_s}, {u"en"_s, u"Moscow"_s}};
    return venue;
}

EventTime timed(Instant start)
{
    return {.start = start};
}

EventTime fromTill(const QString &start, const QString &end, EventTime::Dates dates)
{
    return {.start = at(start), .end = at(end), .dates = dates};
}

} // namespace

/// The counter stands in Moscow (tests/CMakeLists.txt). Words come untranslated here, in the sources' English;
/// Russian words are tried in russianWords().
class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerTranslations(); }

    void money_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("russian");
        QTest::addColumn<QString>("english");
        // No-break spaces are written as ~ here.
        QTest::newRow("zero") << qint64(0) << u"0,00~₽"_s << u"₽0.00"_s;
        QTest::newRow("kopecks") << qint64(7) << u"0,07~₽"_s << u"₽0.07"_s;
        QTest::newRow("hundreds") << qint64(99999) << u"999,99~₽"_s << u"₽999.99"_s;
        QTest::newRow("sketch") << qint64(140000) << u"1~400,00~₽"_s << u"₽1,400.00"_s;
        QTest::newRow("millions") << qint64(123456789) << u"1~234~567,89~₽"_s << u"₽1,234,567.89"_s;
        QTest::newRow("negative") << qint64(-140050) << u"−1~400,50~₽"_s << u"−₽1,400.50"_s;
        QTest::newRow("negative kopecks") << qint64(-5) << u"−0,05~₽"_s << u"−₽0.05"_s;
        QTest::newRow("beyond a double") << qint64(9007199254740993) << u"90~071~992~547~409,93~₽"_s
                                         << u"₽90,071,992,547,409.93"_s;
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << u"−92~233~720~368~547~758,08~₽"_s
                               << u"−₽92,233,720,368,547,758.08"_s;
    }

    void money()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, russian);
        QFETCH(QString, english);
        const Money sum = Money::fromMinor(minor);
        QCOMPARE(ru.money(sum).replace(QChar(0xa0), u'~'), russian);
        QCOMPARE(en.money(sum).replace(QChar(0xa0), u'~'), english);
        QCOMPARE(ru.plainMoney(sum).replace(QChar(0xa0), u'~'), russian.remove(u"~₽"_s));
        QCOMPARE(en.plainMoney(sum).replace(QChar(0xa0), u'~'), english.remove(u'₽'));
    }

    void orderNumbersAreGroupedTheSameInBothLanguages()
    {
        for (const Format &format : {ru, en}) {
            QCOMPARE(format.orderNumber(497291903), u"497\u00a0291\u00a0903"_s);
            QCOMPARE(format.orderNumber(1234), u"1\u00a0234"_s);
            QCOMPARE(format.orderNumber(123), u"123"_s);
            QCOMPARE(format.orderNumber(-123), u"-123"_s);
            QCOMPARE(format.orderNumber(-1234), u"-1\u00a0234"_s);
        }
        QCOMPARE(en.orderNumber(0), u"without number"_s);
        QCOMPARE(ru.count(1234), u"1\u00a0234"_s);
        QCOMPARE(en.count(1234), u"1,234"_s);
    }

    void eventTimes()
    {
        const Instant now = at(u"2026-05-01T10:00:00Z"_s);
        const Instant start = at(u"2026-05-12T16:00:00Z"_s); // 20:00 in Samara, 19:00 in Moscow
        QCOMPARE(ru.eventTime(timed(start), samara(), now), u"12 мая, вт, 20:00 (Самара)"_s);
        QCOMPARE(en.eventTime(timed(start), samara(), now), u"Tue 12 May, 20:00 (Samara)"_s);
        QCOMPARE(ru.eventTime(timed(start), moscow(), now), u"12 мая, вт, 19:00"_s);
        QCOMPARE(ru.eventTimeLong(timed(start), moscow(), now), u"вторник, 12 мая, 19:00"_s);
        QCOMPARE(en.eventTimeLong(timed(start), samara(), now),
                 u"Tuesday, 12 May, 20:00 (Samara, +1 h from the counter's time)"_s);
        QCOMPARE(ru.eventTimeShort(timed(start), samara(), now), u"12 мая, 20:00 (Самара)"_s);
        QCOMPARE(ru.eventDay(timed(start), samara()), u"12"_s);
        QCOMPARE(ru.eventMonth(timed(start), samara(), start), u"мая, вт"_s);
        QCOMPARE(en.eventMonth(timed(start), samara(), start), u"May, Tue"_s);
        QCOMPARE(ru.eventTimeBesideDay(timed(start), samara(), start), u"20:00"_s);
        QCOMPARE(ru.eventTimeToSearch(timed(start), samara()), u"вторник, вт, 12 мая 2026, 12.05.2026, 20:00"_s);
    }

    void theDayIsTheVenues()
    {
        const Instant start = at(u"2026-05-11T21:30:00Z"_s); // 00:30 in Moscow, the 12th; 17:30 in New York, the 11th
        Venue newYork;
        newYork.timeZone = "America/New_York";
        QCOMPARE(ru.eventTime(timed(start), newYork, start), u"11 мая, пн, 17:30 (−7 h)"_s);
        QCOMPARE(en.eventTimeLong(timed(start), newYork, start),
                 u"Monday, 11 May, 17:30 (−7 h from the counter's time)"_s);
        QCOMPARE(ru.eventTime(timed(start), moscow(), start), u"12 мая, вт, 00:30"_s);
        Venue kabul;
        kabul.timeZone = "Asia/Kabul";
        QCOMPARE(en.eventTime(timed(start), kabul, start), u"Tue 12 May, 02:00 (+1 h 30 min)"_s);
    }

    void anotherYearIsNamedAndTodayIsToday()
    {
        const Instant start = at(u"2027-01-01T16:00:00Z"_s);
        const Instant before = at(u"2026-12-31T10:00:00Z"_s);
        QCOMPARE(ru.eventTime(timed(start), moscow(), before), u"1 января 2027, пт, 19:00"_s);
        QCOMPARE(en.eventTime(timed(start), moscow(), before), u"Fri 1 January 2027, 19:00"_s);
        QCOMPARE(ru.eventTimeShort(timed(start), moscow(), before), u"1 января 2027, 19:00"_s);
        QCOMPARE(ru.eventTimeLong(timed(start), moscow(), before), u"пятница, 1 января 2027, 19:00"_s);
        // 21:30 UTC: the counter's new year has begun.
        QCOMPARE(en.eventTimeShort(timed(start), moscow(), at(u"2026-12-31T21:30:00Z"_s)), u"today, 19:00"_s);
    }

    void severalDays_data()
    {
        using Dates = EventTime::Dates;
        QTest::addColumn<EventTime>("time");
        QTest::addColumn<QString>("full"); ///< eventTime, 1 January 2026
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("month");
        QTest::addColumn<QString>("beside");
        // Midnight in Moscow is 21:00 UTC.
        QTest::newRow("one whole day") << fromTill(u"2026-01-26T21:00:00Z"_s, u"2026-01-27T21:00:00Z"_s,
                                                   Dates::DaysOnly)
                                       << u"27 января, вт"_s << u"27"_s << u"января, вт"_s << QString();
        EventTime endless = timed(at(u"2026-01-26T21:00:00Z"_s));
        endless.dates = Dates::DaysOnly;
        QTest::newRow("a day without an end")
            << endless << u"27 января, вт"_s << u"27"_s << u"января, вт"_s << QString();
        QTest::newRow("three whole days")
            << fromTill(u"2026-01-26T21:00:00Z"_s, u"2026-01-29T21:00:00Z"_s, Dates::DaysOnly) << u"27–29 января"_s
            << u"27–29"_s << u"января"_s << u"27–29 января"_s;
        QTest::newRow("into the next month")
            << fromTill(u"2026-01-26T21:00:00Z"_s, u"2026-02-03T21:00:00Z"_s, Dates::DaysOnly)
            << u"27 января – 3 февраля"_s << u"27–3"_s << u"янв.–февр."_s << u"27 января – 3 февраля"_s;
        QTest::newRow("next year") << fromTill(u"2027-01-26T21:00:00Z"_s, u"2027-01-29T21:00:00Z"_s, Dates::DaysOnly)
                                   << u"27–29 января 2027"_s << u"27–29"_s << u"января 2027"_s
                                   << u"27–29 января 2027"_s;
        QTest::newRow("over the new year")
            << fromTill(u"2026-12-26T21:00:00Z"_s, u"2027-01-03T21:00:00Z"_s, Dates::DaysOnly)
            << u"27 декабря 2026 – 3 января 2027"_s << u"27–3"_s << u"дек.–янв."_s
            << u"27 декабря 2026 – 3 января 2027"_s;
        QTest::newRow("the same month of another year")
            << fromTill(u"2026-01-26T21:00:00Z"_s, u"2027-01-29T21:00:00Z"_s, Dates::DaysOnly)
            << u"27 января 2026 – 29 января 2027"_s << u"27–29"_s << u"янв.–янв."_s
            << u"27 января 2026 – 29 января 2027"_s;
        QTest::newRow("over midnight") << fromTill(u"2026-01-27T18:00:00Z"_s, u"2026-01-28T03:00:00Z"_s,
                                                   Dates::WithTime)
                                       << u"27 января, вт, 21:00"_s << u"27"_s << u"января, вт"_s << u"21:00"_s;
        QTest::newRow("around the clock")
            << fromTill(u"2026-01-27T09:00:00Z"_s, u"2026-01-28T09:00:00Z"_s, Dates::WithTime)
            << u"27 января, вт, 12:00"_s << u"27"_s << u"января, вт"_s << u"12:00"_s;
        QTest::newRow("a festival") << fromTill(u"2026-01-27T09:00:00Z"_s, u"2026-01-29T20:00:00Z"_s, Dates::WithTime)
                                    << u"27–29 января, from 12:00"_s << u"27–29"_s << u"января"_s
                                    << u"27–29 января, from 12:00"_s;
        QTest::newRow("two nights") << fromTill(u"2026-01-27T17:00:00Z"_s, u"2026-01-29T02:00:00Z"_s, Dates::WithTime)
                                    << u"27–28 января, from 20:00"_s << u"27–28"_s << u"января"_s
                                    << u"27–28 января, from 20:00"_s;
        QTest::newRow("an end before its start")
            << fromTill(u"2026-01-27T09:00:00Z"_s, u"2026-01-20T20:00:00Z"_s, Dates::WithTime)
            << u"27 января, вт, 12:00"_s << u"27"_s << u"января, вт"_s << u"12:00"_s;
        QTest::newRow("not told") << EventTime() << QString() << QString() << QString() << QString();
    }

    void severalDays()
    {
        QFETCH(EventTime, time);
        QFETCH(QString, full);
        QFETCH(QString, day);
        QFETCH(QString, month);
        QFETCH(QString, beside);
        const Instant now = at(u"2026-01-01T12:00:00Z"_s);
        QCOMPARE(ru.eventTime(time, moscow(), now), full);
        QCOMPARE(ru.eventDay(time, moscow()), day);
        QCOMPARE(ru.eventMonth(time, moscow(), now), month);
        QCOMPARE(ru.eventTimeBesideDay(time, moscow(), now), beside);
        if (!time.start)
            QCOMPARE(ru.eventTimeLong(time, moscow(), now) + ru.eventTimeShort(time, moscow(), now) +
                         ru.eventTimeToSearch(time, moscow()),
                     QString());
    }

    void severalDaysInOtherWords()
    {
        const Instant now = at(u"2026-01-27T12:00:00Z"_s);
        const EventTime festival =
            fromTill(u"2026-01-27T09:00:00Z"_s, u"2026-02-03T19:00:00Z"_s, EventTime::Dates::WithTime);
        QCOMPARE(en.eventTime(festival, samara(), now), u"27 January – 3 February, from 13:00 (Samara)"_s);
        QCOMPARE(en.eventTimeLong(festival, samara(), now),
                 u"27 January – 3 February, from 13:00 (Samara, +1 h from the counter's time)"_s);
        QCOMPARE(en.eventTimeShort(festival, Venue(), now),
                 u"27 January – 3 February, from 12:00 by the counter's clock"_s); // not "today" alone
        QCOMPARE(en.eventTimeBesideDay(festival, Venue(), now), u"27 January – 3 February, from 12:00*"_s);
        QCOMPARE(en.eventMonth(festival, moscow(), now), u"Jan–Feb"_s);
        EventTime today = timed(at(u"2026-01-26T21:00:00Z"_s));
        today.dates = EventTime::Dates::DaysOnly;
        QCOMPARE(en.eventTimeShort(today, moscow(), now), u"today"_s);
        QCOMPARE(ru.eventTimeLong(today, moscow(), now), u"вторник, 27 января"_s);
        // A day without a time of day is the same by every clock.
        QCOMPARE(ru.eventTimeLong(today, Venue(), now), u"вторник, 27 января"_s);

        const QString found = ru.eventTimeToSearch(festival, moscow());
        QVERIFY(found.startsWith(u"вторник, вт, 27 января 2026, 27.01.2026, среда"_s));
        QVERIFY(found.endsWith(u"вторник, вт, 3 февраля 2026, 03.02.2026, 12:00"_s));
        EventTime always = festival;
        always.end = at(u"2099-12-31T19:00:00Z"_s);
        QVERIFY(ru.eventTimeToSearch(always, moscow()).size() < 2000);
    }

    void theYearIsThatOfTheVenue()
    {
        Venue east;
        east.timeZone = "Asia/Vladivostok"; // 7 hours ahead of Moscow
        const EventTime show = timed(at(u"2027-01-01T09:00:00Z"_s));
        QCOMPARE(ru.eventTime(show, east, at(u"2026-12-31T13:00:00Z"_s)), u"1 января 2027, пт, 19:00 (+7 h)"_s);
        QCOMPARE(ru.eventTime(show, east, at(u"2026-12-31T15:00:00Z"_s)), u"1 января, пт, 19:00 (+7 h)"_s);
        QCOMPARE(ru.eventMonth(show, east, at(u"2026-12-31T13:00:00Z"_s)), u"января 2027"_s);
        QCOMPARE(ru.eventMonth(show, east, at(u"2026-12-31T15:00:00Z"_s)), u"января, пт"_s);
        const EventTime last = timed(at(u"2026-12-08T16:00:00Z"_s));
        const EventTime next = timed(at(u"2027-12-08T16:00:00Z"_s));
        const Instant now = at(u"2026-11-28T12:00:00Z"_s);
        QCOMPARE(ru.eventTimeShort(last, moscow(), now), u"8 декабря, 19:00"_s);
        QCOMPARE(ru.eventTimeShort(next, moscow(), now), u"8 декабря 2027, 19:00"_s);
    }

    void anUnknownZoneIsSaid()
    {
        const Instant start = at(u"2026-05-12T16:00:00Z"_s);
        Venue venue = samara();
        for (const QByteArray &zone : {QByteArray(), QByteArray("Nowhere/At_all"), QByteArray("../../etc/passwd")}) {
            venue.timeZone = zone;
            QCOMPARE(en.eventTime(timed(start), venue, start), u"Tue 12 May, 19:00 by the counter's clock"_s);
            QCOMPARE(en.eventTimeLong(timed(start), venue, start), u"Tuesday, 12 May, 19:00 by the counter's clock"_s);
            QCOMPARE(en.eventTimeBesideDay(timed(start), venue, start), u"19:00*"_s);
        }
    }

    void monthsStandInTheGenitive()
    {
        const QStringList months{u"января"_s, u"февраля"_s, u"марта"_s,    u"апреля"_s,  u"мая"_s,    u"июня"_s,
                                 u"июля"_s,   u"августа"_s, u"сентября"_s, u"октября"_s, u"ноября"_s, u"декабря"_s};
        for (int month = 1; month <= 12; ++month) {
            const Instant day = toInstant(QDateTime(QDate(2026, month, 3), QTime(12, 0), Qt::UTC));
            QCOMPARE(ru.eventMonth(timed(day), moscow(), day).section(u',', 0, 0), months.at(month - 1));
            QVERIFY(ru.eventTime(timed(day), moscow(), day).startsWith(u"3 "_s + months.at(month - 1)));
        }
    }

    void clocksAreTheCounters()
    {
        const Instant moment = at(u"2026-05-12T11:21:06.999999Z"_s);
        QCOMPARE(ru.clock(moment), u"14:21"_s);
        QCOMPARE(ru.clockSeconds(moment), u"14:21:06"_s);
        QCOMPARE(ru.moment(moment, at(u"2026-05-12T20:59:59Z"_s)), u"14:21"_s);
        QCOMPARE(ru.moment(moment, at(u"2026-05-12T21:00:00Z"_s)), u"12 мая, 14:21"_s);
        QCOMPARE(en.moment(moment, at(u"2027-05-12T11:21:06Z"_s)), u"12 May 2026, 14:21"_s);
    }

    void timeLeft_data()
    {
        QTest::addColumn<std::chrono::seconds>("left");
        QTest::addColumn<QString>("figure");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("ago");
        QTest::newRow("below zero") << -5s << u"00:00"_s << u"time is up"_s << u"0 s"_s;
        QTest::newRow("zero") << 0s << u"00:00"_s << u"time is up"_s << u"0 s"_s;
        QTest::newRow("seconds") << 4s << u"00:04"_s << u"4 second(s)"_s << u"4 s"_s;
        QTest::newRow("a minute") << 60s << u"01:00"_s << u"1 minute(s)"_s << u"1 min"_s;
        QTest::newRow("sketch") << std::chrono::seconds(27min + 41s) << u"27:41"_s << u"27 minute(s) 41 second(s)"_s
                                << u"27 min 41 s"_s;
        QTest::newRow("just below an hour")
            << 3599s << u"59:59"_s << u"59 minute(s) 59 second(s)"_s << u"59 min 59 s"_s;
        QTest::newRow("an hour") << 3600s << u"1:00:00"_s << u"1 hour(s)"_s << u"1 h"_s;
        QTest::newRow("the seller collects") << std::chrono::seconds(11h + 59min + 3s) << u"11:59:03"_s
                                             << u"11 hour(s) 59 minute(s) 3 second(s)"_s << u"11 h 59 min"_s;
        QTest::newRow("days") << std::chrono::seconds(50h) << u"50:00:00"_s << u"50 hour(s)"_s << u"50 h"_s;
    }

    void timeLeft()
    {
        QFETCH(std::chrono::seconds, left);
        QFETCH(QString, figure);
        QFETCH(QString, words);
        QFETCH(QString, ago);
        QCOMPARE(en.timeLeft(left), figure);
        QCOMPARE(ru.timeLeft(left), figure);
        QCOMPARE(en.timeLeftWords(left), words);
        QCOMPARE(en.ago(left), ago);
    }

    void everyStateHasItsOwnWord()
    {
        QSet<QString> words;
        for (const OrderStatus status : allOrderStatuses)
            words.insert(en.status(status));
        QCOMPARE(words.size(), qsizetype(allOrderStatuses.size()));
        QVERIFY(!words.contains(QString()));
    }

    void history()
    {
        using What = HistoryEntry::What;
        const Instant now = at(u"2026-05-12T11:21:06Z"_s);
        const auto line = [this](const HistoryEntry &entry, const QString &label = {}) {
            return en.history(entry, label);
        };
        QCOMPARE(line({.at = now, .what = What::Created, .till = now + 10min}), u"created, seats held until 14:31"_s);
        QCOMPARE(line({.at = now, .what = What::Created}), u"created"_s);
        QCOMPARE(line({.at = now, .what = What::PaymentStarted, .till = now + 12h}),
                 u"payment started, held until 13 May, 02:21"_s);
        const HistoryEntry chosen{.at = now, .what = What::SystemChosen, .words = u"api/BASE"_s};
        QCOMPARE(line(chosen, u"Card %1"_s), u"payment method: Card %1"_s); // nothing is put into a label
        QCOMPARE(line(chosen), u"payment method: api/BASE"_s);

        const ApiError lost{.kind = ErrorKind::ConnectionLost, .effect = Effect::Possible};
        QCOMPARE(line({.at = now, .what = What::StepFailed, .error = lost}), u"outcome unknown: no connection"_s);
        const ApiError busy{.kind = ErrorKind::Conflict};
        QCOMPARE(line({.at = now, .what = What::StepFailed, .error = busy}), u"did not work: the server is busy"_s);
        QCOMPARE(line({.at = now, .what = What::StepFailed}), u"did not work"_s);
        QCOMPARE(line({.at = now, .what = What::StepFailed, .step = Step::Cancel}), u"cancellation: did not work"_s);
        QCOMPARE(line({.at = now, .what = What::StepFailed, .step = Step::Confirm, .error = lost}),
                 u"confirmation of the money: outcome unknown: no connection"_s);
    }

    void percentages()
    {
        QCOMPARE(en.percent(1000), u"10%"_s);
        QCOMPARE(en.percent(450), u"4.5%"_s);
        QCOMPARE(en.percent(5), u"0.05%"_s);
        QCOMPARE(ru.percent(405), u"4,05\u00a0%"_s);
    }

    void waysToPay()
    {
        const QList<PaymentSystem> systems = defaultPaymentSystems();
        const Order order{.tickets = {TicketId::parse(QString(24, u't')).value()}, .value = Money::fromMinor(100)};
        Order free = order;
        free.value = Money();
        QCOMPARE(en.wayToPay(order, u"api/BASE"_s, systems), u"Pay at the counter"_s);
        QCOMPARE(en.wayToPay(order, u"platron/CASH"_s, systems), u"platron/CASH"_s);
        QCOMPARE(en.wayToPay(order, u"554b31d49cb538549d038eb4"_s, systems), QString());
        QCOMPARE(en.wayToPay(order, QString(), systems), QString());
        QCOMPARE(en.wayToPay(free, u"api/BASE"_s, systems), u"free, no money"_s);
        QCOMPARE(en.wayToPay(free, QString(), systems), u"free, no money"_s);
        QCOMPARE(en.wayToPay(free, u"system/INVITATION"_s, systems), u"Invitation"_s);
    }

    void historyHasALineForEverything()
    {
        using What = HistoryEntry::What;
        QSet<QString> lines;
        const QList<What> all{
            What::Created,           What::CreatedPartly,     What::CreatedEmpty,   What::SystemChosen,
            What::PaymentStarted,    What::PaidOnPage,        What::Collected,      What::Canceled,
            What::CanceledInPayment, What::CanceledElsewhere, What::Expired,        What::Refunded,
            What::StepFailed,        What::IssuedFree,        What::TicketsChanged, What::CodesChanged,
            What::SumQuoted,         What::FewerAccepted,     What::TicketsByEmail};
        for (const What what : all)
            lines.insert(en.history({.what = what}, {}));
        QCOMPARE(lines.size(), all.size());
    }

    void changesOfAnOrder()
    {
        using What = HistoryEntry::What;
        QCOMPARE(en.history({.what = What::TicketsChanged, .words = u"4 3"_s}, {}),
                 u"tickets changed: 4 ticket(s) asked for, 3 ticket(s) there"_s);
        QCOMPARE(en.history({.what = What::TicketsChanged, .words = u"3 3"_s}, {}), u"tickets changed: 3 ticket(s)"_s);
        const SumChange sums{{.total = Money::fromMinor(20000)}, {.total = Money::fromMinor(30000)}};
        QCOMPARE(en.history({.what = What::SumQuoted, .words = sums.toWords()}, {}),
                 u"new sum: it was ₽200.00, now it is ₽300.00"_s);
    }

    void printingOfAnOrder()
    {
        using What = HistoryEntry::What;
        const auto line = [this](What what, const QString &words) {
            return en.history({.what = what, .words = words}, {});
        };
        QCOMPARE(line(What::Printed, u"3"_s), u"printed: 3 ticket(s)"_s);
        QCOMPARE(line(What::PrintedAgain, u"2 4"_s), u"printed again as a duplicate (no. 4): 2 ticket(s)"_s);
        QCOMPARE(line(What::Printed, u"3 Roll 80"_s), u"printed on “Roll 80”: 3 ticket(s)"_s);
        QCOMPARE(line(What::PrintedAgain, u"2 4 Roll 80"_s),
                 u"printed again on “Roll 80” as a duplicate (no. 4): 2 ticket(s)"_s);
        QCOMPARE(line(What::ReceiptPrinted, u"0 Roll 80"_s), u"receipt printed on “Roll 80”"_s);
        QCOMPARE(line(What::SavedAsFile, u"2 0"_s), u"saved as a PDF file: 2 ticket(s)"_s);
        QCOMPARE(line(What::SavedAsFile, u"2 1"_s), u"saved again as a PDF file, duplicate no. 1: 2 ticket(s)"_s);
        QCOMPARE(line(What::PrintGivenUp, u"2 paper-out"_s), u"printing given up (no paper): 2 ticket(s)"_s);
        QCOMPARE(line(What::PrintGivenUp, u"2 none"_s), u"printing given up: 2 ticket(s)"_s);
        QCOMPARE(line(What::BlanksSpoiled, u"1 105 torn up"_s), u"1 blank(s) spoiled, from number 105: torn up"_s);
        QCOMPARE(line(What::BlanksSpoiled, u"2 0 torn"_s), u"2 blank(s) spoiled: torn"_s);
        QCOMPARE(line(What::BlanksUsed, u"3 1001"_s), u"3 blank(s) used: 1001–1003"_s);
        QCOMPARE(line(What::BlanksUsed, u"1 1001"_s), u"1 blank(s) used: 1001"_s);
        QCOMPARE(line(What::BlanksUsed, u"2 0"_s), u"2 blank(s) used, without known numbers"_s);
        QCOMPARE(line(What::ReceiptPrinted, {}), u"receipt printed"_s);
        QCOMPARE(line(What::RefundedOnPaper, u"2"_s),
                 u"refunded, but printed or perhaps printed: the paper of 2 ticket(s) has to be taken back"_s);
        QCOMPARE(line(What::PrintNotNeeded, {}), u"no tickets on paper are needed"_s);
    }

    /// Plurals and words as a cashier reads them.
    void russianWords()
    {
        registerTranslations();
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/okoshko_ru.qm"_s));
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(ru.tickets(1), u"1 билет"_s);
        QCOMPARE(ru.tickets(2), u"2 билета"_s);
        QCOMPARE(ru.tickets(5), u"5 билетов"_s);
        QCOMPARE(ru.tickets(11), u"11 билетов"_s);
        QCOMPARE(ru.tickets(21), u"21 билет"_s);
        QCOMPARE(ru.tickets(112), u"112 билетов"_s);
        QCOMPARE(ru.timeLeftWords(27min + 41s), u"27 минут 41 секунда"_s);
        QCOMPARE(ru.timeLeftWords(1h + 2min + 3s), u"1 час 2 минуты 3 секунды"_s);
        QCOMPARE(ru.timeLeftWords(0s), u"время вышло"_s);
        QCOMPARE(ru.ago(127s), u"2 мин 7 с"_s);
        QCOMPARE(ru.status(OrderStatus::Executed), u"Бронь"_s);
        QCOMPARE(ru.status(OrderStatus::InProgress), u"Оплата"_s);
        QCOMPARE(ru.status(OrderStatus::Done), u"Оплачен"_s);
        QCOMPARE(ru.status(OrderStatus::Canceled), u"Отменён"_s);
        QCOMPARE(ru.status(OrderStatus::Expired), u"Бронь истекла"_s);
        QCOMPARE(ru.status(OrderStatus::Refunded), u"Возврат"_s);
        QCOMPARE(ru.status(OrderStatus::Unknown), u"Неизвестно"_s);
        const Instant start = at(u"2026-05-12T16:00:00Z"_s);
        QCOMPARE(ru.eventTimeLong(timed(start), samara(), start),
                 u"вторник, 12 мая, 20:00 (Самара, +1 ч к времени кассы)"_s);
        QCOMPARE(ru.eventTimeShort(timed(start), Venue(), start), u"сегодня, 19:00 по времени кассы"_s);
        EventTime festival = timed(at(u"2026-05-12T09:00:00Z"_s));
        festival.end = at(u"2026-05-14T19:00:00Z"_s);
        QCOMPARE(ru.eventTime(festival, moscow(), start), u"12–14 мая, с 12:00"_s);
        QCOMPARE(ru.history({.at = start, .what = HistoryEntry::What::Created, .till = start + 10min}, {}),
                 u"создан, места держим до 19:10"_s);
        QCoreApplication::removeTranslator(&translator);
    }

    void englishPlurals()
    {
        registerTranslations();
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/okoshko_en.qm"_s));
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(en.tickets(1), u"1 ticket"_s);
        QCOMPARE(en.tickets(2), u"2 tickets"_s);
        QCOMPARE(en.timeLeftWords(1h + 2min + 1s), u"1 hour 2 minutes 1 second"_s);
        QCoreApplication::removeTranslator(&translator);
    }

private:
    const Format ru{Format::Language::Russian};
    const Format en{Format::Language::English};
};

} // namespace okoshko::test::tst_format

OKOSHKO_TEST(tst_format, FormatTest, QCoreApplication)
#include "tst_format.moc"
