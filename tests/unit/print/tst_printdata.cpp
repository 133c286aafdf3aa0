// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printdata {

namespace {

using Kind = ScriptedVendor::Kind;

/// The organiser's data are told by the server, not by the event.
void askForLegal(PrintFixture &counter)
{
    Event event = playedEvent();
    counter.vendor.legalData = *std::exchange(event.legal, std::nullopt);
    counter.vendor.onSale = {event};
}

void choose(PrintFixture &counter, PrintSettings::Automatic automatic)
{
    counter.settings.automatic = automatic;
    counter.printing().setUp(counter.settings, u"Till 1"_s, Format(Format::Language::English), {});
}

} // namespace

/// What tickets are printed from: the order, its tickets, its event and the organiser's data, as the server has them.
class PrintDataTest : public QObject
{
    Q_OBJECT
    using Automatic = PrintSettings::Automatic;

private Q_SLOTS:
    /// It was refunded before its print, and reported afterwards: the paper is told of once, whatever the next run
    /// reads.
    void paperOfARefundedTicketIsToldOfOnce()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell(3);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QSignalSpy told(&counter.printing(), &PrintService::refundedOnPaper);
        const auto lines = [&counter, &id] { return counter.store.record(id).count(u"refunded_on_paper"_s); };
        counter.vendor.at(id).tickets.removeFirst();
        for (int reading = 0; reading < 2; ++reading) {
            counter.loadOrders();
            counter.pass(2s);
            QCOMPARE(told.count(), 1);
            QCOMPARE(told.first().at(1).toInt(), 1);
            QCOMPARE(lines(), 1);
        }
        QCOMPARE(counter.printing().refundedOnPaperOf(id), 1);
        counter.again();
        counter.loadOrders();
        counter.pass(2s);
        QCOMPARE(lines(), 1);
        counter.vendor.at(id).status = OrderStatus::Refunded; // the others as well
        counter.loadOrders();
        counter.pass(2s);
        QCOMPARE(lines(), 2);
        QCOMPARE(counter.sale(id).history.constLast().words, u"2"_s);
        QCOMPARE(counter.printing().refundedOnPaperOf(id), 3);
    }

    /// What a job that ends later has put on paper is told of as well.
    void paperOfARunningJobIsToldOf()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.printing = 5s;
        counter.printer.ignoresCancel = true;
        const OrderId id = counter.sell(2);
        counter.pass(1s);
        QCOMPARE(counter.state(id), PrintState::Printing);
        counter.vendor.at(id).tickets.removeFirst();
        counter.loadOrders();
        counter.pass(1s);
        QCOMPARE(counter.printing().refundedOnPaperOf(id), 0);
        counter.pass(10s);
        QCOMPARE(counter.printer.paper.size(), 2);
        QCOMPARE(counter.printing().refundedOnPaperOf(id), 1);
    }

    /// Of an event that is over nobody needs the paper.
    void paperOfAnEventThatIsOverIsNotToldOf()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell(2);
        counter.pass(2s);
        counter.vendor.onSale[0].start = counter.vendor.now() - 48h;
        counter.vendor.onSale[0].end = counter.vendor.now() - 24h;
        counter.catalogue().refresh();
        counter.vendor.at(id).tickets.removeFirst();
        counter.loadOrders();
        counter.pass(2s);
        QCOMPARE(counter.sale(id).order.tickets.size(), 1);
        QCOMPARE(counter.printing().refundedOnPaperOf(id), 0);
    }

    void aRefundInDowntimeIsLearned_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("the order") << true;
        QTest::newRow("one of its tickets") << false;
    }

    void aRefundInDowntimeIsLearned()
    {
        QFETCH(bool, isWhole);
        PrintFixture counter;
        counter.settings.automatic = Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(5s);
        counter.kill();
        Order &atServer = counter.vendor.at(id);
        atServer.tickets.removeFirst();
        if (isWhole) {
            atServer.status = OrderStatus::Refunded;
            atServer.statusWord = toWord(atServer.status);
            atServer.tickets.clear();
        }
        counter.pass(72h);
        counter.begin();
        counter.pass(1min);
        QCOMPARE(counter.printing().unprinted().size(), isWhole ? 0 : 1);
        if (isWhole)
            return;
        QCOMPARE(counter.printing().unprinted().constFirst().tickets, atServer.tickets);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void whatAPersonAsksForIsCurrent()
    {
        PrintFixture counter;
        counter.settings.automatic = Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell(2);
        counter.vendor.at(id).tickets.removeFirst();
        PrintData &data = counter.printing().data();
        QList<qsizetype> seen;
        const auto look = [&] { seen << counter.sale(id).order.tickets.size(); };
        data.whenCurrent(id, this, look);
        QCOMPARE(seen, QList<qsizetype>{2}); // it was read a moment ago
        counter.pass(1min);
        auto left = std::make_unique<QObject>();
        data.whenCurrent(id, left.get(), look);
        left.reset();
        data.whenCurrent(id, this, look);
        QCOMPARE(seen.size(), 1);
        counter.pass(1s);
        QCOMPARE(seen, (QList<qsizetype>{2, 1})); // once
        counter.pass(1min);
        counter.vendor.latency = 20s;
        data.whenCurrent(id, this, look);
        counter.pass(PrintData::patience + 100ms);
        QCOMPARE(seen, (QList<qsizetype>{2, 1, 1})); // what is known
        counter.pass(1min);
        QCOMPARE(seen.size(), 3);
    }

    /// At a start many orders are read one after the other: what the cashier asks for is not behind them.
    void ordersOfEarlierDaysAreReadInTurn()
    {
        PrintFixture counter;
        counter.settings.automatic = Automatic::OnRequest;
        counter.begin();
        for (int i = 0; i < 5; ++i)
            static_cast<void>(counter.sell(1));
        counter.pass(5s);
        counter.kill();
        counter.pass(72h);
        counter.vendor.holdCalls(Kind::Order);
        counter.begin();
        counter.pass(3s);
        QCOMPARE(counter.vendor.waiting(Kind::Order), 1);
        counter.vendor.answerAll(Kind::Order);
        counter.pass(1min);
        QCOMPARE(counter.printing().unprinted().size(), 5);
        for (const UnprintedOrder &order : counter.printing().unprinted())
            QVERIFY(order.withoutCode.isEmpty());
    }

    void anUnknownEventIsAskedForAndCannotBeAllowed()
    {
        PrintFixture counter;
        counter.vendor.onSale.clear();
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(15s);
        QCOMPARE(counter.printing().unprinted().value(0).lack, PrintData::Lack::Event);
        QVERIFY2(counter.vendor.count(ScriptedVendor::Kind::Event) < 6, // with pauses, though it waits to be printed
                 qPrintable(QString::number(counter.vendor.count(ScriptedVendor::Kind::Event))));
        counter.printing().data().allowWithoutLegal(eventId());
        QCOMPARE(counter.printing().print(id), PrintRefusal::EventUnknown);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::EventUnknown);
        counter.settle();
        counter.vendor.onSale = {playedEvent()};
        counter.printing().data().read(id); // a person does not wait for the pause
        counter.settle();
        QCOMPARE(counter.printing().data().legalStateOf(eventId()), LegalState::Complete);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        const TicketFields &ticket = counter.printer.drawn.constLast().tickets.constFirst();
        QCOMPARE(ticket.text(TicketField::Title), playedEvent().title);
        QCOMPARE(ticket.text(TicketField::VenueName), playedEvent().venue.name);
    }

    /// An event that is over leaves the catalogue.
    void theDataOfAnEventThatHasLeftAreKnown()
    {
        PrintFixture counter;
        counter.settings.automatic = Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        counter.vendor.onSale.clear();
        counter.catalogue().refresh();
        counter.settle();
        QVERIFY(!counter.catalogue().find(eventId()));
        QCOMPARE(counter.printing().data().legalStateOf(eventId()), LegalState::Complete);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
    }

    void whatIsPrintedByItselfIsTold()
    {
        PrintFixture counter;
        askForLegal(counter);
        counter.begin();
        counter.vendor.holdCalls(Kind::Legal);
        const OrderId id = counter.sell();
        QVERIFY(counter.printing().unprintedOf(id)->willPrintByItself);
        QCOMPARE(counter.printing().unprintedOf(id)->lack, PrintData::Lack::Legal);
        choose(counter, Automatic::OnRequest);
        QVERIFY(!counter.printing().unprintedOf(id)->willPrintByItself);
        counter.vendor.answerAll(Kind::Legal);
        QCOMPARE(counter.printing().unprintedOf(id)->lack, PrintData::Lack::None);
    }

    /// The journal does not keep them.
    void pricesOfAnEarlierDayAreReadAgain()
    {
        PrintFixture counter;
        counter.settings.automatic = Automatic::OnRequest;
        counter.begin();
        counter.vendor.page.clear();
        ReserveRequest request = wanting(1);
        request.random << WantedTickets{setId(2), 1};
        static_cast<void>(counter.service().reserve(request));
        counter.settle();
        const OrderId id = counter.emitted.reserved.constLast();
        counter.pay(id, u"api/BASE"_s);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(5s);
        counter.kill();
        counter.vendor.at(id).facePrices = {{setId(1), counter.vendor.price}, {setId(2), counter.vendor.price}};
        counter.pass(72h);
        counter.begin();
        counter.pass(1min);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        const QList<TicketFields> drawn = counter.printer.drawn.constLast().tickets;
        QCOMPARE(drawn.size(), 2);
        QCOMPARE(drawn.constFirst().text(TicketField::Price),
                 Format(Format::Language::English).money(counter.vendor.price));
    }

    /// The organiser's data are asked for again seconds after the payment.
    void legalDataThatComeAfterAFailureArePrinted()
    {
        PrintFixture counter;
        askForLegal(counter);
        counter.vendor.failNext(Kind::Legal, lost());
        counter.begin();
        const OrderId id = counter.sell();
        counter.settle();
        QCOMPARE(counter.printer.submits, 0);
        counter.pass(10s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void onRequestIsObeyedAtOnce_data()
    {
        QTest::addColumn<Kind>("awaited");
        QTest::newRow("barcodes") << Kind::Tickets;
        QTest::newRow("legal data") << Kind::Legal;
    }

    void onRequestIsObeyedAtOnce()
    {
        QFETCH(Kind, awaited);
        PrintFixture counter;
        askForLegal(counter);
        counter.begin();
        counter.vendor.page.clear();
        counter.vendor.holdCalls(awaited);
        const OrderId id = counter.startPayment(u"api/BASE"_s);
        counter.vendor.pay(id);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        choose(counter, Automatic::OnRequest);
        counter.vendor.answerAll(awaited);
        counter.pass(1min);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
    }
};

} // namespace okoshko::test::tst_printdata

OKOSHKO_TEST(tst_printdata, PrintDataTest, QCoreApplication)
#include "tst_printdata.moc"
