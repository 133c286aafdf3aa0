// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/Decoding.h"
#include "tests/unit/api/Samples.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1decodeevent {

/// Events with their sets, times of calendars, and the server's words.
class TestV1DecodeEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void bare();
    void references();
    void vevent_data();
    void vevent();
    void unknownZones_data();
    void unknownZones();
    void emptyCityNames();
    void days_data();
    void days();
    void prices_data();
    void prices();
    void seating_data();
    void seating();
    void hugeAmounts();
    void positions();
    void timeZones_data();
    void timeZones();
    void wrong_data();
    void wrong();
    void feeOfTheDeal_data();
    void feeOfTheDeal();
    void unreadableSets();
    void sectors();
    void setsThatAreNotTold_data();
    void setsThatAreNotTold();
    void markup();
    void words_data();
    void words();
};

namespace {

constexpr auto whole = R"([{
    "id": "000000000000000000000001", "title": {"text": "Чайка", "desc": "Комедия"},
    "lifetime": "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE-TIME:20160512T200000Z\r\nDTEND;VALUE=DATE-TIME:20160512T220000Z\r\nEND:VEVENT\r\n",
    "status": "public", "age_rating": "12+", "org": {"id": "000000000000000000000002", "name": "Театр"},
    "legal_detail": {"name": "ООО «Театр»", "inn": 7700000000, "ogrn": "1027700000000", "address": "Ленина, 1"},
    "venue": {"id": "000000000000000000000003", "name": "Сцена", "address": "Ленина, 1",
        "city": {"id": 524901, "name": {"ru": "Москва", "en": "Moscow"}, "timezone": "Europe/Moscow"},
        "country": {"id": "RU"}, "point": {"type": "Point", "coordinates": [37.6, 55.7]}},
    "map": null, "media": {"cover": null}, "tags": ["x"], "tickets_amount": 12, "tickets_amount_vacant": 5,
    "sets": [
      {"id": "000000000000000000000005", "pos": 2, "name": "Балкон", "amount": 10, "amount_vacant": 4,
       "price_org": "90.00", "price_extra": "10.00", "price": "100.00", "with_seats": true, "seats": {"1": [[1, 5]]},
       "rules": [{"id": "000000000000000000000006", "current": true, "price_org": "90.00", "price_extra": "10.00",
                  "price": "100.00",
                  "cal": "BEGIN:VEVENT\r\nDTSTART:20160401T000000Z\r\nDTEND:20160501T000000Z\r\nEND:VEVENT\r\n"},
                 {"id": "000000000000000000000007", "current": false, "price_org": "140.00", "price_extra": "10.00",
                  "price": "150.00", "cal": null}]},
      {"id": "000000000000000000000004", "pos": 1, "name": "Партер", "desc": "стоя", "amount": 2, "amount_vacant": 1,
       "price": "200.00", "rules": []}]}])";

Result<QList<Event>> decode(const QByteArray &body)
{
    return v1::decodeList(body, v1::decodeEvent).map([](const v1::Elements<Event> &read) { return read.list; });
}

QJsonObject bareSet()
{
    return {{"id"_L1, idText(4)}, {"price"_L1, u"100.00"_s}};
}

QJsonObject bareEvent()
{
    return {{"id"_L1, idText(1)}};
}

Result<QList<Event>> decodeWithSet(const QJsonObject &set)
{
    return decode(bytes(QJsonArray{with(bareEvent(), u"sets"_s, QJsonArray{set})}));
}

QJsonObject rule(bool current, const QJsonObject &prices)
{
    QJsonObject json = prices;
    json["id"_L1] = idText(7);
    json["current"_L1] = current;
    return json;
}

} // namespace

