// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"
#include "models/sale/PriceBreakdown.h"
#include "models/tables/Format.h"
#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_realpayloads {

/// What a cashier sees of each of 62 payloads that were found in public material (tests/fixtures/real), at a counter in
/// Moscow on 20 January 2016; or the word about what cannot be read.
class TestRealPayloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasARow();
    void payloads_data();
    void payloads();
};

namespace {

const Instant now = *parseInstant(u"2016-01-20T09:00:00Z"_s);

QByteArray payload(const QString &name)
{
    QFile file(QStringLiteral(OKOSHKO_FIXTURES) + u"/real/"_s + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const Format &format()
{
    static const Format english(Format::Language::English);
    return english;
}

QString leftOf(const std::optional<int> &vacant, const std::optional<int> &amount)
{
    const auto words = [](const std::optional<int> &count) { return count ? QString::number(*count) : u"?"_s; };
    return words(vacant) + u" of "_s + words(amount) + u" left"_s;
}

QString priceWords(const PriceBreakdown &price)
{
    QString words = format().sum(price.total) + u" = "_s + format().sum(price.face);
    if (price.discount && !price.discount->isZero())
        words += u" - "_s + format().sum(price.discount);
    return words + u" + fee "_s + format().sum(price.fee);
}

QStringList seen(const Event &event)
{
    QStringList lines{QStringList{event.title, format().eventTimeLong(event, event.venue, now), event.venue.name,
                                  event.venue.cityName(u"en"_s), event.isOnSale() ? u"on sale"_s : u"closed"_s,
                                  event.isOver(now) ? u"over"_s : QString(), leftOf(event.vacant, event.amount)}
                          .join(u" | "_s)};
    for (const TicketSet &set : event.sets) {
        QStringList words{set.name, set.price ? priceWords(PriceBreakdown::of(set, 1)) : u"not for sale"_s,
                          leftOf(set.vacant, set.amount)};
        if (const PriceRule *next = set.nextRule(now))
            words << u"from "_s + format().venueTime(*next->from, event.venue, now) + u" "_s +
                         format().sum(next->price);
        if (set.seating == TicketSet::Seating::Numbered)
            words << u"seats in "_s + event.sectorName(set.sector);
        lines << u"  "_s + words.join(u" | "_s);
    }
    return lines;
}

QStringList seen(const Order &order)
{
    using Field = Order::Field;
    const auto told = [&order](Field field, const QString &words) { return order.has(field) ? words : u"?"_s; };
    QStringList words{
        told(Field::Number, format().orderNumber(order.number)), told(Field::Status, format().status(order.status)),
        told(Field::Tickets, QString::number(order.tickets.size()) + u" tickets"_s),
        priceWords(PriceBreakdown::of(order)),
        told(Field::ReservedTill, order.reservedTill ? format().moment(*order.reservedTill, now) : u"no hold"_s)};
    if (!order.payment.system.isEmpty())
        words << order.payment.system;
    if (!order.payment.redirectUrl.isEmpty())
        words << order.payment.redirectUrl.host();
    if (!order.customer.email.isEmpty())
        words << order.customer.email;
    if (!order.promoCodes.isEmpty())
        words << u"%1 promo codes"_s.arg(order.promoCodes.size());
    return {words.join(u" | "_s).replace(QChar(QChar::Nbsp), u' ')};
}

QString seatWords(const std::optional<Seat> &seat)
{
    return seat ? QStringList{seat->sector, seat->row, seat->number}.join(u'/') : u"no seat"_s;
}

QStringList seen(const Ticket &ticket)
{
    return {QStringList{ticket.serial, ticket.number, ticket.barcode, seatWords(ticket.seat)}.join(u" | "_s)};
}

QStringList seen(const Legal &legal)
{
    return {QStringList{legal.name, legal.inn, legal.ogrn, legal.ogrnip, legal.address}.join(u" | "_s)};
}

QStringList seen(const HallSeat &seat)
{
    const auto word = [&seat] {
        switch (seat.status) {
        case SeatStatus::Vacant:
            return u"vacant"_s;
        case SeatStatus::Reserved:
            return u"reserved"_s;
        case SeatStatus::Sold:
            return u"sold"_s;
        case SeatStatus::Unknown:
            return u"unknown"_s;
        }
        Q_UNREACHABLE();
    };
    return {word() + u" | "_s + seatWords(seat.seat)};
}

void unreadable(QStringList &lines, const Unreadable &what)
{
    if (what.elements > 0)
        lines << u"%1 could not be read"_s.arg(what.elements);
    if (what.parts > 0)
        lines << u"%1 parts could not be read"_s.arg(what.parts);
}

/// What answers with it.
enum class Kind {
    Events,   ///< the list of events
    Event,    ///< one event
    Orders,   ///< the list of orders
    Order,    ///< one order
    Answer,   ///< a change that names its order
    Seats,    ///< a hall
    Tickets,  ///< an order's tickets
    Partner,  ///< an organiser's legal data
    Refusal,  ///< a status of 400
    NotAsked, ///< this program makes no such call
};

template <class T>
QString seenOf(const QByteArray &body, T (*decode)(v1::JsonValue &), QStringList (*seen)(const T &))
{
    const auto decoded = v1::decodeBody(body, decode);
    if (!decoded)
        return toWord(decoded.error().kind);
    QStringList lines = seen(decoded->value);
    unreadable(lines, decoded->unreadable);
    return lines.join(u'\n');
}

template <class T>
QString seenOfAll(const QByteArray &body, T (*decode)(v1::JsonValue &), QStringList (*seen)(const T &))
{
    const auto decoded = v1::decodeList(body, decode);
    if (!decoded)
        return toWord(decoded.error().kind);
    QStringList lines;
    for (const T &element : decoded->list)
        lines << seen(element);
    unreadable(lines, decoded->unreadable);
    return lines.join(u'\n');
}

QString seenOf(Kind kind, const QByteArray &body)
{
    switch (kind) {
    case Kind::Events:
        return seenOfAll<okoshko::Event>(body, v1::decodeEvent, seen);
    case Kind::Event:
        return seenOf<okoshko::Event>(body, v1::decodeEvent, seen);
    case Kind::Orders:
        return seenOfAll<okoshko::Order>(body, v1::decodeOrder, seen);
    case Kind::Order:
        return seenOf<okoshko::Order>(body, v1::decodeOrder, seen);
    case Kind::Answer:
        return seenOf<okoshko::Order>(body, v1::decodeChangedOrder, seen);
    case Kind::Seats:
        return seenOfAll<HallSeat>(body, v1::decodeHallSeat, seen);
    case Kind::Tickets:
        return seenOfAll<Ticket>(body, v1::decodeTicket, seen);
    case Kind::Partner:
        return seenOf<Legal>(body, v1::decodePartnerLegal, seen);
    case Kind::Refusal:
        return v1::readServerWords(body).text;
    case Kind::NotAsked:
        return {};
    }
    Q_UNREACHABLE();
}

struct Row
{
    const char *file;
    Kind kind;
    const char16_t *seen;
};

// clang-format off
const Row rows[]{
    Row{"error-event-not-found-400", Kind::Refusal,
        u"Event <event_id> not found"},
    Row{"error-money-400", Kind::Refusal,
        u"Not enough money, сontact to TicketsCloud manager"},
    Row{"error-order-finish-400", Kind::Refusal,
        u"Not enough money, сontact to TicketsCloud manager"},
    Row{"error-promocode-400", Kind::Refusal,
        u"Promocode not found"},
    Row{"error-refund-400", Kind::Refusal,
        u"culprit Value 'idunno' not in list of avaiable values ['user', 'org']; tickets list length is less than 1"},
    Row{"event-2014-doc-single", Kind::Event,
        u"Найк Борзов | Wednesday, 1 October 2014, 21:00 by the counter's clock | Театр кошек Юрия Куклачева |  | on sale | over | 13 of 100 left\n"
        u"  foo | ₽1,105.50 = ₽1,005.00 + fee ₽100.50 | 13 of 100 left"},
    Row{"event-resource-2014", Kind::Event,
        u"Семинар: милые котята | 10 July – 9 September 2014, from 00:00 by the counter's clock |  |  | on sale | over | ? of ? left"},
    Row{"events-2014-doc", Kind::Events,
        u"Найк Борзов | Wednesday, 1 October 2014, 21:00 by the counter's clock | Театр кошек Юрия Куклачева |  | on sale | over | 13 of 100 left\n"
        u"  foo | ₽1,105.50 = ₽1,005.00 + fee ₽100.50 | 13 of 100 left\n"
        u"Найк Борзов | Wednesday, 1 October 2014, 21:00 by the counter's clock | Театр кошек Юрия Куклачева |  | on sale | over | 13 of 100 left\n"
        u"  foo | ₽1,105.50 = ₽1,005.00 + fee ₽100.50 | 13 of 100 left"},
    Row{"events-2014-recorded-dev", Kind::Events,
        u"Семинар: милые котята | 10 July – 9 September 2014, from 00:00 by the counter's clock |  |  | on sale | over | ? of 7 left\n"
        u"  Единственные | ₽110.00 = ₽100.00 + fee ₽10.00 | ? of 7 left | from 1 January 2018, 00:00 by the counter's clock ₽220.00"},
    Row{"events-2015-production", Kind::Events,
        u"\"Солнечная Италия\" Играет Вальтер Д'Арканжело | Sunday, 24 January, 19:00 | Евангелическо-лютеранский Кафедральный собор свв. Петра и Павла в Москве* | Moscow | on sale |  | 201 of 230 left\n"
        u"  Льготный | ₽700.00 = ₽700.00 + fee ₽0.00 | 14 of 30 left\n"
        u"  Партер 11-21 ряд (свободная рассадка) | ₽1,020.00 = ₽1,020.00 + fee ₽0.00 | 95 of 100 left | from 24 January, 00:00 ₽1,200.00\n"
        u"  Партер 1-10 ряд (свободная рассадка) | ₽1,400.00 = ₽1,400.00 + fee ₽0.00 | 92 of 100 left"},
    Row{"events-2016-two", Kind::Events,
        u"test | Thursday, 28 January, 00:00 | 16 тонн | Moscow | on sale |  | 1 of 3 left\n"
        u"  fdfd | ₽100.00 = ₽100.00 + fee ₽0.00 | 1 of 3 left\n"
        u"With seats | Friday, 13 May, 00:00 (Samara, +1 h from the counter's time) | Самарская Государственная Филармония | Samara | on sale |  | 3 of 3 left\n"
        u"  Партер | ₽100.00 = ₽100.00 + fee ₽0.00 | 3 of 3 left | seats in Партер"},
    Row{"events-2019-deal-fees", Kind::Events,
        u"1234567890 | 16–28 August 2019, from 00:20 | Государственный Кремлевский Дворец | Moskou | on sale |  | 60 of 60 left\n"
        u"  обычные | ₽104.00 = ₽100.00 + fee ₽4.00 | 50 of 50 left | from 23 July 2019, 00:00 ₽156.00\n"
        u"  VIP | ₽1,092.00 = ₽1,050.00 + fee ₽42.00 | 10 of 10 left | from 27 July 2019, 00:00 ₽1,560.00"},
    Row{"events-2019-empty-sets", Kind::Events,
        u"PK--fenomen | 1 March – 29 June 2019, from 00:00 | Череповецкая, 3Б | Moskou | on sale |  | 0 of 0 left"},
    Row{"events-2019-megasport", Kind::Events,
        u"Slipknot | Friday, 12 June 2020, 18:00 | Дворец Спорта \"Мегаспорт\" | Moskou | on sale |  | 6541 of 6747 left\n"
        u"  Фан зона | ₽5,600.00 = ₽5,600.00 + fee ₽0.00 | 248 of 250 left\n"
        u"  A2 | ₽990.00 = ₽990.00 + fee ₽0.00 | 162 of 310 left | seats in "},
    Row{"events-resource-2014", Kind::Events,
        u"Семинар: милые котята | 10 July – 9 September 2014, from 00:00 by the counter's clock |  |  | on sale | over | ? of ? left\n"
        u"MEGADETH | Sunday, 10 August 2014, 19:00 by the counter's clock |  |  | on sale | over | ? of ? left\n"
        u"ДДТ. Презентация альбома «Прозрачный» | Wednesday, 13 August 2014, 19:00 by the counter's clock |  |  | on sale | over | ? of ? left\n"
        u"Смысловые Галлюцинации. 25 лет в темноте | Tuesday, 16 September 2014, 21:00 by the counter's clock |  |  | on sale | over | ? of ? left"},
    Row{"made-events-day-only", Kind::Events,
        u"test | Wednesday, 27 January 2027 | 16 тонн | Moscow | on sale |  | 1 of 3 left\n"
        u"  fdfd | ₽100.00 = ₽100.00 + fee ₽0.00 | 1 of 3 left"},
    Row{"made-events-empty-element", Kind::Events,
        u"test | Thursday, 28 January, 00:00 | 16 тонн | Moscow | on sale |  | 1 of 3 left\n"
        u"  fdfd | ₽100.00 = ₽100.00 + fee ₽0.00 | 1 of 3 left\n"
        u"With seats | Friday, 13 May, 00:00 (Samara, +1 h from the counter's time) | Самарская Государственная Филармония | Samara | on sale |  | 3 of 3 left\n"
        u"  Партер | ₽100.00 = ₽100.00 + fee ₽0.00 | 3 of 3 left | seats in Партер\n"
        u"2 could not be read"},
    Row{"made-events-no-current-rule", Kind::Events,
        u"test | Thursday, 28 January, 00:00 | 16 тонн | Moscow | on sale |  | 1 of 3 left\n"
        u"  fdfd | not for sale | 1 of 3 left\n"
        u"With seats | Friday, 13 May, 00:00 (Samara, +1 h from the counter's time) | Самарская Государственная Филармония | Samara | on sale |  | 3 of 3 left\n"
        u"  Партер | ₽100.00 = ₽100.00 + fee ₽0.00 | 3 of 3 left | seats in Партер"},
    Row{"made-order-refunded", Kind::Order,
        u"497 291 907 | Refunded | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 27 January, 03:57 | 554b31d49cb538549d038eb4"},
    Row{"order-2014-deleted", Kind::Answer,
        u"? | ? | ? | not told = not told + fee not told | ?"},
    Row{"order-2014-patched", Kind::Order,
        u"? | Held | 3 tickets | not told = not told + fee not told | no hold"},
    Row{"order-2014", Kind::Order,
        u"? | Held | 2 tickets | not told = not told + fee not told | no hold"},
    Row{"order-all-or-nothing-empty-201", Kind::Order,
        u"497 291 913 | Held | 0 tickets | ₽0.00 = ₽0.00 + fee ₽0.00 | 26 January, 16:41"},
    Row{"order-all-or-nothing-full-201", Kind::Order,
        u"497 291 912 | Held | 2 tickets | ₽200.00 = ₽200.00 + fee ₽0.00 | 26 January, 16:39"},
    Row{"order-canceled", Kind::Order,
        u"497 291 910 | Cancelled | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 26 January, 16:25"},
    Row{"order-done-seller-collects", Kind::Order,
        u"497 291 907 | Paid | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 27 January, 03:57 | 554b31d49cb538549d038eb4"},
    Row{"order-executed-patched-random", Kind::Order,
        u"497 291 896 | Held | 2 tickets | ₽200.00 = ₽200.00 + fee ₽0.00 | 26 January, 02:11"},
    Row{"order-executed-patched-tickets", Kind::Order,
        u"497 291 898 | Held | 2 tickets | ₽200.00 = ₽200.00 + fee ₽0.00 | 26 January, 02:31"},
    Row{"order-executed-random-201", Kind::Order,
        u"497 291 896 | Held | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 26 January, 02:11"},
    Row{"order-executed-tickets-201", Kind::Order,
        u"497 291 898 | Held | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 26 January, 02:31"},
    Row{"order-expired-expanded", Kind::Order,
        u"? | ? | 1 tickets | not told = not told + fee not told | ?"},
    Row{"order-expired", Kind::Order,
        u"497 291 884 | Expired | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | no hold | 545b544a5d645a463e779d53 | www.platron.ru | buyer@example.org"},
    Row{"order-fields-expanded", Kind::Order,
        u"? | ? | 1 tickets | not told = not told + fee not told | ?"},
    Row{"order-fields-in-progress", Kind::Order,
        u"497 291 895 | Paying | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 26 January, 01:52 | 545b544a5d645a463e779d53 | www.goodservice.ru | buyer@example.org"},
    Row{"order-in-progress-seller-collects", Kind::Order,
        u"497 291 907 | Paying | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 27 January, 03:57 | 554b31d49cb538549d038eb4"},
    Row{"order-invitation-done", Kind::Order,
        u"202 477 | Paid | 2 tickets | ₽0.00 = ₽180.00 + fee ₽0.00 | 18 March, 18:57 | 553a6ad49cb538165c3a6ad9 | buyer@example.org"},
    Row{"order-invitation-executed-201", Kind::Order,
        u"202 477 | Held | 2 tickets | ₽180.00 = ₽180.00 + fee ₽0.00 | 18 March, 18:57 | 553a6ad49cb538165c3a6ad9 | buyer@example.org"},
    Row{"order-platron-executed", Kind::Order,
        u"497 291 925 | Held | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 27 January, 15:58"},
    Row{"order-platron-in-progress", Kind::Order,
        u"497 291 925 | Paying | 1 tickets | ₽100.00 = ₽100.00 + fee ₽0.00 | 27 January, 16:19 | 545b544a5d645a463e779d53 | www.platron.ru | buyer@example.org"},
    Row{"order-promo-after", Kind::Order,
        u"220 994 | Held | 3 tickets | ₽210.00 = ₽300.00 - ₽90.00 + fee ₽0.00 | 14 April, 18:36 | 1 promo codes"},
    Row{"order-promo-before-201", Kind::Order,
        u"220 994 | Held | 3 tickets | ₽300.00 = ₽300.00 + fee ₽0.00 | 14 April, 18:36"},
    Row{"order-v2-customer", Kind::Order,
        u"newer-generation"},
    Row{"order-v2-done", Kind::Order,
        u"newer-generation"},
    Row{"order-v2-executed-one", Kind::Order,
        u"newer-generation"},
    Row{"order-v2-executed-two", Kind::Order,
        u"newer-generation"},
    Row{"order-v2-promo-refused-200", Kind::Order,
        u"newer-generation"},
    Row{"order-v2-promo", Kind::Order,
        u"newer-generation"},
    Row{"order-v2-vendor-data", Kind::Order,
        u"newer-generation"},
    Row{"orders-2014-list", Kind::Orders,
        u"? | Held | 2 tickets | not told = not told + fee not told | 17 July 2015, 00:00\n"
        u"? | Paid | 1 tickets | not told = not told + fee not told | no hold"},
    Row{"orders-v2-list", Kind::Orders,
        u"newer-generation"},
    Row{"partner-legal-ip", Kind::Partner,
        u"ИП Супер орг | 770000000000 |  | 304770000000000 | г. Примерск, ул. Образцовая, д. 1"},
    Row{"partner-legal-ltd", Kind::Partner,
        u"ОАО \"Образцовые зрелища\" | 7700000000 | 1027700000000 |  | г. Примерск, ул. Образцовая, д. 1"},
    Row{"promocheck-fix", Kind::Order,
        u"newer-generation"},
    Row{"promocheck-percent", Kind::Order,
        u"newer-generation"},
    Row{"refund-approved-201", Kind::NotAsked,
        u""},
    Row{"refund-new-201", Kind::NotAsked,
        u""},
    Row{"refund-v2-new", Kind::Order,
        u"newer-generation"},
    Row{"refunds-v2-list", Kind::Order,
        u"newer-generation"},
    Row{"seats-2016", Kind::Seats,
        u"vacant | 54d7a0409cb538783b7bf8d5/1/1\n"
        u"vacant | 54d7a0409cb538783b7bf8d5/1/3\n"
        u"vacant | 54d7a0409cb538783b7bf8d5/1/6"},
    Row{"seats-2018", Kind::Seats,
        u"vacant | 55abfa669cb5382abebd9fad/1/1\n"
        u"vacant | 55abfa669cb5382abebd9fad/1/2"},
    Row{"seats-2019-megasport", Kind::Seats,
        u"reserved | 5a8dd58e6e55b2064c67c144/17/9\n"
        u"sold | 5a8dd58e6e55b2064c67c144/16/9\n"
        u"vacant | 5a8dd58e6e55b2064c67c144/2/14"},
    Row{"tickets-of-order", Kind::Tickets,
        u"AKT | 151553 | 60018146012573969 | 5592c3459cb538014c3a7a36/12/27\n"
        u"AKT | 151552 | 2572487563832285 | 5592c3459cb538014c3a7a36/12/26"},
};
// clang-format on

} // namespace

void TestRealPayloads::everyFileHasARow()
{
    const QStringList files =
        QDir(QStringLiteral(OKOSHKO_FIXTURES) + u"/real"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    QStringList told;
    for (const Row &row : rows)
        told << QString::fromLatin1(row.file) + u".json"_s;
    told.sort();
    QCOMPARE(told, QStringList(files.cbegin(), files.cend()));
}

void TestRealPayloads::payloads_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("seen");
    for (const Row &row : rows)
        QTest::newRow(row.file) << row.kind << QStringView(row.seen).toString();
}

void TestRealPayloads::payloads()
{
    QFETCH(Kind, kind);
    QFETCH(QString, seen);
    const QByteArray body = payload(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!body.isEmpty());
    QCOMPARE(seenOf(kind, body), seen);
}

} // namespace okoshko::test::tst_realpayloads

OKOSHKO_TEST(tst_realpayloads, TestRealPayloads, NoApplication)

#include "tst_realpayloads.moc"
