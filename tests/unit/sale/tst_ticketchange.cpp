// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/TicketChange.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_ticketchange {

/// What a cashier wants changed in the tickets of a held order, and what is requested for it.
class TicketChangeTest : public QObject
{
    Q_OBJECT
    using Kind = ScriptedVendor::Kind;

private:
    static TicketId ticket(int n) { return *TicketId::parse(QString::number(n).rightJustified(24, u'f')); }

    static QList<Ticket> own()
    {
        return {
            {.id = ticket(1), .set = setId(1)}, {.id = ticket(2), .set = setId(1)}, {.id = ticket(3), .set = setId(2)}};
    }

    static Event event(TicketSet::Seating seating)
    {
        Event event;
        event.id = eventId();
        for (int n : {1, 2}) {
            TicketSet set;
            set.id = setId(n);
            set.seating = n == 1 ? seating : TicketSet::Seating::Free;
            event.sets << set;
        }
        return event;
    }

    static HallSeat seat(int n, SeatStatus status)
    {
        return {.ticket = ticket(n), .set = setId(), .status = status, .seat = Seat{{}, u"1"_s, QString::number(n)}};
    }

    struct Counter : StartedCounter
    {
        Counter()
            : id(reserve(2))
            , change(vendor, service())
        {
            settle();
        }

        [[nodiscard]] QList<TicketId> tickets() const { return sale(id).order.tickets; }

        OrderId id;
        TicketChange change;
    };

private Q_SLOTS:
    void thePlanCountsWhatStaysAndWhatComes()
    {
        TicketPlan plan;
        QVERIFY(!plan.changes(own()));
        QCOMPARE(plan.count(own(), setId(1)), 2);
        plan.setCount(own(), setId(1), 1);
        QCOMPARE(plan.givenBack, QSet<TicketId>{ticket(2)}); // the last one
        QCOMPARE(plan.totalCount(own()), 2);
        plan.setCount(own(), setId(1), 4); // its own again, before others
        QVERIFY(plan.givenBack.isEmpty());
        QCOMPARE(plan.more(own()), (QList<WantedTickets>{{setId(1), 2}}));
        QCOMPARE(plan.all(own()), (QList<WantedTickets>{{setId(1), 4}, {setId(2), 1}}));
        plan.setCount(own(), setId(2), 0);
        QCOMPARE(plan.all(own()), (QList<WantedTickets>{{setId(1), 4}}));
        QCOMPARE(plan.kept(own()), (QList<TicketId>{ticket(1), ticket(2)}));
        plan.setCount(own(), setId(1), 2);
        plan.setCount(own(), setId(2), 1);
        QVERIFY(!plan.changes(own()));
    }

    /// The answer to it was lost, and it was carried out: the order has what is wanted, and nothing more is requested.
    void aPlanThatWasCarriedOutChangesNothing()
    {
        TicketPlan plan;
        plan.setCount(own(), setId(1), 4);
        QList<Ticket> then = own();
        then << Ticket{.id = ticket(8), .set = setId(1)} << Ticket{.id = ticket(9), .set = setId(1)};
        QVERIFY(!plan.changes(then));
        QCOMPARE(plan.totalCount(then), 5);
        plan.setKept(own().constFirst(), false); // a seat of its own less is not another one more
        QCOMPARE(plan.all(own()), (QList<WantedTickets>{{setId(1), 3}, {setId(2), 1}}));
        plan.setKept(own().constFirst(), true);
        QCOMPARE(plan.all(own()), (QList<WantedTickets>{{setId(1), 4}, {setId(2), 1}}));
    }

    void ticketsWithoutSeatsAreRequestedByNumber()
    {
        Counter counter;
        const Event free = event(TicketSet::Seating::Free);
        counter.change.begin(counter.id, {.givenBack = {}, .wanted = {{setId(), 4}}}, &free);
        counter.settle();
        QCOMPARE(counter.vendor.changes, (QList{OrderChange{.random = QList<WantedTickets>{{setId(), 4}}}}));
        QCOMPARE(counter.tickets().size(), 4);
    }

    /// Standing room in a sector has no row and no number.
    void aSectorIsNoSeat()
    {
        Counter counter;
        counter.vendor.tellTickets = [](QList<Ticket> tickets) {
            for (Ticket &each : tickets)
                each.seat = Seat{u"Fan zone"_s, {}, {}};
            return tickets;
        };
        counter.service().readTickets(counter.id);
        counter.settle();
        QCOMPARE(counter.sale(counter.id).tickets.constFirst().seat->sector, u"Fan zone"_s);
        const Event free = event(TicketSet::Seating::Free);
        const QSignalSpy nothing(&counter.change, &TicketChange::nothingMore);
        counter.change.begin(counter.id, {.givenBack = {}, .wanted = {{setId(), 4}}}, &free);
        counter.settle();
        QCOMPARE(nothing.count(), 0);
        QCOMPARE(counter.vendor.changes, (QList{OrderChange{.random = QList<WantedTickets>{{setId(), 4}}}}));
    }