void TestV1DecodeEvent::whole()
{
    const auto events = decode(tst_v1decodeevent::whole);
    QVERIFY2(events.has_value(), events ? "" : qPrintable(events.error().toLogLine()));
    Event expected;
    expected.id = id<EventId>(1);
    expected.title = u"Чайка"_s;
    expected.description = u"Комедия"_s;
    expected.start = parseInstant(u"2016-05-12T20:00:00Z"_s);
    expected.end = parseInstant(u"2016-05-12T22:00:00Z"_s);
    expected.sale = Event::Sale::Open;
    expected.ageRating = u"12+"_s;
    expected.venue = {
        id<VenueId>(3), u"Сцена"_s, u"Ленина, 1"_s, {{u"ru"_s, u"Москва"_s}, {u"en"_s, u"Moscow"_s}}, "Europe/Moscow"};
    expected.organiser = id<PartnerId>(2);
    expected.legal = Legal{u"ООО «Театр»"_s, u"7700000000"_s, u"1027700000000"_s, {}, u"Ленина, 1"_s};
    expected.amount = 12;
    expected.vacant = 5;
    TicketSet stalls;
    stalls.id = id<SetId>(4);
    stalls.position = 1;
    stalls.name = u"Партер"_s;
    stalls.description = u"стоя"_s;
    stalls.amount = 2;
    stalls.vacant = 1;
    stalls.price = Money::fromMinor(20000);
    TicketSet balcony;
    balcony.id = id<SetId>(5);
    balcony.position = 2;
    balcony.name = u"Балкон"_s;
    balcony.amount = 10;
    balcony.vacant = 4;
    balcony.face = Money::fromMinor(9000);
    balcony.fee = Money::fromMinor(1000);
    balcony.price = Money::fromMinor(10000);
    balcony.seating = TicketSet::Seating::Numbered;
    balcony.rules = {{id<RuleId>(6), parseInstant(u"2016-04-01T00:00:00Z"_s), parseInstant(u"2016-05-01T00:00:00Z"_s),
                      Money::fromMinor(9000), Money::fromMinor(1000), Money::fromMinor(10000),
                      PriceRule::State::Current},
                     {id<RuleId>(7), std::nullopt, std::nullopt, Money::fromMinor(14000), Money::fromMinor(1000),
                      Money::fromMinor(15000), PriceRule::State::Other}};
    expected.sets = {stalls, balcony}; // by position
    QVERIFY(*events == QList<Event>{expected});
}

void TestV1DecodeEvent::bare()
{
    const auto events = decode(bytes(QJsonArray{bareEvent()}));
    QVERIFY(events.has_value());
    Event expected;
    expected.id = id<EventId>(1);
    expected.setList = Event::SetList::NotReported;
    QVERIFY(events->first() == expected);
    QCOMPARE(events->first().sale, Event::Sale::NotReported);
}

void TestV1DecodeEvent::references()
{
    QJsonObject json = bareEvent();
    json["venue"_L1] = idText(3);
    json["title"_L1] = u"Чайка"_s;
    const auto events = decode(bytes(QJsonArray{json}));
    QVERIFY2(events.has_value(), events ? "" : qPrintable(events.error().toLogLine()));
    QCOMPARE(events->first().venue.id, id<VenueId>(3));
    QCOMPARE(events->first().title, u"Чайка"_s);
}

