// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketFacts.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_ticketfacts {

namespace {

using Field = TicketField;

TicketId ticketId(int n)
{
    return *TicketId::parse(u"%1"_s.arg(n, 24, 10, QChar(u'0')));
}

Money roubles(qint64 sum)
{
    return Money::fromMinor(sum * 100);
}

/// A paid order of \a sets: one ticket of each.
Sale soldOf(const QList<SetId> &sets)
{
    Sale sale;
    sale.order.id = *OrderId::parse(u"5d1f3a2b9c8e7f6a5b4c3d2f"_s);
    sale.order.number = 497291903;
    sale.order.status = OrderStatus::Done;
    sale.order.createdAt = *parseInstant(u"2030-05-01T09:00:00+00:00"_s);
    sale.system = u"api/BASE"_s;
    sale.history << HistoryEntry{.at = *parseInstant(u"2030-05-01T09:05:00+00:00"_s),
                                 .what = HistoryEntry::What::Collected};
    for (int i = 0; i < sets.size(); ++i) {
        sale.request.random << WantedTickets{sets.at(i), 1};
        sale.order.tickets << ticketId(i + 1);
        sale.tickets.append({.id = ticketId(i + 1),
                             .set = sets.at(i),
                             .serial = u"AB"_s,
                             .number = QString::number(1000 + i),
                             .barcode = u"460000000000%1"_s.arg(i)});
    }
    return sale;
}

struct Facts
{
    Sale sale;
    Event event = playedEvent();
    Legal legal = *playedEvent().legal;
    Format format{Format::Language::English};
    QString counter = u"Till 1"_s;
    QList<PaymentSystem> systems;

    [[nodiscard]] TicketFacts facts() const { return {sale, &event, legal, format, counter, systems}; }
    [[nodiscard]] TicketFields fields(int n = 1, int duplicate = 0) const
    {
        return facts().tickets({{ticketId(n), duplicate}}).constFirst();
    }
};

} // namespace

