// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

#include "models/print/UnprintedRow.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printservice {

namespace {

using Kind = ScriptedVendor::Kind;
using State = PrintJob::State;

QList<int> duplicates(const QList<TicketCopy> &copies)
{
    QList<int> numbers;
    for (const TicketCopy &copy : copies)
        numbers << copy.duplicate;
    return numbers;
}

} // namespace

/// What is printed, and how often.
class PrintServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsByItselfWhatWasPaidHere()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell(3);
        QCOMPARE(counter.printer.submits, 1); // one job an order
        QCOMPARE(counter.state(id), PrintState::Printing);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printer.paper.size(), 3);
        QCOMPARE(duplicates(counter.printer.paper), QList<int>({0, 0, 0}));
        QCOMPARE(counter.kept(id).state, State::Done);
        QCOMPARE(counter.record(id), QStringList{u"printed"_s});
        QVERIFY(counter.printing().unprinted().isEmpty());
        QVERIFY(counter.printer.discarded.contains(counter.kept(id).id));
        QCOMPARE(counter.printing().print(id), PrintRefusal::AlreadyPrinted);
        QCOMPARE(counter.printer.submits, 1);
    }

    void onRequestNothingIsPrintedByItself()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(1min);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().unprinted().value(0).tickets, counter.tickets(id));
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void whatIsSentByEmailIsListed()
    {
        PrintFixture counter;
        counter.begin();
        counter.vendor.page.clear();
        const OrderId id = counter.reserve(2);
        QCOMPARE(counter.service().pay(id, {.system = u"api/BASE"_s, .customer = {}, .sendsTickets = true}),
                 Refusal::None);
        counter.settle();
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(1min);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().unprinted().value(0).order, id);
        QVERIFY(counter.printing().unprinted().value(0).isSentByEmail);
        counter.kill();
        counter.begin();
        counter.pass(1min);
        QVERIFY(counter.printing().unprinted().value(0).isSentByEmail); // as its record says
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void whatWasPaidInDowntimeIsListed()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.paidInDowntime();
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        counter.printing().setNotNeeded(id);
        QCOMPARE(counter.state(id), PrintState::NotNeeded);
        counter.settle();
        counter.again();
        QCOMPARE(counter.state(id), PrintState::NotNeeded);
        QCOMPARE(counter.record(id), QStringList{u"print_not_needed"_s});
        QCOMPARE(counter.printing().print(id), PrintRefusal::None); // they are needed after all
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void whatAnotherCounterSellsIsNotPrintedByItself()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.loadOrderOfOthers();
        counter.vendor.pay(id);
        counter.loadOrders();
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QVERIFY(counter.printing().print(id) == PrintRefusal::NoBarcodes); // its tickets were never read
        counter.settle();
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
    }

    /// The other counter takes the money and prints; here the start of the payment is refused.
    void whatAnotherCounterWasPaidMeanwhileIsNotPrintedByItself_data()
    {
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("an order of the other counter") << false;
        QTest::newRow("an order of this counter") << true;
    }
    void whatAnotherCounterWasPaidMeanwhileIsNotPrintedByItself()
    {
        QFETCH(const bool, isOurs);
        PrintFixture counter;
        counter.begin();
        counter.vendor.page.clear();
        const OrderId id = isOurs ? counter.reserve() : counter.loadOrderOfOthers();
        counter.vendor.pay(id);
        counter.pay(id, u"api/BASE"_s);
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
    }

    /// After a refund the order has the ticket no more, and neither has the counter.
    void aRefundedTicketIsNotPrintedAgain()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell(3);
        counter.pass(2s);
        QCOMPARE(counter.sale(id).tickets.size(), 3);
        const TicketId refunded = counter.vendor.at(id).tickets.takeFirst();
        counter.vendor.holdCalls(Kind::Tickets);
        counter.loadOrders();
        QCOMPARE(counter.sale(id).tickets.size(), 2);
        counter.printer.paper.clear();
        QCOMPARE(counter.printing().reprint(id, {refunded}), PrintRefusal::Refunded);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.size(), 2);
    }

    void anUnpaidOrderIsNotPrinted()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.reserve();
        QCOMPARE(counter.printing().print(id), PrintRefusal::NotPaid);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::NotPaid);
        QCOMPARE(counter.state(id), PrintState::None);
        QCOMPARE(counter.printing().print(OrderId()), PrintRefusal::NotPaid);
    }

    /// Its barcode comes later: the ticket is never printed without it.
    void waitsForBarcodes()
    {
        PrintFixture counter;
        counter.begin();
        QString missing;
        counter.vendor.tellTickets = [&missing](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets)
                ticket.barcode = ticket.id.toString() == missing ? QString() : ticket.barcode;
            return tickets;
        };
        counter.vendor.page.clear();
        const OrderId id = counter.reserve(2);
        missing = counter.tickets(id).constLast().toString();
        counter.pay(id, u"api/BASE"_s);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.printer.submits, 0); // for the rest, a moment
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().unprinted().value(0).withoutCode.size(), 1);
        const int asked = counter.vendor.count(Kind::Tickets, id);
        counter.pass(30s);
        QVERIFY(counter.vendor.count(Kind::Tickets, id) > asked);
        QCOMPARE(counter.printer.paper.size(), 1);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        missing.clear();
        counter.pass(31s);
        QCOMPARE(counter.printer.paper.size(), 2);
        QCOMPARE(duplicates(counter.printer.paper), QList<int>({0, 0}));
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void askingForBarcodesHasAnEnd()
    {
        PrintFixture counter;
        counter.begin();
        counter.vendor.tellTickets = [](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets)
                ticket.barcode.clear();
            return tickets;
        };
        const OrderId id = counter.sell();
        counter.pass(10min);
        const int asked = counter.vendor.count(Kind::Tickets, id);
        counter.pass(1h);
        QCOMPARE(counter.vendor.count(Kind::Tickets, id), asked);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().print(id), PrintRefusal::NoBarcodes);
        counter.pass(1min);
        QVERIFY(counter.vendor.count(Kind::Tickets, id) > asked); // asked again on request
    }

    void barcodesAreAskedForAfterARestart_data()
    {
        QTest::addColumn<QString>("told");
        QTest::newRow("none") << QString();
        QTest::newRow("the same twice") << u"4607991545811"_s;
    }
    void barcodesAreAskedForAfterARestart()
    {
        QFETCH(const QString, told);
        PrintFixture counter;
        counter.begin();
        bool isMended = false;
        counter.vendor.tellTickets = [&told, &isMended](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets)
                ticket.barcode = isMended ? ticket.barcode : told;
            return tickets;
        };
        const OrderId id = counter.sell();
        counter.pass(1min);
        isMended = true;
        counter.again();
        counter.pass(1min);
        QVERIFY(counter.printing().unprinted().value(0).withoutCode.isEmpty());
        QVERIFY(counter.printing().unprinted().value(0).sameBarcode.isEmpty());
        QCOMPARE(counter.printer.submits, 0); // not by itself any more
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
    }

    void theSameBarcodeTwiceIsHeldBack()
    {
        PrintFixture counter;
        counter.begin();
        counter.vendor.tellTickets = [](QList<Ticket> tickets) {
            if (tickets.size() == 3 && !tickets.constFirst().barcode.isEmpty())
                tickets[1].barcode = tickets[0].barcode;
            return tickets;
        };
        const OrderId id = counter.sell(3);
        counter.pass(3s);
        QCOMPARE(counter.printer.paper.size(), 1);
        QCOMPARE(counter.printer.paper.constFirst().ticket, counter.tickets(id).constLast());
        const QList<UnprintedOrder> left = counter.printing().unprinted();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.constFirst().sameBarcode, counter.tickets(id).first(2));
        QCOMPARE(counter.printing().print(id), PrintRefusal::SameBarcode);
        QCOMPARE(counter.printer.submits, 1);
    }

    void copiesAreNumbered()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell(2);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::Busy); // one job a press
        counter.pass(2s);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::None);
        QCOMPARE(counter.printing().reprint(id), PrintRefusal::Busy);
        counter.pass(2s);
        const TicketId first = counter.tickets(id).constFirst();
        QCOMPARE(counter.printing().reprint(id, {first}), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(duplicates(counter.printer.paper), QList<int>({0, 0, 1, 1, 2}));
        QCOMPARE(counter.printing().copiesOf(id, first), 3);
        QVERIFY(counter.printer.drawn.constLast().printedAt.endsWith(u", Till 1"));
        counter.again(); // … and are known after a restart
        QCOMPARE(counter.printing().copiesOf(id, first), 3);
        QCOMPARE(counter.state(id), PrintState::Printed);
        counter.service().readTickets(id);
        counter.settle();
        QCOMPARE(counter.printing().reprint(id, {first}), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.constLast(), (TicketCopy{first, 3}));
        QCOMPARE(counter.record(id),
                 QStringList({u"printed"_s, u"printed_again"_s, u"printed_again"_s, u"printed_again"_s}));
    }

    void aPdfIsTheFirstIssue()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.settings.printers.clear();
        counter.begin();
        const OrderId id = counter.sell();
        QCOMPARE(counter.printing().print(id), PrintRefusal::NoPrinter);
        QSignalSpy saved(&counter.printing(), &PrintService::fileSaved);
        QSignalSpy failed(&counter.printing(), &PrintService::fileNotSaved);

        counter.printer.drawFailure = PrintError{.trouble = PrintTrouble::NotDrawn, .words = u"no space"_s};
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        counter.settle();
        QCOMPARE(counter.printing().openJobs(), QList<PrintJob>());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<PrintJob>().words, u"no space"_s);
        QCOMPARE(saved.size(), 0);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 0);

        counter.printer.drawFailure.reset();
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        counter.settle();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(counter.printer.drawn.constLast().filePath, u"/x.pdf"_s);
        QVERIFY(!counter.printer.drawn.constLast().profile.ticketTemplate.isEmpty());
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        counter.settle();
        QCOMPARE(duplicates(counter.printer.paper), QList<int>({0, 0, 1, 1}));

        counter.printer.drawFailure = PrintError{.trouble = PrintTrouble::NotDrawn, .words = u"no space"_s};
        QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        counter.settle();
        QCOMPARE(counter.state(id), PrintState::Printed); // what was printed stays printed
    }

    void aReceiptIsAJobOfItsOwn()
    {
        PrintFixture counter;
        counter.settings.printers[0].prints = PrinterProfile::Prints::Tickets;
        PrinterProfile receipts = rollPrinter();
        receipts.name = u"Receipts"_s;
        receipts.queue = u"receipts"_s;
        receipts.prints = PrinterProfile::Prints::Receipts;
        counter.settings.printers << receipts;
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.printer.submits, 2);
        QCOMPARE(counter.state(id), PrintState::Attention); // … and one queue's trouble does not hold the other
        const Drawing &drawn = counter.printer.drawn.constLast();
        QVERIFY(drawn.receipt && drawn.tickets.isEmpty());
        QVERIFY(drawn.receipt->closing.contains(u"This is not a fiscal receipt."_s));
        QVERIFY(counter.record(id).contains(u"receipt_printed"_s));
        QVERIFY(!drawn.receipt->heading.constFirst().startsWith(u"DUPLICATE"));
        QCOMPARE(counter.printing().receiptsOf(id), 1);
        QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::None);
        QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::Busy);
        counter.pass(2s);
        const QString mark = counter.printer.drawn.constLast().receipt->heading.constFirst();
        QVERIFY2(mark.startsWith(u"DUPLICATE 1 · ") && mark.endsWith(u", Till 1"), qPrintable(mark));
        QCOMPARE(counter.printing().receiptsOf(id), 2);
    }

    void aRefusedReceiptWasNotPrinted()
    {
        PrintFixture counter;
        counter.settings.printers[0].prints |= PrinterProfile::Prints::Receipts;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.printing().receiptsOf(id), 1);
        counter.printer.refusals[u"roll"_s] = {.trouble = PrintTrouble::Rejecting};
        QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed); // its tickets
        counter.printing().settle(counter.open().id, {}, 0, {});
        QCOMPARE(counter.printing().receiptsOf(id), 1);
    }

    /// The first printer is out of order: one job goes to another, and the receipt with it.
    void anotherPrinterIsChosenForOneJob()
    {
        PrintFixture counter;
        counter.settings.printers[0].prints |= PrinterProfile::Prints::Receipts;
        PrinterProfile other = rollPrinter();
        other.name = u"Other"_s;
        other.queue = u"other"_s;
        other.prints |= PrinterProfile::Prints::Receipts;
        counter.settings.printers << other;
        counter.begin();
        counter.printer.refusals[u"roll"_s] = {.trouble = PrintTrouble::Rejecting};
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.printing().print(id, u"Other"_s), PrintRefusal::Busy); // nothing twice
        const QList<PrintJob> failed = counter.printing().openJobs();
        for (const PrintJob &job : failed)
            counter.printing().settle(job.id, {}, 0, {});
        QCOMPARE(counter.printing().print(id, u"Nowhere"_s), PrintRefusal::NoPrinter);
        QCOMPARE(counter.printing().print(id, u"Other"_s), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(duplicates(counter.printer.paper), QList<int>({0, 0}));
        QCOMPARE(counter.printing().receiptsOf(id), 1);
        for (const FakePrinter::Job &job : counter.printer.jobs)
            QCOMPARE(job.queue, u"other"_s);
        QCOMPARE(counter.printing().reprint(id, {}, u"Other"_s), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.jobs.back().queue, u"other"_s);
    }

    /// An order is listed as long as its event is not over, also after days and many orders.
    void whatWasNotPrintedIsListedDaysLater()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        const OrderId printed = counter.sell();
        QCOMPARE(counter.printing().print(printed), PrintRefusal::None);
        const OrderId needless = counter.sell();
        counter.printing().setNotNeeded(needless);
        counter.pass(5s);
        counter.again(10 * 24h);
        counter.pass(1min);
        QCOMPARE(counter.printing().unprinted().size(), 1);
        QCOMPARE(counter.printing().unprinted().value(0).order, id);
        QCOMPARE(counter.printing().listedStateOf(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        counter.again(24h);
        counter.pass(1min);
        QVERIFY(!counter.service().sale(id)); // nothing is to be done about it
    }

    void whatIsNotPrintedIsNotForgotten()
    {
        PrintFixture counter;
        counter.policy.maxEnded = 20;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId unprinted = counter.sell(1);
        const OrderId unsettled = counter.sell(1);
        QCOMPARE(counter.printing().print(unsettled), PrintRefusal::None);
        counter.pass(2s);
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        QCOMPARE(counter.printing().reprint(unsettled), PrintRefusal::None);
        counter.pass(2s);
        counter.printing().giveUp(counter.open().id);
        counter.pass(2s);
        counter.printer.troubles.clear();
        QCOMPARE(counter.state(unsettled), PrintState::Attention);
        const OrderId printed = counter.sell(1);
        QCOMPARE(counter.printing().print(printed), PrintRefusal::None);
        counter.pass(2s);
        for (int i = 0; i < 60; ++i)
            counter.cancel(counter.reserve(1));
        counter.pass(1s);
        QVERIFY(!counter.service().sale(printed));
        QCOMPARE(counter.printing().unprinted().size(), 2);
        QVERIFY(counter.printing().unprintedOf(unprinted));
        QVERIFY(counter.printing().unprintedOf(unsettled));
        counter.printing().setNotNeeded(unprinted);
        counter.cancel(counter.reserve(1));
        for (int i = 0; i < 30; ++i)
            counter.cancel(counter.reserve(1));
        QVERIFY(!counter.service().sale(unprinted));
    }

    void whatIsOverIsNotListed()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        Event soon = playedEvent();
        soon.start = counter.program->clock.now() + 48h;
        counter.vendor.onSale = {soon};
        counter.catalogue().refresh();
        counter.settle();
        const OrderId id = counter.sell();
        counter.pass(1min);
        QCOMPARE(counter.printing().unprinted().size(), 1);
        counter.again(30h);
        counter.pass(1min);
        QCOMPARE(counter.printing().unprinted().size(), 1);
        counter.again(90h);
        counter.pass(1min);
        QVERIFY(counter.printing().unprinted().isEmpty());
        QVERIFY(!counter.service().sale(id));
    }

    /// Who prints it after all needs its tickets.
    void aPrintWithdrawsNotNeeded()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        counter.printing().blanks().setRange(u"roll"_s, 100, 199);
        const OrderId id = counter.sell(3);
        counter.printing().setNotNeeded(id);
        counter.settle();
        QCOMPARE(counter.store.notNeeded, QList{id});
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QVERIFY(counter.store.notNeeded.isEmpty());
        const QUuid job = counter.open().id;
        counter.printing().giveUp(job);
        counter.pass(2s);
        for (int run = 0; run < 2; ++run) {
            const auto asked = counter.printing().unprintedOf(id);
            QVERIFY(asked && asked->job && isToBeSettled(*asked->job));
            counter.again();
        }
        counter.printing().settle(job, counter.tickets(id).first(1), 0, {});
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 101);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        counter.again();
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
    }

    /// What came out is to be said whether or not the tickets are needed.
    void whatCameOutIsAskedOfWhatIsNotNeeded()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell(3);
        counter.pass(2s);
        const QUuid job = counter.open().id;
        counter.printing().giveUp(job);
        counter.pass(2s);
        counter.printing().setNotNeeded(id);
        counter.settle();
        for (int run = 0; run < 2; ++run) {
            QCOMPARE(counter.state(id), PrintState::Attention);
            QCOMPARE(counter.printing().unprinted().size(), 1);
            counter.again();
        }
        counter.printing().settle(job, counter.tickets(id).first(1), 0, {});
        QCOMPARE(counter.state(id), PrintState::NotNeeded);
        QVERIFY(counter.printing().unprinted().isEmpty());
    }

    /// Without a printer nothing is missed.
    void withoutAPrinterNothingIsListed()
    {
        PrintFixture counter;
        counter.settings.printers.clear();
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(1min);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QVERIFY(counter.printing().unprinted().isEmpty());
        counter.again(10 * 24h);
        counter.pass(1min);
        QVERIFY(!counter.service().sale(id));
        counter.settings.printers = {rollPrinter()}; // from now on
        counter.printing().setUp(counter.settings, u"Till 1"_s, Format(Format::Language::English), {});
        counter.pass(1min);
        QCOMPARE(counter.printing().unprinted().size(), 1);
    }

    /// An order made elsewhere that the buyer asks for here: listed, and not counted.
    void whatWasLookedForHereIsListed()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.loadOrderOfOthers();
        counter.vendor.pay(id);
        counter.loadOrders();
        counter.pass(1min);
        QVERIFY(counter.printing().unprinted().isEmpty());
        QObject context;
        counter.vendor.mayAsk = [](const OrderQuery &) { return true; };
        static_cast<void>(counter.service().search(
            {}, [](const Order &, const QStringList &) { return true; }, &context, [](const auto &) {}));
        counter.settle();
        QCOMPARE(counter.printing().unprinted().size(), 1);
        QCOMPARE(counter.printing().listedStateOf(id), PrintState::None);
        counter.printing().setNotNeeded(id);
        QVERIFY(counter.printing().unprinted().isEmpty());
    }

    void legalDataAreAskedForAndMissed()
    {
        PrintFixture counter;
        Event event = playedEvent();
        event.legal.reset();
        counter.vendor.onSale = {event};
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.vendor.count(Kind::Legal), 1); // before it was paid
        QCOMPARE(counter.printing().data().legalStateOf(eventId()), LegalState::Missing);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.printing().unprinted().value(0).lack, PrintData::Lack::Legal);
        QCOMPARE(counter.printing().print(id), PrintRefusal::Incomplete);
        counter.printing().data().allowWithoutLegal(eventId());
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        const OrderId next = counter.sell(); // said once
        counter.pass(2s);
        QCOMPARE(counter.state(next), PrintState::Printed);
    }

    void legalDataAreKeptForADay()
    {
        PrintFixture counter;
        Event event = playedEvent();
        counter.vendor.legalData = *std::exchange(event.legal, std::nullopt);
        counter.vendor.onSale = {event};
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
        QCOMPARE(counter.printer.drawn.constLast().tickets.constFirst().text(TicketField::OrganiserName), u"Theatre"_s);
        counter.again();
        const OrderId second = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.state(second), PrintState::Printed);
        QCOMPARE(counter.vendor.count(Kind::Legal), 1);
        counter.pass(25h);
        counter.vendor.failNext(Kind::Legal, lost());
        const OrderId third = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.vendor.count(Kind::Legal), 2);
        QCOMPARE(counter.state(third), PrintState::Printed); // by the older ones
    }

    /// The organiser's data are still being asked for when the order is paid.
    void waitsForLegalData()
    {
        PrintFixture counter;
        Event event = playedEvent();
        counter.vendor.legalData = *std::exchange(event.legal, std::nullopt);
        counter.vendor.onSale = {event};
        counter.begin();
        counter.vendor.holdCalls(Kind::Legal);
        const OrderId id = counter.sell();
        counter.pass(2s);
        QCOMPARE(counter.printer.submits, 0);
        counter.vendor.answerAll(Kind::Legal);
        counter.pass(2s);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    void nothingIsPrintedUnlessTheJournalTakesIt()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        counter.store.refusal = diskFull;
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(15s);
        QCOMPARE(counter.printer.submits, 0);
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.printing().print(id), PrintRefusal::NotRecorded);
        counter.freeDisk();
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(duplicates(counter.printer.paper), QList<int>({0, 0}));
    }

    /// The journal hangs for too long and takes the job after all: it was not begun, and is nobody's question.
    void aJobThatIsWrittenTooLateIsGivenUp()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.store.commitTime = 12s;
        counter.pass(30s);
        QCOMPARE(counter.printer.submits, 0);
        counter.store.commitTime = 1ms;
        counter.pass(1s);
        QCOMPARE(counter.kept(id).state, State::GivenUp);
        counter.again();
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(counter.state(id), PrintState::NotPrinted);
        QCOMPARE(counter.printing().copiesOf(id, counter.tickets(id).constFirst()), 0);
    }

    void blanksAreCounted()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        counter.printing().blanks().setRange(u"roll"_s, 101, 106);
        counter.printing().blanks().setRange(u"roll"_s, 9, 3); // no range
        static_cast<void>(counter.sell(2));
        counter.pass(2s);
        QCOMPARE(counter.printing().blanks().range(u"roll"_s)->next, 103);
        QCOMPARE(counter.printing().blanks().spoil(u"roll"_s, 1, u"torn"_s), BlankRefusal::None);
        counter.settle();
        counter.again();
        QCOMPARE(counter.printing().blanks().range(u"roll"_s)->next, 104);

        // After a failed job one ticket came out, and a blank is spoiled.
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell(2);
        counter.pass(2s);
        const PrintJob failed = counter.open();
        counter.printing().giveUp(failed.id);
        counter.pass(2s);
        QVERIFY(counter.printing().openJobs().isEmpty());
        counter.printing().settle(failed.id, {counter.tickets(id).constFirst()}, 1, u"smeared"_s);
        QCOMPARE(counter.printing().blanks().range(u"roll"_s)->next, 106);
        counter.printer.troubles.clear();
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(counter.printer.paper.constLast(), (TicketCopy{counter.tickets(id).constLast(), 0}));
        static_cast<void>(counter.sell(1)); // one beyond the range
        counter.pass(2s);

        QList<BlankUse> sheet;
        counter.printing().blanks().readUses(counter.vendor.now() - 1h, counter.vendor.now(), this,
                                             [&sheet](const Journaled<QList<BlankUse>> &read) { sheet = *read; });
        counter.settle();
        QCOMPARE(sheet.value(0).use, BlankUse::Use::PutIn);
        sheet.removeFirst();
        QStringList lines;
        for (const BlankUse &use : std::as_const(sheet))
            lines << u"%1 %2+%3 %4"_s.arg(use.use == BlankUse::Use::Spoiled ? u"spoiled"_s : u"printed"_s)
                         .arg(use.first)
                         .arg(use.count)
                         .arg(use.reason);
        QCOMPARE(lines, QStringList({u"printed 101+2 "_s, u"spoiled 103+1 torn"_s, u"printed 104+1 "_s,
                                     u"spoiled 105+1 smeared"_s, u"printed 106+1 "_s, u"printed 0+1 "_s}));
        QStringList told; // in the order's own record, for the supervisor
        for (const HistoryEntry &entry : counter.sale(id).history) {
            if (entry.what == HistoryEntry::What::BlanksUsed || entry.what == HistoryEntry::What::BlanksSpoiled)
                told << entry.words;
        }
        QCOMPARE(told, QStringList({u"1 104"_s, u"1 105 smeared"_s, u"1 106"_s}));
        QCOMPARE(counter.record(id).count(u"blanks_used"_s), 2);
    }

    void aPdfThatTheJournalDoesNotTakeIsTold()
    {
        PrintFixture counter;
        counter.settings.automatic = PrintSettings::Automatic::OnRequest;
        counter.begin();
        const OrderId id = counter.sell();
        const QSignalSpy notBegun(&counter.printing(), &PrintService::fileNotBegun);
        counter.store.refusal = diskFull;
        QCOMPARE(counter.printing().savePdf(id, u"/tickets.pdf"_s), PrintRefusal::None);
        counter.pass(15s);
        QCOMPARE(notBegun.count(), 1);
        QCOMPARE(notBegun.first().first().value<OrderId>(), id);
    }

    /// Wherever the list is shown or counted, the jobs without an order are of it.
    void aTestTicketThatWaitsIsInTheList()
    {
        PrintFixture counter;
        counter.begin();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        counter.printing().printTest(counter.settings.printers.constFirst());
        counter.pass(2s);
        const QList<UnprintedRow> rows = unprintedRows(counter.printing());
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.constFirst().order.isNull());
        static_cast<void>(counter.sell());
        counter.pass(2s);
        QCOMPARE(unprintedRows(counter.printing()).size(), 2);
        counter.printer.troubles.clear();
        counter.pass(10s);
        QVERIFY(unprintedRows(counter.printing()).isEmpty());
    }

    /// Its printer is renamed, removed, or said to be without blanks meanwhile.
    void theJobKnowsItsPaper_data()
    {
        QTest::addColumn<PrintSettings>("later");
        PrinterProfile renamed = rollPrinter();
        renamed.name = u"Window"_s;
        renamed.blanks = PrinterProfile::Blanks::Numbered;
        QTest::newRow("renamed") << PrintSettings{.printers = {renamed}};
        QTest::newRow("removed") << PrintSettings{};
        QTest::newRow("without numbers") << PrintSettings{.printers = {rollPrinter()}};
    }
    void theJobKnowsItsPaper()
    {
        QFETCH(PrintSettings, later);
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        counter.printing().blanks().setRange(u"roll"_s, 100, 199);
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        static_cast<void>(counter.sell());
        const OrderId second = counter.sell();
        counter.pass(2s);
        const QUuid givenUp = counter.kept(second).id;
        counter.printing().giveUp(givenUp);
        counter.pass(2s);
        counter.settings = later;
        counter.again();
        counter.printing().settle(givenUp, {counter.tickets(second).constFirst()}, 1, u"torn"_s);
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 102);
        counter.printer.troubles.clear();
        counter.pass(10s);
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 104);
    }

    void noNumberIsPutInTwice()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        const auto put = [&counter, this](qint64 first, qint64 last) {
            std::optional<BlankRefusal> answer;
            counter.printing().blanks().setRange(u"roll"_s, first, last, this,
                                                 [&answer](BlankRefusal refusal) { answer = refusal; });
            [&] { QVERIFY(!answer); }(); // asynchronously
            counter.settle();
            return answer;
        };
        QCOMPARE(put(9, 3), BlankRefusal::NoRange);
        QCOMPARE(put(0, 3), BlankRefusal::NoRange);
        QCOMPARE(put(1, 1'000'001), BlankRefusal::NoRange);
        QCOMPARE(put(100, 199), BlankRefusal::None);
        static_cast<void>(counter.sell(3));
        counter.pass(2s);
        QCOMPARE(put(100, 199), BlankRefusal::Used);
        QCOMPARE(put(50, 100), BlankRefusal::Used);
        QCOMPARE(put(103, 150), BlankRefusal::None); // the same stack
        QCOMPARE(put(500, 599), BlankRefusal::None);
        counter.again();
        QCOMPARE(put(102, 102), BlankRefusal::Used); // of a stack that was used up long ago
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 500);
        QStringList lines;
        for (const BlankUse &use : std::as_const(counter.store.blankUses))
            lines << u"%1 %2+%3"_s.arg(static_cast<int>(use.use)).arg(use.first).arg(use.count);
        QCOMPARE(lines, QStringList({u"2 100+100"_s, u"0 100+3"_s, u"3 103+97"_s, u"2 103+48"_s, u"3 103+48"_s,
                                     u"2 500+100"_s}));
    }

    /// What a job takes from a stack is known when it has ended, and a person has said what came out.
    void noStackIsPutInWhileAJobTakesFromIt()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        const auto put = [&counter, this](const QString &queue, qint64 first, qint64 last) {
            std::optional<BlankRefusal> answer;
            counter.printing().blanks().setRange(queue, first, last, this,
                                                 [&answer](BlankRefusal refusal) { answer = refusal; });
            counter.settle();
            return answer;
        };
        QCOMPARE(put(u"roll"_s, 98, 100), BlankRefusal::None);
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        const OrderId id = counter.sell(5);
        counter.pass(2s);
        QCOMPARE(put(u"roll"_s, 201, 300), BlankRefusal::InUse);
        QCOMPARE(put(u"bar"_s, 1, 9), BlankRefusal::None); // of another queue
        const QUuid job = counter.open().id;
        counter.printing().giveUp(job);
        counter.pass(2s);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QCOMPARE(put(u"roll"_s, 201, 300), BlankRefusal::InUse); // nobody has said what came out
        counter.printing().settle(job, counter.tickets(id).first(3), 0, {});
        QCOMPARE(put(u"roll"_s, 201, 300), BlankRefusal::None);
        counter.printer.troubles.clear();
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
        counter.pass(2s);
        QCOMPARE(put(u"roll"_s, 203, 300), BlankRefusal::None); // once it is printed
        QStringList lines;
        for (const BlankUse &use : std::as_const(counter.store.blankUses)) {
            if (use.queue == u"roll"_s)
                lines << u"%1 %2+%3"_s.arg(static_cast<int>(use.use)).arg(use.first).arg(use.count);
        }
        QCOMPARE(lines,
                 QStringList({u"2 98+3"_s, u"0 98+3"_s, u"2 201+100"_s, u"0 201+2"_s, u"3 203+98"_s, u"2 203+98"_s}));
    }

    /// Nobody can be asked any more what came out of it.
    void aStackIsPutInAfterTheEventIsOver()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        Event soon = playedEvent();
        soon.start = counter.program->clock.now() + 2h;
        counter.vendor.onSale = {soon};
        counter.catalogue().refresh();
        counter.settle();
        counter.printer.troubles[u"roll"_s] = PrintTrouble::PaperOut;
        static_cast<void>(counter.sell());
        counter.pass(2s);
        counter.printing().giveUp(counter.open().id);
        counter.pass(2s);
        QCOMPARE(counter.printing().unprinted().size(), 1);
        counter.pass(48h);
        QVERIFY(counter.printing().unprinted().isEmpty());
        std::optional<BlankRefusal> answer;
        counter.printing().blanks().setRange(u"roll"_s, 1, 9, this,
                                             [&answer](BlankRefusal refusal) { answer = refusal; });
        counter.settle();
        QCOMPARE(answer, BlankRefusal::None);
    }

    /// Who reads the sheet when it has changed reads the change.
    void theSheetIsToldWhenItCanBeRead()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        counter.store.commitTime = 300ms;
        int read = 0;
        QObject::connect(&counter.printing().blanks(), &BlankStock::changed, this, [&] {
            counter.printing().blanks().readUses(
                counter.vendor.now() - 1h, counter.vendor.now() + 1h, this,
                [&read](const Journaled<QList<BlankUse>> &uses) { read = static_cast<int>(uses->size()); });
        });
        QCOMPARE(counter.printing().blanks().spoil(u"roll"_s, 1, u"torn"_s), BlankRefusal::None);
        counter.pass(5s);
        QCOMPARE(read, 1);
        counter.printing().blanks().disconnect(this);
    }

    void theRecordTellsEachNumber()
    {
        const QList<TicketId> ids{*TicketId::parse(u"5d1f3a2b9c8e7f6a5b4c3d01"_s),
                                  *TicketId::parse(u"5d1f3a2b9c8e7f6a5b4c3d02"_s),
                                  *TicketId::parse(u"5d1f3a2b9c8e7f6a5b4c3d03"_s)};
        const QList<TicketCopy> copies{{ids.at(0), 1}, {ids.at(1), 2}, {ids.at(2), 1}};
        const auto words = [&copies](PrintJob::Kind kind) {
            QStringList all;
            for (const HistoryEntry &line : printedLines({.kind = kind, .profile = u"Till"_s}, copies, {}))
                all << line.words;
            return all;
        };
        QCOMPARE(words(PrintJob::Kind::Tickets), QStringList({u"2 1 Till"_s, u"1 2 Till"_s}));
        QCOMPARE(words(PrintJob::Kind::File), QStringList({u"2 1"_s, u"1 2"_s}));
    }

    void aTestTicketIsOfNoOrder()
    {
        PrintFixture counter;
        counter.begin();
        counter.printing().printTest(rollPrinter());
        counter.pass(50ms);
        QCOMPARE(counter.open().kind, PrintJob::Kind::Test);
        counter.pass(2s);
        QVERIFY(counter.printing().openJobs().isEmpty());
        QVERIFY(counter.printer.drawn.constLast().tickets.isEmpty() && !counter.printer.drawn.constLast().receipt);
    }

    void aLostJournalIsWrittenAgain()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.store.loseAllAtProbe();
        counter.pass(30s);
        counter.again();
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    /// After a start the events come later than the orders.
    void legalDataOfAnEarlierRunsOrderAreAskedFor()
    {
        PrintFixture counter;
        Event event = playedEvent();
        counter.vendor.legalData = *std::exchange(event.legal, std::nullopt);
        counter.vendor.failAll(Kind::Legal, lost());
        counter.vendor.onSale = {event};
        counter.begin();
        const OrderId id = counter.paidInDowntime();
        counter.pass(2s);
        QCOMPARE(counter.printing().data().legalStateOf(eventId()), LegalState::Failed);
        QCOMPARE(counter.printing().print(id), PrintRefusal::Incomplete);
        counter.vendor.failNone();
        counter.pass(1min); // asked again by itself
        QCOMPARE(counter.printing().data().legalStateOf(eventId()), LegalState::Complete);
        QCOMPARE(counter.printing().print(id), PrintRefusal::None);
    }
};

} // namespace okoshko::test::tst_printservice

OKOSHKO_TEST(tst_printservice, PrintServiceTest, QCoreApplication)
#include "tst_printservice.moc"