void TestV1DecodeEvent::vevent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const QString start = u"2016-05-12T20:00:00Z"_s;
    const QString end = u"2016-05-12T22:30:00Z"_s;
    QTest::newRow("as documented") << u"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE-TIME:20160512T200000Z\r\n"
                                      "DTEND;VALUE=DATE-TIME:20160512T223000Z\r\nEND:VEVENT\r\n"_s
                                   << start << end;
    QTest::newRow("bare names") << u"DTSTART:20160512T200000Z\r\nDTEND:20160512T223000Z"_s << start << end;
    QTest::newRow("newlines") << u"DTEND:20160512T223000Z\nDTSTART:20160512T200000Z\n"_s << start << end;
    // This hour did not exist on the clocks of Moscow, where the tests run; in UTC it did.
    QTest::newRow("in a gap of the local zone")
        << u"DTSTART:20110327T023000Z"_s << u"2011-03-27T02:30:00Z"_s << QString();
    QTest::newRow("no end") << u"BEGIN:VEVENT\r\nDTSTART:20160512T200000Z\r\nEND:VEVENT"_s << start << QString();
    QTest::newRow("no start") << u"DTEND:20160512T223000Z"_s << QString() << end;
    QTest::newRow("empty") << QString() << QString() << QString();
    // Local ones are read in Yekaterinburg, five hours ahead.
    QTest::newRow("day only") << u"DTSTART;VALUE=DATE:20160512\r\nDTEND;VALUE=DATE:20160514"_s
                              << u"2016-05-11T19:00:00Z"_s << u"2016-05-13T19:00:00Z"_s;
    QTest::newRow("local time") << u"DTSTART;VALUE=DATE-TIME:20160512T200000"_s << u"2016-05-12T15:00:00Z"_s
                                << QString();
    QTest::newRow("named zone") << u"DTSTART;TZID=Europe/Moscow:20160512T200000"_s << u"2016-05-12T17:00:00Z"_s
                                << QString();
    for (const QString &name :
         {u"\"Europe/Moscow\""_s, u"/freeassociation.sourceforge.net/Europe/Moscow"_s,
          u"\"/citadel.org/20210210_1/Europe/Moscow\""_s, u"\"Europe/Moscow\";X=\"a:b;c\""_s, u"Etc/Europe/Moscow"_s})
        QTest::newRow(qPrintable(u"zone written as "_s + name))
            << QString(u"DTSTART;TZID="_s + name + u":20160512T200000"_s) << u"2016-05-12T17:00:00Z"_s << QString();
    QTest::newRow("zone of three parts") << u"DTSTART;TZID=/x.org/America/Argentina/Buenos_Aires:20160512T200000"_s
                                         << u"2016-05-12T23:00:00Z"_s << QString();
    QTest::newRow("zone in small letters")
        << u"dtstart;tzid=Europe/Moscow:20160512T200000"_s << u"2016-05-12T17:00:00Z"_s << QString();
    QTest::newRow("zone that nobody knows")
        << u"DTSTART;TZID=Foo/Bar:20160512T200000"_s << u"2016-05-12T15:00:00Z"_s << QString();
    QTest::newRow("zone that is a path") << u"DTSTART;TZID=../../dev/zero:20160512T200000"_s
                                         << u"2016-05-12T15:00:00Z"_s << QString();
    QTest::newRow("year 0") << u"DTSTART:00000512T200000Z"_s << QString() << QString();
    QTest::newRow("year that is no number") << u"DTEND:20\uFFFD60512T220000Z"_s << QString() << QString();
    QTest::newRow("signs") << u"DTSTART:2016+5-2T20+0-0Z"_s << QString() << QString();
    QTest::newRow("no such minute") << u"DTSTART:20160512T206000Z"_s << QString() << QString();
    QTest::newRow("short") << u"DTSTART:2016"_s << QString() << QString();
    QTest::newRow("no such day") << u"DTSTART:20160532T200000Z"_s << QString() << QString();
    QTest::newRow("other name") << u"XDTSTART:20160512T200000Z"_s << QString() << QString();
    QTest::newRow("words") << u"on Thursday"_s << QString() << QString();
}

void TestV1DecodeEvent::vevent()
{
    QFETCH(QString, text);
    QFETCH(QString, start);
    QFETCH(QString, end);
    const v1::Lifetime lifetime = v1::parseVEvent(text);
    const auto instant = [](const std::optional<v1::CalendarTime> &time) {
        return time ? v1::instantOf(*time, "Asia/Yekaterinburg") : std::nullopt;
    };
    QCOMPARE(instant(lifetime.start), parseInstant(start));
    QCOMPARE(instant(lifetime.end), parseInstant(end));
}

void TestV1DecodeEvent::days_data()
{
    QTest::addColumn<QString>("lifetime");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const QString day = u"DTSTART;VALUE=DATE:20270127"_s;
    const QString moscow = u"Europe/Moscow"_s;
    const QString midnight = u"2027-01-26T21:00:00Z"_s;
    const QString next = u"2027-01-27T21:00:00Z"_s;
    QTest::newRow("one day") << QString(day + u"\r\nDTEND;VALUE=DATE:20270128"_s) << moscow << midnight << next;
    QTest::newRow("no end") << day << moscow << midnight << next;
    QTest::newRow("ends with the day it begins")
        << QString(day + u"\r\nDTEND;VALUE=DATE:20270127"_s) << moscow << midnight << next;
    QTest::newRow("three days") << QString(day + u"\r\nDTEND;VALUE=DATE:20270130"_s) << moscow << midnight
                                << u"2027-01-29T21:00:00Z"_s;
    QTest::newRow("another zone") << day << u"Asia/Kamchatka"_s << u"2027-01-26T12:00:00Z"_s
                                  << u"2027-01-27T12:00:00Z"_s;
    // The tests' computer stands in Moscow.
    QTest::newRow("no zone") << day << QString() << midnight << next;
    QTest::newRow("unknown zone") << day << u"Europe/Atlantis"_s << midnight << next;
}