/// What stands on tickets and receipts.
class TicketFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketCarriesWhatIsKnown()
    {
        Facts known{.sale = soldOf({setId(), setId()})};
        known.event.ageRating = u"18+"_s;
        known.event.sectorNames.insert(u"5d1f3a2b9c8e7f6a5b4c3d20"_s, u"Balcony"_s);
        known.sale.tickets[0].seat = Seat{u"5d1f3a2b9c8e7f6a5b4c3d20"_s, u"А-12/бис"_s, u"4а"_s};
        const TicketFields fields = known.fields(1, 2);
        QCOMPARE(fields.copy, (TicketCopy{ticketId(1), 2}));
        QCOMPARE(fields.text(Field::TicketWord), u"TICKET"_s);
        QCOMPARE(fields.text(Field::Title), u"The Seagull"_s);
        QCOMPARE(fields.text(Field::VenueName), u"Great Hall"_s);
        QCOMPARE(fields.text(Field::VenueAddress), u"1 Theatre Square"_s);
        QVERIFY2(fields.text(Field::Start).contains(u"20:00") && fields.text(Field::Start).contains(u"2030"),
                 qPrintable(fields.text(Field::Start)));
        QVERIFY(!fields.text(Field::Start).contains(u'('));
        QCOMPARE(fields.text(Field::AgeRating), u"18+"_s);
        QCOMPARE(fields.text(Field::Category), u"Stalls"_s);
        QCOMPARE(fields.text(Field::Sector), u"Balcony"_s);
        QCOMPARE(fields.text(Field::Row), u"А-12/бис"_s);
        QCOMPARE(fields.text(Field::Seat), u"4а"_s);
        QCOMPARE(fields.text(Field::Series), u"AB"_s);
        QCOMPARE(fields.text(Field::Number), u"1000"_s);
        QCOMPARE(fields.text(Field::Barcode), u"4600000000000"_s);
        QCOMPARE(fields.text(Field::OrganiserName), u"Theatre"_s);
        QCOMPARE(fields.text(Field::OrganiserInn), u"7701"_s);
        QCOMPARE(fields.text(Field::OrganiserOgrn), u"OGRN 1027"_s);
        QCOMPARE(fields.text(Field::OrganiserAddress), u"Moscow"_s);
        QCOMPARE(fields.text(Field::CounterName), u"Till 1"_s);
        QCOMPARE(fields.text(Field::TicketOfOrder), u"1/2"_s);
        QVERIFY(fields.text(Field::SoldAt).contains(u"2030"));
        QVERIFY(!known.fields(2).texts.contains(Field::Row)); // nothing is known, nothing is printed
    }

    void aSoleTraderHasAnOgrnip()
    {
        Facts known{.sale = soldOf({setId()})};
        known.legal = {.name = u"Ivanov"_s, .inn = u"77"_s, .ogrnip = u"304"_s};
        QCOMPARE(known.fields().text(Field::OrganiserOgrn), u"OGRNIP 304"_s);
        QVERIFY(!known.fields().texts.contains(Field::OrganiserAddress));
    }

    void ticketsOfOneCategoryShareTheSum()
    {
        Facts known{.sale = soldOf({setId(), setId()})};
        known.sale.order.value = roubles(2200);
        known.sale.order.valueExtra = roubles(200);
        known.sale.order.discount = roubles(100);
        QCOMPARE(known.facts().priceOf(setId()), (TicketFacts::Price{roubles(1100), roubles(100)}));
        known.sale.order.value = Money::fromMinor(220001); // a kopeck is left over
        QCOMPARE(known.facts().priceOf(setId()).total, std::nullopt);
        QVERIFY2(known.fields().text(Field::Price).contains(u"for the order"),
                 qPrintable(known.fields().text(Field::Price)));
    }

    /// One of three is paid back, the fee is not: the sums are not those of the other two.
    void noShareIsToldOfAnOrderThatHasLostTickets()
    {
        Facts known{.sale = soldOf({setId(), setId()})};
        known.sale.order.value = roubles(2300);
        known.sale.order.valueExtra = roubles(300);
        known.sale.request.random = {{setId(), 3}};
        QCOMPARE(known.facts().priceOf(setId()), TicketFacts::Price());
        QVERIFY2(known.fields().text(Field::Price).contains(u"for the order"),
                 qPrintable(known.fields().text(Field::Price)));
        QVERIFY(!known.fields().texts.contains(Field::Fee));

        // The buyer took two in place of three.
        known.sale.history << HistoryEntry{.what = HistoryEntry::What::FewerAccepted, .words = u"3 2"_s};
        QCOMPARE(known.facts().priceOf(setId()), (TicketFacts::Price{roubles(1150), roubles(150)}));

        // Then one more was added, and one of the three was paid back.
        known.sale.history << HistoryEntry{.what = HistoryEntry::What::TicketsChanged, .words = u"3 3"_s};
        QCOMPARE(known.facts().priceOf(setId()), TicketFacts::Price());
    }

    /// How many tickets an order made elsewhere was paid for is not known: the event's prices tell, if they are its
    /// own.
    void noShareIsToldOfAnOrderMadeElsewhere()
    {
        Facts known{.sale = soldOf({setId(), setId()})};
        known.sale.request = {};
        known.sale.order.value = roubles(2300);
        known.sale.order.valueExtra = roubles(300);
        QCOMPARE(known.facts().priceOf(setId()), TicketFacts::Price());
        known.event.sets[0].price = roubles(1100);
        known.event.sets[0].fee = roubles(100);
        QCOMPARE(known.facts().priceOf(setId()), TicketFacts::Price());
        known.sale.order.value = roubles(2200);
        known.sale.order.valueExtra = roubles(200);
        QCOMPARE(known.facts().priceOf(setId()), (TicketFacts::Price{roubles(1100), roubles(100)}));
    }

    void severalCategoriesAreToldByTheOrderOnly()
    {
        Facts known{.sale = soldOf({setId(1), setId(2), setId(2)})};
        Order &order = known.sale.order;
        order.facePrices = {{setId(1), roubles(1000)}, {setId(2), roubles(500)}};
        order.value = roubles(2000);
        QCOMPARE(known.facts().priceOf(setId(2)), (TicketFacts::Price{roubles(500), Money()}));

        // With a fee the order does not tell which ticket has which part of it …
        order.value = roubles(2200);
        order.valueExtra = roubles(200);
        QCOMPARE(known.facts().priceOf(setId(2)), TicketFacts::Price());
        QVERIFY(known.fields(2).text(Field::Price).contains(u"for the order"));
        QVERIFY(!known.fields(2).texts.contains(Field::Fee));

        // … unless the prices of the sets add up to its sums.
        known.event.sets.clear();
        for (const auto &[id, price, fee] : {std::tuple(setId(1), 1100, 100), std::tuple(setId(2), 550, 50)}) {
            TicketSet set;
            set.id = id;
            set.price = roubles(price);
            set.fee = roubles(fee);
            known.event.sets << set;
        }
        QCOMPARE(known.facts().priceOf(setId(2)), (TicketFacts::Price{roubles(550), roubles(50)}));
        order.discount = roubles(1);
        QCOMPARE(known.facts().priceOf(setId(2)), TicketFacts::Price());
    }

    void withoutEventOrSumsNothingIsInvented()
    {
        Facts known{.sale = soldOf({setId()})};
        known.sale.order.absent = Order::Field::Value | Order::Field::Number;
        known.sale.request.eventTitle = u"Title kept"_s;
        const TicketFacts facts(known.sale, nullptr, Legal(), known.format, {}, {});
        const TicketFields fields = facts.tickets({{ticketId(1), 0}}).constFirst();
        QCOMPARE(fields.text(Field::Title), u"Title kept"_s);
        for (const Field field : {Field::Price, Field::Start, Field::OrganiserName, Field::OrderNumber,
                                  Field::CounterName, Field::Category})
            QVERIFY2(!fields.texts.contains(field), qPrintable(toWord(field)));
    }

    void aReceiptSaysThatItIsNoFiscalOne()
    {
        Facts known{.sale = soldOf({setId(), setId()})};
        Order &order = known.sale.order;
        order.facePrices = {{setId(), roubles(1000)}};
        order.nominal = roubles(1900);
        order.discount = roubles(100);
        order.valueExtra = roubles(200);
        order.value = roubles(2100);
        const ReceiptFields receipt = known.facts().receipt(0, {});
        QStringList lines;
        for (const ReceiptLine &line : receipt.lines)
            lines << line.label + u'|' + line.sum;
        lines.replaceInStrings(u"\u00A0"_s, u" "_s);
        QVERIFY(receipt.heading.constFirst().contains(u"497"));
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines.at(0).startsWith(u"Stalls, 2 × "));
        QVERIFY(lines.at(1).startsWith(u"Face price|") && lines.at(1).contains(u"2,000"));
        QVERIFY(lines.at(2).startsWith(u"Discount|"));
        QVERIFY(lines.at(3).startsWith(u"Fee|"));
        QVERIFY(lines.at(4).startsWith(u"Total|") && lines.at(4).contains(u"2,100"));
        QVERIFY(lines.at(5).startsWith(u"Payment|"));
        QCOMPARE(receipt.closing.constLast(), u"This is not a fiscal receipt."_s);
    }

    void threeHundredTicketsTakeNoTime()
    {
        Facts known{.sale = soldOf(QList<SetId>(300, setId()))};
        QList<TicketCopy> copies;
        for (const TicketId &id : std::as_const(known.sale.order.tickets))
            copies.append({id, 0});
        QCOMPARE(known.facts().tickets(copies).size(), 300);
    }
};

} // namespace okoshko::test::tst_ticketfacts

OKOSHKO_TEST(tst_ticketfacts, TicketFactsTest, QCoreApplication)
#include "tst_ticketfacts.moc"
