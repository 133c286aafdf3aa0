// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printbyitself {

namespace {

QList<TicketId> onPaper(const PrintFixture &counter)
{
    QList<TicketId> tickets;
    for (const TicketCopy &copy : counter.printer.paper)
        tickets << copy.ticket;
    return tickets;
}

/// The barcode of the last ticket of an order of two comes late.
struct LateBarcode
{
    explicit LateBarcode(PrintFixture &itsCounter)
        : counter(itsCounter)
    {
        counter.vendor.tellTickets = [this](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets)
                ticket.barcode = ticket.id == late ? QString() : ticket.barcode;
            return tickets;
        };
        counter.vendor.page.clear();
        id = counter.reserve(2);
        late = counter.tickets(id).constLast();
        counter.pay(id, u"api/BASE"_s);
        if (counter.service().confirm(id) != Refusal::None)
            QTest::qFail("the money may not be confirmed", __FILE__, __LINE__);
        counter.pass(25s); // the other one is sent alone
    }

    void come()
    {
        late = {};
        counter.pass(31s);
    }

    PrintFixture &counter;
    OrderId id;
    TicketId late;
};

} // namespace

/// What is printed without a person's word: once, and only what may be handed out.
class PrintByItselfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasGivenUpIsNotSentAgain()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        LateBarcode order(counter);
        const QList<TicketId> tickets = counter.tickets(order.id);
        QCOMPARE(counter.printer.submits, 1); // the first ticket
        counter.printing().giveUp(counter.open().id);
        counter.pass(1s);
        QCOMPARE(counter.printer.submits, 1);
        QVERIFY(counter.printing().openJobs().isEmpty());
        counter.printer.troubles.clear();
        order.come();
        QCOMPARE(onPaper(counter), tickets.last(1)); // sent for the first time
        QCOMPARE(counter.state(order.id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().unprinted().value(0).tickets, tickets.first(1));
        QCOMPARE(counter.printing().print(order.id), PrintRefusal::None);
    }

    void aJobOfARefundedTicketIsTakenBack_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("the order") << true;
        QTest::newRow("one of its tickets") << false;
    }

    void aJobOfARefundedTicketIsTakenBack()
    {
        QFETCH(bool, isWhole);
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell(2);
        counter.pass(1s);
        QCOMPARE(counter.open().trouble, PrintTrouble::PaperOut);
        if (isWhole)
            counter.vendor.at(id).status = OrderStatus::Refunded;
        else
            counter.vendor.at(id).tickets.removeFirst();
        counter.loadOrders();
        counter.pass(2s);
        QVERIFY(counter.printing().openJobs().isEmpty());
        counter.printer.troubles.clear();
        counter.pass(1min);
        QVERIFY(counter.printer.paper.isEmpty());
        QCOMPARE(counter.printing().unprinted().size(), isWhole ? 0 : 1);
        // A job that had begun may have come out: of an order with tickets that is asked, and then nothing is told.
        if (!isWhole)
            counter.printing().settle(counter.kept(id).id, {}, 0, {});
        counter.pass(1s);
        QCOMPARE(counter.store.record(id).count(u"refunded_on_paper"_s), isWhole ? 1 : 0);
    }

    void whatDidNotComeOutIsNotSentAgain()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.next = FakePrinter::Submit::LostBefore;
        LateBarcode order(counter);
        const QList<TicketId> tickets = counter.tickets(order.id);
        QCOMPARE(counter.printer.submits, 1);
        QCOMPARE(counter.open().trouble, PrintTrouble::Lost);
        counter.printing().settle(counter.open().id, {}, 0, {});
        counter.pass(1s);
        QCOMPARE(counter.printer.submits, 1);
        order.come();
        QCOMPARE(onPaper(counter), tickets.last(1));
        QCOMPARE(counter.printing().unprinted().value(0).tickets, tickets.first(1));
    }

    /// It was refused before anything of it was at its queue.
    void whatWasRefusedIsNotSentAgain()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.refusals[u"roll"_s] = {.trouble = PrintTrouble::Rejecting};
        LateBarcode order(counter);
        QCOMPARE(counter.printer.submits, 1);
        counter.printing().giveUp(counter.open().id);
        counter.pass(1s);
        QCOMPARE(counter.printer.submits, 1);
        counter.printer.refusals.clear();
        order.come();
        QCOMPARE(onPaper(counter), counter.tickets(order.id).last(1));
    }

    void aReceiptThatWasGivenUpIsNotSentAgain()
    {
        PrintFixture counter;
        PrinterProfile bar = rollPrinter();
        bar.name = u"Bar"_s;
        bar.queue = u"bar"_s;
        bar.prints = PrinterProfile::Prints::Receipts;
        counter.settings.printers << bar;
        counter.begin();
        counter.printer.refusals[u"bar"_s] = {.trouble = PrintTrouble::Rejecting};
        LateBarcode order(counter);
        QCOMPARE(counter.printer.submits, 2);
        counter.printing().giveUp(counter.open().id);
        counter.printer.refusals.clear();
        order.come();
        QCOMPARE(onPaper(counter), counter.tickets(order.id));
        QCOMPARE(counter.printer.submits, 3); // no receipt
        QCOMPARE(counter.printing().receiptsOf(order.id), 0);
    }

    /// The seats went back on sale before the money came.
    void whatWasPaidTooLateIsListed()
    {
        PrintFixture counter;
        counter.vendor.paymentHold = 1min;
        counter.begin();
        const OrderId id = counter.startPayment();
        counter.pass(70s);
        QCOMPARE(counter.status(id), OrderStatus::Expired);
        counter.vendor.pay(id);
        counter.pass(2min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().unprinted().value(0).order, id);
        QVERIFY(counter.printing().unprinted().value(0).isToBeResolved);
        QCOMPARE(counter.printing().print(id), PrintRefusal::ToBeResolved);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::ToBeResolved);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::ToBeResolved);
        const QSignalSpy told(&counter.printing(), &PrintService::orderChanged);
        counter.service().resolve(counter.onlyIssue(), u"it has its tickets"_s);
        counter.pass(2min);
        QVERIFY(!told.isEmpty());
        QVERIFY(!counter.printing().unprinted().value(0).isToBeResolved);
        QCOMPARE(counter.printer.submits, 0); // by a person
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
    }

    /// The server has it as paid at its start, and nobody has asked for the money.
    void whatIsPaidWithoutMoneyIsListed()
    {
        PrintFixture counter;
        counter.systems = confirmedBy(PaymentSystem::Confirmation::Cashier, u"api/BASE"_s);
        counter.begin();
        counter.vendor.page.clear();
        counter.vendor.telling[ScriptedVendor::Kind::StartPayment] = [&counter](Order order) {
            counter.vendor.pay(order.id);
            order.status = OrderStatus::Done;
            return order;
        };
        const OrderId id = counter.startPayment(u"api/BASE"_s);
        counter.pass(20s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QVERIFY(counter.sale(id).isPaidWithoutMoney());
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().unprinted().value(0).order, id);
    }

    void whatHasFewerSeatsThanWerePaidIsListed()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.startPayment();
        counter.vendor.at(id).tickets.removeLast();
        counter.vendor.pay(id);
        counter.pass(1min);
        QCOMPARE(counter.issues(Issue::Kind::SeatsShort).size(), 1);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().unprinted().value(0).order, id);
        QVERIFY(counter.printing().unprinted().value(0).isToBeResolved);
        QCOMPARE(counter.printing().print(id), PrintRefusal::ToBeResolved);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::ToBeResolved);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::ToBeResolved);
        const QSignalSpy told(&counter.printing(), &PrintService::orderChanged);
        counter.service().resolve(counter.onlyIssue(), u"one seat is paid back"_s);
        counter.pass(2min);
        QVERIFY(!told.isEmpty());
        QVERIFY(!counter.printing().unprinted().value(0).isToBeResolved);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
    }

    /// The orders of other events are missing legal data as before.
    void missingDataAreAllowedForOneEvent()
    {
        PrintFixture counter;
        Event event = playedEvent();
        event.legal.reset();
        counter.vendor.onSale = {event};
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.printing().unprinted().value(0).lack, PrintData::Lack::Legal);
        counter.printing().data().allowWithoutLegal(eventId(2));
        QCOMPARE(counter.printing().unprinted().value(0).lack, PrintData::Lack::Legal);
        QCOMPARE(counter.printing().print(id), PrintRefusal::Incomplete);
        counter.printing().data().allowWithoutLegal(eventId());
        QCOMPARE(counter.printing().unprinted().value(0).lack, PrintData::Lack::None);
    }

    /// The settings are read again when the job of the tickets begins.
    void thePrintersMayChangeMeanwhile()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.settings.printers[0].prints |= PrinterProfile::Prints::Receipts;
        counter.begin();
        const OrderId id = counter.sell();
        counter.settings.printers = {};
        QObject::connect(&counter.printing(), &PrintService::jobChanged, this, [&counter] {
            counter.printing().setUp({}, u"Till 1"_s, Format(Format::Language::English), {});
        });
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.printing().disconnect(this);
        counter.pass(2s);
        QCOMPARE(onPaper(counter), counter.tickets(id));
        QCOMPARE(counter.printing().receiptsOf(id), 1);
        QCOMPARE(counter.kept(id).profile, rollPrinter().name);
    }
};

} // namespace okoshko::test::tst_printbyitself

OKOSHKO_TEST(tst_printbyitself, PrintByItselfTest, QCoreApplication)
#include "tst_printbyitself.moc"