/// The venue stands behind the time in the body, as the server writes it.
void TestV1DecodeEvent::days()
{
    QFETCH(QString, lifetime);
    QFETCH(QString, zone);
    QFETCH(QString, start);
    QFETCH(QString, end);
    QJsonObject json = with(bareEvent(), u"lifetime"_s, lifetime);
    json["venue"_L1] = QJsonObject{{"city"_L1, QJsonObject{{"timezone"_L1, zone}}}};
    const auto events = decode(bytes(QJsonArray{json}));
    QVERIFY(events.has_value());
    const Event &event = events->first();
    QCOMPARE(event.dates, Event::Dates::DaysOnly);
    QCOMPARE(event.start, parseInstant(start));
    QCOMPARE(event.end, parseInstant(end));
}

void TestV1DecodeEvent::unknownZones_data()
{
    QTest::addColumn<QString>("lifetime");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("start");
    const QString counters = u"2016-05-12T17:00:00Z"_s; // the tests' computer stands in Moscow
    const QByteArray told = "Asia/Kamchatka";
    QTest::newRow("its start") << u"DTSTART;TZID=Foo/Bar:20160512T200000"_s << QByteArray() << counters;
    QTest::newRow("in words") << u"DTSTART;TZID=\"Russian Standard Time\":20160512T200000"_s << QByteArray()
                              << counters;
    QTest::newRow("its end") << u"DTSTART:20160512T200000\r\nDTEND;TZID=Foo/Bar:20160512T210000"_s << QByteArray()
                             << counters;
    QTest::newRow("of a time in UTC") << u"DTSTART;TZID=Foo/Bar:20160512T200000Z"_s << told
                                      << u"2016-05-12T20:00:00Z"_s;
    QTest::newRow("known") << u"DTSTART;TZID=\"Europe/Moscow\":20160512T200000"_s << told << counters;
    QTest::newRow("none") << u"DTSTART:20160512T200000"_s << told << u"2016-05-12T08:00:00Z"_s;
}

/// A time in a zone that nobody knows is shown as it is written, as that of a venue without a zone (Format).
void TestV1DecodeEvent::unknownZones()
{
    QFETCH(QString, lifetime);
    QFETCH(QString, start);
    QJsonObject json = with(bareEvent(), u"lifetime"_s, lifetime);
    json["venue"_L1] = QJsonObject{{"city"_L1, QJsonObject{{"timezone"_L1, u"Asia/Kamchatka"_s}}}};
    const auto events = decode(bytes(QJsonArray{json}));
    QVERIFY(events.has_value());
    QTEST(events->first().venue.timeZone, "zone");
    QCOMPARE(events->first().start, parseInstant(start));
}

void TestV1DecodeEvent::emptyCityNames()
{
    const QJsonObject names{{"aa"_L1, QString()}, {"de"_L1, u"Moskau"_s}, {"en"_L1, u" "_s}, {"ru"_L1, u"<b></b>"_s}};
    const QJsonObject venue{{"city"_L1, QJsonObject{{"name"_L1, names}}}};
    const auto events = decode(bytes(QJsonArray{with(bareEvent(), u"venue"_s, venue)}));
    QVERIFY(events.has_value());
    QCOMPARE(events->first().venue.cityNames, (QHash<QString, QString>{{u"de"_s, u"Moskau"_s}}));
    const QJsonObject blank{{"city"_L1, QJsonObject{{"name"_L1, u" "_s}}}};
    const auto others = decode(bytes(QJsonArray{with(bareEvent(), u"venue"_s, blank)}));
    QVERIFY(others.has_value());
    QVERIFY(others->first().venue.cityNames.isEmpty());
}

void TestV1DecodeEvent::prices_data()
{
    QTest::addColumn<QJsonObject>("set");
    QTest::addColumn<qint64>("face");
    QTest::addColumn<qint64>("fee");
    QTest::addColumn<qint64>("price");
    const QJsonObject none{{"id"_L1, idText(4)}};
    const QJsonObject parts{{"price_org"_L1, u"90.00"_s}, {"price_extra"_L1, u"10.00"_s}};
    const QJsonObject total{{"price"_L1, u"100.00"_s}};
    QTest::newRow("its own") << with(none, u"price"_s, u"70.00"_s) << -1LL << -1LL << 7000LL;
    QTest::newRow("of the current rule") << with(none, u"rules"_s, QJsonArray{rule(false, {}), rule(true, total)})
                                         << -1LL << -1LL << 10000LL;
    QTest::newRow("of the rule's parts") << with(none, u"rules"_s, QJsonArray{rule(true, parts)}) << 9000LL << 1000LL
                                         << 10000LL;
    QTest::newRow("between two rules") << with(none, u"rules"_s, QJsonArray{rule(false, total)}) << -1LL << -1LL
                                       << -1LL;
    QTest::newRow("none at all") << none << -1LL << -1LL << -1LL;
    QTest::newRow("its own before the rule's")
        << with(with(none, u"rules"_s, QJsonArray{rule(true, parts)}), u"price"_s, u"70.00"_s) << 9000LL << 1000LL
        << 7000LL;
}