    void seatsArePickedBesideTheOwn()
    {
        Counter counter;
        const Event hall = event(TicketSet::Seating::Numbered);
        counter.vendor.hall = {seat(7, SeatStatus::Sold), seat(8, SeatStatus::Vacant)};
        const QList<TicketId> before = counter.tickets();
        counter.change.begin(counter.id, {.givenBack = {before.first()}, .wanted = {{setId(), 2}}}, &hall);
        counter.settle();
        QCOMPARE(counter.vendor.changes, (QList{OrderChange{.random = QList<WantedTickets>{{setId(), 2}},
                                                            .tickets = QList{before.last(), ticket(8)}}}));
    }

    void whatIsGivenBackIsNamed()
    {
        Counter counter;
        const QList<TicketId> before = counter.tickets();
        counter.change.begin(counter.id, {.givenBack = {before.first()}, .wanted = {}}, nullptr);
        counter.settle();
        QCOMPARE(counter.vendor.changes, QList{OrderChange{.tickets = QList{before.last()}}});
        QCOMPARE(counter.vendor.count(Kind::Seats), 0);
    }

    void nothingIsRequestedWhereNoSeatIsVacant()
    {
        Counter counter;
        const Event hall = event(TicketSet::Seating::Numbered);
        counter.vendor.hall = {seat(7, SeatStatus::Sold)};
        const QSignalSpy nothing(&counter.change, &TicketChange::nothingMore);
        counter.change.begin(counter.id, {.givenBack = {}, .wanted = {{setId(), 3}}}, &hall);
        counter.settle();
        QCOMPARE(nothing.count(), 1);
        QVERIFY(counter.vendor.changes.isEmpty());
    }

    void aSeatListThatCannotBeReadIsTold()
    {
        Counter counter;
        const Event hall = event(TicketSet::Seating::Numbered);
        counter.vendor.failNext(Kind::Seats, offline());
        const QSignalSpy failed(&counter.change, &TicketChange::notPicked);
        counter.change.begin(counter.id, {.givenBack = {}, .wanted = {{setId(), 3}}}, &hall);
        QVERIFY(counter.change.isPicking());
        counter.settle();
        QCOMPARE(failed.count(), 1);
        QVERIFY(!counter.change.isPicking());
        QVERIFY(counter.vendor.changes.isEmpty());
    }

    void whatIsStoppedIsNotRequested()
    {
        Counter counter;
        const Event hall = event(TicketSet::Seating::Numbered);
        counter.vendor.hall = {seat(8, SeatStatus::Vacant)};
        counter.vendor.holdCalls(Kind::Seats);
        counter.change.begin(counter.id, {.givenBack = {}, .wanted = {{setId(), 3}}}, &hall);
        counter.change.stop();
        counter.vendor.answerAll(Kind::Seats);
        counter.settle();
        QVERIFY(counter.vendor.changes.isEmpty());
    }

    void aNoteStaysInTheRecord()
    {
        Counter counter;
        counter.service().note(counter.id, u"near the aisle"_s);
        counter.settle();
        counter.restart();
        const QList<HistoryEntry> &history = counter.sale(counter.id).history;
        const auto note = std::ranges::find(history, HistoryEntry::What::Noted, &HistoryEntry::what);
        QVERIFY(note != history.cend());
        QCOMPARE(note->words, u"near the aisle"_s);
    }

    /// An order that was made elsewhere may be paid here, and nothing of it be written otherwise.
    void aNoteOnAnOrderMadeElsewhereStaysInItsRecord()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        counter.service().note(theirs, u"near the aisle"_s);
        counter.settle();
        QCOMPARE(counter.story(theirs), QList{HistoryEntry::What::Noted});
        counter.restart();
        counter.loadOrders();
        QCOMPARE(counter.story(theirs), QList{HistoryEntry::What::Noted}); // once
        QCOMPARE(counter.sale(theirs).history.constFirst().words, u"near the aisle"_s);
    }
};

} // namespace okoshko::test::tst_ticketchange

OKOSHKO_TEST(tst_ticketchange, TicketChangeTest, QCoreApplication)
#include "tst_ticketchange.moc"
