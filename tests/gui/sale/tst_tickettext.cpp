// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/TicketText.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_tickettext {

/// How seats are told: with their sector's name, and never with its id.
class TicketTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seats_data()
    {
        QTest::addColumn<Seat>("seat");
        QTest::addColumn<QString>("sectorOfSet");
        QTest::addColumn<QString>("nameOfSet");
        QTest::addColumn<QString>("words");
        QTest::newRow("by id") << Seat{stalls, u"4"_s, u"12"_s} << QString() << u"Взрослый"_s
                               << u"Партер, row 4, seat 12"_s;
        QTest::newRow("by name") << Seat{u"Партер"_s, u"4"_s, u"12"_s} << QString() << u"Взрослый"_s
                                 << u"Партер, row 4, seat 12"_s;
        QTest::newRow("an unknown id") << Seat{u"5cb03c68dddfa1000c5c4b3f"_s, u"4"_s, u"12"_s} << QString()
                                       << u"Взрослый"_s << u"row 4, seat 12"_s;
        QTest::newRow("none") << Seat{{}, u"4"_s, u"12"_s} << QString() << u"Взрослый"_s << u"row 4, seat 12"_s;
        QTest::newRow("the set's") << Seat{{}, u"4"_s, u"12"_s} << stalls << u"Взрослый"_s
                                   << u"Партер, row 4, seat 12"_s;
        QTest::newRow("the seat's, not the set's")
            << Seat{box, {}, u"12"_s} << stalls << u"Взрослый"_s << u"Ложа, seat 12"_s;
        QTest::newRow("called as the set") << Seat{stalls, u"4"_s, {}} << QString() << u"партер"_s << u"row 4"_s;
        QTest::newRow("no seat") << Seat() << stalls << u"Взрослый"_s << QString();
        QTest::newRow("a sector alone") << Seat{stalls, {}, {}} << QString() << u"Взрослый"_s << QString();
        QTest::newRow("from right to left")
            << Seat{{}, u"א"_s, u"12"_s} << QString() << u"Взрослый"_s << u"\u2068row \u2068א\u2069\u2069, seat 12"_s;
    }

    void seats()
    {
        QFETCH(Seat, seat);
        QFETCH(QString, sectorOfSet);
        QFETCH(QString, nameOfSet);
        QFETCH(QString, words);
        const Event event = eventWith(TicketSet{.id = setId, .name = nameOfSet, .sector = sectorOfSet});
        QCOMPARE(seatWords(seat, event.set(setId), &event), words);
        QVERIFY(!seatWords(seat, nullptr, nullptr).contains(u"5cb0"_s));
    }

    void withoutASeatOrAnEvent()
    {
        const Event event = eventWith(TicketSet{.id = setId, .name = u"Взрослый"_s, .sector = stalls});
        QCOMPARE(seatWords(std::nullopt, event.set(setId), &event), QString());
        QCOMPARE(seatWords(Seat{stalls, u"4"_s, u"12"_s}, nullptr, nullptr), u"row 4, seat 12"_s);
        QCOMPARE(seatWords(Seat{stalls, u"4"_s, u"12"_s}, nullptr, &event), u"Партер, row 4, seat 12"_s);
        QCOMPARE(sectorOf(std::nullopt, event.set(setId), &event), u"Партер"_s);
        QCOMPARE(sectorOf(std::nullopt, event.set(setId), nullptr), QString());
        QCOMPARE(sectorOf(std::nullopt, nullptr, nullptr), QString());
    }

    void linesOfAnOrder()
    {
        const Event event = eventWith(TicketSet{.id = setId, .name = u"Взрослый"_s, .price = Money::fromMinor(100)});
        Sale sale;
        const auto ticket = [](const std::optional<Seat> &seat) { return Ticket{.set = setId, .seat = seat}; };
        sale.tickets = {ticket(Seat{stalls, u"4"_s, u"12"_s}), ticket(Seat()), ticket(std::nullopt),
                        ticket(Seat{box, {}, {}})};
        QStringList lines;
        for (const TicketLine &line : ticketLines(sale, &event, Format(Format::Language::English)))
            lines << line.name + u'|' + line.seat + u'|' + line.price;
        // The event's price is none that the order tells.
        QCOMPARE(lines,
                 (QStringList{u"Взрослый · Партер|row 4, seat 12|"_s, u"Взрослый × 2||"_s, u"Взрослый · Ложа||"_s}));
        QCOMPARE(TicketLine({u"Взрослый"_s, u"row 4"_s, u"1"_s}).whole(), u"Взрослый, row 4"_s);
        QCOMPARE(TicketLine({u"Взрослый"_s, {}, {}}).whole(), u"Взрослый"_s);
    }

    void pricesAreTheOrders_data()
    {
        QTest::addColumn<QString>("sets"); // of the tickets that are read
        QTest::addColumn<int>("told");     // tickets of the order
        QTest::addColumn<int>("nominal");
        QTest::addColumn<int>("discount");
        QTest::addColumn<QHash<SetId, Money>>("prices");
        QTest::addColumn<QStringList>("shown");
        using Prices = QHash<SetId, Money>;
        const SetId other = SetId::parse(QString(24, u'b')).value();
        const Prices both{{setId, Money::fromMinor(100'00)}, {other, Money::fromMinor(50'00)}};
        QTest::newRow("of one set") << u"aa"_s << 2 << 200'00 << 0 << Prices() << QStringList{u"200.00"_s};
        QTest::newRow("with a discount") << u"aaa"_s << 3 << 210'00 << 90'00 << Prices() << QStringList{u"300.00"_s};
        QTest::newRow("not read yet") << u""_s << 3 << 300'00 << 0 << Prices() << QStringList{u"300.00"_s};
        QTest::newRow("of two sets") << u"aab"_s << 3 << 250'00 << 0 << Prices() << QStringList{{}, {}};
        QTest::newRow("of two sets, told")
            << u"aab"_s << 3 << 250'00 << 0 << both << QStringList{u"200.00"_s, u"50.00"_s};
        QTest::newRow("told, and not what they come to") << u"aab"_s << 3 << 240'00 << 0 << both << QStringList{{}, {}};
        QTest::newRow("one was given back") << u"aab"_s << 2 << 150'00 << 0 << both << QStringList{{}, {}};
        QTest::newRow("not to be shared out") << u"aaa"_s << 3 << 200'00 << 0 << Prices() << QStringList{{}};
        QTest::newRow("nothing told") << u"aa"_s << 2 << -1 << 0 << Prices() << QStringList{{}};
    }

    void pricesAreTheOrders()
    {
        QFETCH(QString, sets);
        QFETCH(int, told);
        QFETCH(int, nominal);
        QFETCH(int, discount);
        using Prices = QHash<SetId, Money>;
        QFETCH(Prices, prices);
        Sale sale;
        Order &order = sale.order;
        for (const QChar set : sets)
            sale.tickets << Ticket{.set = SetId::parse(QString(24, set)).value()};
        for (int i = 0; i < told; ++i)
            order.tickets << TicketId::parse(u"ticket"_s + QString::number(i).rightJustified(18, u'0')).value();
        order.rules = {{setId, RuleId()}};
        order.nominal = Money::fromMinor(nominal);
        order.discount = Money::fromMinor(discount);
        order.facePrices = prices;
        order.valueExtra = Money::fromMinor(560'00); // is no part of any ticket's price
        order.absent.setFlag(Order::Field::Nominal, nominal < 0);
        const Event event = eventWith(TicketSet{.id = setId, .name = u"Взрослый"_s, .price = Money::fromMinor(777'00)});
        QStringList shown;
        for (const TicketLine &line : ticketLines(sale, &event, Format(Format::Language::English)))
            shown << line.price;
        QTEST(shown, "shown");
    }

    void whatIsMissingOfTheTicketsIsCounted()
    {
        const auto lines = [](const Sale &sale) {
            QStringList all;
            for (const TicketLine &line : ticketLines(sale, nullptr, Format(Format::Language::English)))
                all << line.whole();
            return all;
        };
        const auto ticket = [](const QString &number) {
            return Ticket{.set = setId, .number = number, .seat = Seat{{}, u"4"_s, number}};
        };
        const QList<TicketId> five(5, TicketId::parse(QString(24, u'b')).value());
        Sale sale;
        sale.order.tickets = five;
        sale.tickets = {ticket(u"1"_s), ticket(u"2"_s), Ticket()};
        QCOMPARE(lines(sale), (QStringList{u"row 4, seat 1"_s, u"row 4, seat 2"_s, u"1 ticket(s) could not be read"_s,
                                           u"2 more ticket(s), not told"_s}));
        sale.tickets = {};
        QCOMPARE(lines(sale), QStringList{u"Tickets × 5"_s});
        sale.order = {.absent = allOrderFields};
        QCOMPARE(lines(sale), QStringList{u"tickets: not told"_s});
        sale.tickets = {ticket(u"1"_s), Ticket(), Ticket()};
        QCOMPARE(lines(sale), (QStringList{u"row 4, seat 1"_s, u"2 ticket(s) could not be read"_s}));
    }

    void candidatesNameTheirSectors()
    {
        const Event event = eventWith(TicketSet{.id = setId, .name = u"Взрослый"_s});
        Candidate candidate;
        candidate.order.number = 7;
        candidate.tickets = {Ticket{.set = setId, .seat = Seat{stalls, u"4"_s, u"12"_s}}};
        const Format format(Format::Language::English);
        QVERIFY(candidateWords(candidate, &event, format).contains(u", Партер, row 4, seat 12, "_s));
        QVERIFY(candidateWords(candidate, nullptr, format).contains(u", row 4, seat 12, "_s));
    }

private:
    static Event eventWith(const TicketSet &set)
    {
        Event event;
        event.sets = {set};
        event.sectorNames = {{stalls, u"Партер"_s}, {box, u"Ложа"_s}};
        return event;
    }

    static inline const SetId setId = SetId::parse(QString(24, u'a')).value();
    static inline const QString stalls = u"5cb03c68dddfa1000c5c4b3a"_s;
    static inline const QString box = u"5cb03c68dddfa1000c5c4b3b"_s;
};

} // namespace okoshko::test::tst_tickettext

OKOSHKO_TEST(tst_tickettext, TicketTextTest, QCoreApplication)
#include "tst_tickettext.moc"