void TestV1DecodeEvent::prices()
{
    QFETCH(QJsonObject, set);
    const auto events = decodeWithSet(set);
    QVERIFY2(events.has_value(), events ? "" : qPrintable(events.error().toLogLine()));
    const TicketSet &read = events->first().sets.first();
    const auto minor = [](const std::optional<Money> &sum) { return sum ? sum->minor() : -1; };
    QTEST(minor(read.face), "face");
    QTEST(minor(read.fee), "fee");
    QTEST(minor(read.price), "price");
}

void TestV1DecodeEvent::seating_data()
{
    QTest::addColumn<QJsonValue>("told");
    QTest::addColumn<QJsonValue>("seats");
    QTest::addColumn<TicketSet::Seating>("seating");
    using Seating = TicketSet::Seating;
    const QJsonValue absent(QJsonValue::Undefined);
    const QJsonValue rows(QJsonObject{{"1"_L1, QJsonArray{QJsonArray{1, 5}}}});
    QTest::newRow("told") << QJsonValue(true) << absent << Seating::Numbered;
    QTest::newRow("told otherwise") << QJsonValue(false) << rows << Seating::Free;
    QTest::newRow("seats say it") << absent << rows << Seating::Numbered;
    QTest::newRow("null seats say it") << absent << QJsonValue(QJsonValue::Null) << Seating::Free;
    QTest::newRow("nothing said") << absent << absent << Seating::Free;
}

void TestV1DecodeEvent::seating()
{
    QFETCH(QJsonValue, told);
    QFETCH(QJsonValue, seats);
    const auto events = decodeWithSet(with(with(bareSet(), u"with_seats"_s, told), u"seats"_s, seats));
    QVERIFY(events.has_value());
    QTEST(events->first().sets.first().seating, "seating");
}

void TestV1DecodeEvent::hugeAmounts()
{
    constexpr int most = std::numeric_limits<int>::max();
    const QJsonArray sets{with(bareSet(), u"amount"_s, most), with(bareSet(), u"amount"_s, most)};
    const auto events = decode(bytes(QJsonArray{with(bareEvent(), u"sets"_s, sets)}));
    QVERIFY(events.has_value());
    QCOMPARE(events->first().amount, most);
}

void TestV1DecodeEvent::positions()
{
    const qint64 beyond = Q_INT64_C(1) << 32;
    const QJsonArray sets{with(bareSet(), u"pos"_s, beyond), with(bareSet(), u"pos"_s, 1),
                          with(bareSet(), u"pos"_s, -beyond)};
    const auto events = decode(bytes(QJsonArray{with(bareEvent(), u"sets"_s, sets)}));
    QVERIFY(events.has_value());
    QCOMPARE(events->first().sets.at(0).position, std::numeric_limits<int>::min());
    QCOMPARE(events->first().sets.at(1).position, 1);
    QCOMPARE(events->first().sets.at(2).position, std::numeric_limits<int>::max());
}

void TestV1DecodeEvent::timeZones_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QByteArray>("zone");
    for (const QString &name : {u"Europe/Moscow"_s, u"America/Argentina/ComodRivadavia"_s, u"Etc/GMT+5"_s, u"UTC"_s})
        QTest::newRow(qPrintable(name)) << name << name.toLatin1();
    // A zone is looked up as a file of this computer.
    for (const QString &path : {u"../../../dev/zero"_s, u"/etc/localtime"_s, u"Europe/../UTC"_s, u"./UTC"_s,
                                u"Europe//X"_s, u"EST5EDT,M3.2.0,M11.1.0"_s, u"Европа/Москва"_s, QString(65, u'x')})
        QTest::newRow(qPrintable(path.left(30))) << path << QByteArray();
}

void TestV1DecodeEvent::timeZones()
{
    QFETCH(QString, told);
    const QJsonObject venue{{"city"_L1, QJsonObject{{"timezone"_L1, told}}}};
    const auto events = decode(bytes(QJsonArray{with(bareEvent(), u"venue"_s, venue)}));
    QVERIFY(events.has_value());
    QTEST(events->first().venue.timeZone, "zone");
}

void TestV1DecodeEvent::wrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("sets"); // that are left of three; -1: the event is left out
    const auto event = [](const char *name, const QString &key, const QJsonValue &value, const QString &field,
                          int sets) {
        const QJsonObject json = with(bareEvent(), u"sets"_s, QJsonArray{bareSet(), bareSet(), bareSet()});
        QTest::newRow(name) << bytes(QJsonArray{bareEvent(), with(json, key, value), bareEvent()}) << field << sets;
    };
    const auto set = [](const char *name, const QString &key, const QJsonValue &value, const QString &field, int sets) {
        const QJsonArray list{bareSet(), with(bareSet(), key, value), bareSet()};
        QTest::newRow(name) << bytes(QJsonArray{bareEvent(), with(bareEvent(), u"sets"_s, list), bareEvent()})
                            << QString(u"[1].sets[1]."_s + field) << sets;
    };
    event("no id", u"id"_s, QJsonValue::Undefined, u"[1].id"_s, -1);
    event("an id of another form", u"id"_s, 5, u"[1].id"_s, -1);
    event("venue a number", u"venue"_s, 5, u"[1].venue"_s, 3);
    event("title a list", u"title"_s, QJsonArray(), u"[1].title"_s, 3);
    event("title's text", u"title"_s, QJsonObject{{"text"_L1, 5}}, u"[1].title.text"_s, 3);
    event("city a text", u"venue"_s, QJsonObject{{"city"_L1, u"Москва"_s}}, u"[1].venue.city"_s, 3);
    event("sets an object", u"sets"_s, QJsonObject(), u"[1].sets"_s, 0);
    event("a set null", u"sets"_s, QJsonArray{QJsonValue::Null, bareSet()}, u"[1].sets[0].id"_s, 1);
    event("amount negative", u"tickets_amount"_s, -1, u"[1].tickets_amount"_s, 3);
    event("amount huge", u"tickets_amount"_s, 1e15, u"[1].tickets_amount"_s, 3);
    event("vacancies words", u"tickets_amount_vacant"_s, u"many"_s, u"[1].tickets_amount_vacant"_s, 3);
    event("rating a fraction", u"age_rating"_s, 12.5, u"[1].age_rating"_s, 3);
    event("map a text", u"map"_s, u"x"_s, u"[1].map"_s, 3);
    set("id", u"id"_s, u"x"_s, u"id"_s, 2);
    set("price a number", u"price"_s, 100, u"price"_s, 2);
    set("price words", u"price"_s, u"abc"_s, u"price"_s, 2);
    set("fee words", u"price_extra"_s, u"abc"_s, u"price_extra"_s, 2);
    set("vacant a fraction", u"amount_vacant"_s, 0.5, u"amount_vacant"_s, 2);
    set("with_seats a text", u"with_seats"_s, u"true"_s, u"with_seats"_s, 2);
    set("amount words", u"amount"_s, u"many"_s, u"amount"_s, 3);
    set("name a number", u"name"_s, 5, u"name"_s, 3);
    set("position a text", u"pos"_s, u"first"_s, u"pos"_s, 3);
    set("a rule's price", u"rules"_s, QJsonArray{rule(true, {{"price"_L1, u"1e3"_s}})}, u"rules[0].price"_s, 3);
    set("a rule a text", u"rules"_s, QJsonArray{u"x"_s}, u"rules[0]"_s, 3);
}

/// What cannot be read costs neither the events beside it, nor what else the event tells.
void TestV1DecodeEvent::wrong()
{
    QFETCH(QByteArray, body);
    QFETCH(int, sets);
    const auto events = v1::decodeList(body, v1::decodeEvent);
    QVERIFY(events.has_value());
    QCOMPARE(events->list.size(), sets < 0 ? 2 : 3);
    QCOMPARE(events->unreadable.elements, sets < 0 ? 1 : 0);
    QCOMPARE(events->unreadable.parts, sets < 0 ? 0 : 1);
    QCOMPARE(events->unreadable.first.size(), 1);
    QTEST(events->unreadable.first.first().field, "field");
    QCOMPARE(events->list.first(), events->list.last());
    if (sets < 0)
        return;
    // What is left out is not told: it is neither none nor nought.
    const Event &event = events->list.at(1);
    QCOMPARE(event.sets.size(), sets);
    for (const QString &field : {u"[1].tickets_amount"_s, u"[1].sets[1].amount"_s})
        QVERIFY(events->unreadable.first.first().field != field || !event.amount);
    QVERIFY(events->unreadable.first.first().field != u"[1].tickets_amount_vacant" || !event.vacant);
    QCOMPARE(event.ageRating, QString());
}

void TestV1DecodeEvent::feeOfTheDeal_data()
{
    QTest::addColumn<QJsonValue>("deal");
    QTest::addColumn<int>("percent"); // 0: none is told; -1: one of which nothing more is known
    const auto row = [](const char *name, const QJsonValue &extra, int percent) {
        QTest::newRow(name) << QJsonValue(QJsonObject{{u"extra"_s, extra}, {u"pfc"_s, false}}) << percent;
    };
    QTest::newRow("null") << QJsonValue(QJsonValue::Null) << 0;
    QTest::newRow("an id") << QJsonValue(idText(9)) << 0;
    QTest::newRow("without it") << QJsonValue(QJsonObject{{u"org"_s, u"95%"_s}}) << 0;
    row("as recorded in 2019", u"4%"_s, 400);
    row("as recorded in 2014", u"10.0%"_s, 1000);
    row("of two decimals", u"4.05 %"_s, 405);
    row("of nought", u"0.0%"_s, 0);
    row("empty", u""_s, 0);
    row("below nought", u"-5%"_s, 0);
    row("a sum", u"50.00"_s, -1);
    row("a number", 50, -1);
    row("over all", u"101%"_s, -1);
    row("words", u"by agreement"_s, -1);
}

void TestV1DecodeEvent::feeOfTheDeal()
{
    QFETCH(QJsonValue, deal);
    const auto events = decode(bytes(QJsonArray{with(bareEvent(), u"deal"_s, deal)}));
    QVERIFY(events.has_value());
    const std::optional<DealFee> fee = events->first().dealFee;
    QTEST(fee ? fee->percent.value_or(-1) : 0, "percent");
}

void TestV1DecodeEvent::unreadableSets()
{
    const QJsonArray list{QJsonValue::Null, bareSet(), with(bareSet(), u"price"_s, 5)};
    const auto events = decode(bytes(QJsonArray{with(bareEvent(), u"sets"_s, list)}));
    QVERIFY(events.has_value());
    QCOMPARE(events->first().unreadableSets, 2);
    QCOMPARE(events->first().amount, std::nullopt); // a sum of some of them would be too small
}

void TestV1DecodeEvent::sectors()
{
    const QByteArray body = R"([{"id": "000000000000000000000001", "map": {"sectors": [
        {"id": "54d7a0409cb538783b7bf8d5", "name": "Партер"}, null, {"id": 7, "name": "Балкон"}, {"id": "x"}, 5]},
        "sets": [{"id": "000000000000000000000004", "sector": "54d7a0409cb538783b7bf8d5", "price": "1.00"},
                 {"id": "000000000000000000000005", "sector": {"id": "y"}, "price": "1.00"},
                 {"id": "000000000000000000000006", "sector": null, "price": "1.00"}]}])";
    const auto events = decode(body);
    QVERIFY(events.has_value());
    const Event &event = events->first();
    QCOMPARE(event.sectorNames,
             (QHash<QString, QString>{{u"54d7a0409cb538783b7bf8d5"_s, u"Партер"_s}, {u"7"_s, u"Балкон"_s}}));
    QCOMPARE(event.sets.at(0).sector, u"54d7a0409cb538783b7bf8d5"_s);
    QCOMPARE(event.sets.at(1).sector, u"y"_s);
    QCOMPARE(event.sets.at(2).sector, QString());
}

void TestV1DecodeEvent::setsThatAreNotTold_data()
{
    QTest::addColumn<QJsonObject>("event");
    QTest::addColumn<Event::SetList>("list");
    using enum Event::SetList;
    QTest::newRow("absent") << bareEvent() << NotReported;
    QTest::newRow("null") << with(bareEvent(), u"sets"_s, QJsonValue::Null) << NotReported;
    QTest::newRow("no list") << with(bareEvent(), u"sets"_s, QJsonObject()) << NotReported;
    QTest::newRow("empty") << with(bareEvent(), u"sets"_s, QJsonArray()) << Reported;
    QTest::newRow("one") << with(bareEvent(), u"sets"_s, QJsonArray{bareSet()}) << Reported;
    QTest::newRow("one that cannot be read") << with(bareEvent(), u"sets"_s, QJsonArray{QJsonValue::Null}) << Reported;
}

void TestV1DecodeEvent::setsThatAreNotTold()
{
    QFETCH(QJsonObject, event);
    const auto events = decode(bytes(QJsonArray{event}));
    QVERIFY(events);
    QTEST(events->first().setList, "list");
}

void TestV1DecodeEvent::markup()
{
    const auto events = decode(R"([{
        "id": "000000000000000000000001",
        "title": {"text": "<b>Рок</b> &amp; ролл <3", "desc": "<p>Гость</p>и <i>новая</i><br>программа&nbsp;&laquo;Х&raquo;"},
        "venue": {"id": "000000000000000000000003", "name": "Клуб &laquo;Y&raquo;", "address": "Ленина,&nbsp;1<br/>вход",
                  "city": {"name": {"ru": "Орехово&ndash;Зуево"}}},
        "map": {"sectors": [{"id": "x", "name": "A &amp; B"}]},
        "sets": [{"id": "000000000000000000000004", "name": "Стол <span class='n'>5</span>", "desc": "a < b<br>c",
                  "price": "1.00"}]}])");
    QVERIFY(events);
    const Event &event = events->first();
    QCOMPARE(event.title, u"Рок & ролл <3"_s);
    QCOMPARE(event.description, u"Гость и новая программа «Х»"_s);
    QCOMPARE(event.venue.name, u"Клуб «Y»"_s);
    QCOMPARE(event.venue.address, u"Ленина, 1 вход"_s);
    QCOMPARE(event.venue.cityName(u"ru"_s), u"Орехово–Зуево"_s);
    QCOMPARE(event.sectorName(u"x"_s), u"A & B"_s);
    QCOMPARE(event.sets.first().name, u"Стол 5"_s);
    QCOMPARE(event.sets.first().description, u"a < b c"_s);
    // A long text is cut by what is shown of it.
    const QByteArray tags = QByteArray("<b>").repeated(1000);
    const auto tagged = decode(R"([{"id": "000000000000000000000001", "title": ")" + tags + R"(Чайка"}])");
    QVERIFY(tagged);
    QCOMPARE(tagged->first().title, u"Чайка"_s);
}

void TestV1DecodeEvent::words_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("texts") << QByteArray(R"({"errors": ["no such set", "sold out"]})") << u"no such set; sold out"_s;
    QTest::newRow("codes") << QByteArray(
                                  R"({"errors": [{"code": "promocode_not_found", "msg": "Нет кода"}, {"code": "x"}]})")
                           << u"Нет кода; x"_s;
    QTest::newRow("reason") << QByteArray(R"({"error": "HTTPBadRequest", "reason": "bad status"})") << u"bad status"_s;
    QTest::newRow("page") << QByteArray("<html><h1>502 Bad Gateway</h1></html>") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("{}") << QByteArray("{}") << QString();
    QTest::newRow("list") << QByteArray("[\"x\"]") << QString();
    QTest::newRow("other types") << QByteArray(R"({"errors": [1, null, [], {}], "reason": {}})") << QString();
    QTest::newRow("errors a text") << QByteArray(R"({"errors": "x", "reason": "y"})") << u"y"_s;
    QTest::newRow("terminal") << QByteArray(R"({"reason": "a\u001b[2Jb\u0007"})") << u"a [2Jb"_s;
    QTest::newRow("half a character") << QByteArray(R"({"reason": "a\ud800b"})") << u"a\ufffdb"_s;
    QTest::newRow("cut between halves") << QByteArray("{\"reason\": \"" + QByteArray(299, 'a') + "\xF0\x9F\x98\x80\"}")
                                        << QString(299, u'a') + u'…';
    QTest::newRow("lines") << QByteArray(R"({"errors": ["a\n\tb  c"]})") << u"a b c"_s;
    QTest::newRow("long") << QByteArray("{\"reason\": \"" + QByteArray(5000, 'a') + "\"}") << QString(299, u'a') + u'…';
}

void TestV1DecodeEvent::words()
{
    QFETCH(QByteArray, body);
    QTEST(v1::readServerWords(body).text, "words");
}

} // namespace okoshko::test::tst_v1decodeevent

OKOSHKO_TEST(tst_v1decodeevent, TestV1DecodeEvent, NoApplication)

#include "tst_v1decodeevent.moc"
