// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/print/PrintFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printrecall {

using Kind = PrintJob::Kind;

namespace {

/// An order made elsewhere, paid there and picked up here.
OrderId pickUp(PrintFixture &counter)
{
    const OrderId id = counter.loadOrderOfOthers();
    counter.vendor.pay(id);
    QObject context;
    counter.vendor.mayAsk = [](const OrderQuery &) { return true; };
    static_cast<void>(counter.service().search(
        {}, [](const Order &, const QStringList &) { return true; }, &context, [](auto) {}));
    counter.service().readTickets(id);
    counter.pass(2s);
    return id;
}

/// Ends the program, which is started again days later, when the events of then are over.
void startDaysLater(PrintFixture &counter)
{
    counter.vendor.onSale.clear();
    counter.again(10 * 24h);
    counter.pass(5s);
}

} // namespace

/// What a start knows of the orders of earlier days: those of print jobs that are open, or of which nobody has said yet
/// what came out; and what is found again.
class PrintRecallTest : public QObject
{
    Q_OBJECT

    std::optional<BlankRefusal> put(PrintFixture &counter, qint64 first, qint64 last)
    {
        std::optional<BlankRefusal> answer;
        counter.printing().blanks().setRange(u"roll"_s, first, last, this,
                                             [&answer](BlankRefusal refusal) { answer = refusal; });
        counter.settle();
        return answer;
    }

private Q_SLOTS:
    void anOpenJobHasItsOrder_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("tickets") << Kind::Tickets;
        QTest::newRow("a receipt") << Kind::Receipt;
        QTest::newRow("a file") << Kind::File;
    }

    void anOpenJobHasItsOrder()
    {
        QFETCH(Kind, kind);
        PrintFixture counter;
        counter.settings.printers[0].prints = PrinterProfile::Prints::Tickets;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        counter.printer.isDown = true;
        counter.printer.drawingTime = kind == Kind::File ? 1h : 0h;
        if (kind == Kind::Tickets)
            QCOMPARE(counter.printing().reprint(id), PrintRefusal::None);
        if (kind == Kind::File)
            QCOMPARE(counter.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        if (kind == Kind::Receipt) {
            counter.settings.printers[0].prints |= PrinterProfile::Prints::Receipts;
            counter.printing().setUp(counter.settings, u"Till 1"_s, Format(Format::Language::English), {});
            QCOMPARE(counter.printing().printReceipt(id), PrintRefusal::None);
        }
        counter.pass(1s);
        startDaysLater(counter);
        const PrintJob job = counter.open();
        QCOMPARE(job.kind, kind);
        QCOMPARE(counter.sale(id).origin, Sale::Origin::ThisCounter);
        QCOMPARE(counter.state(id), kind == Kind::Receipt ? PrintState::Printed : PrintState::Attention);
    }

    /// … and it holds the stack of blanks until it is said what it took.
    void aGivenUpReprintIsAskedDaysLater()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        QCOMPARE(put(counter, 100, 199), BlankRefusal::None);
        const OrderId id = counter.sell();
        counter.pass(2s);
        const QUuid job = counter.printWithoutPaper(id);
        counter.printing().giveUp(job);
        counter.pass(2s);
        startDaysLater(counter);
        QCOMPARE(counter.printing().unprinted().size(), 1);
        QCOMPARE(counter.printing().unprinted().value(0).order, id);
        QCOMPARE(counter.sale(id).origin, Sale::Origin::ThisCounter);
        QCOMPARE(put(counter, 300, 399), BlankRefusal::InUse);
        counter.printing().settle(job, counter.tickets(id).first(1), 0, {});
        counter.settle();
        QVERIFY(counter.printing().unprinted().isEmpty());
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 103);
        QCOMPARE(put(counter, 300, 399), BlankRefusal::None);
        startDaysLater(counter);
        QVERIFY(!counter.service().sale(id)); // nothing is to be done about it
    }

    void aJobOfAnotherCountersOrderHasIt_data()
    {
        QTest::addColumn<bool>("isGivenUp");
        QTest::newRow("open") << false;
        QTest::newRow("given up") << true;
    }

    /// It is known by its id, and asked for.
    void aJobOfAnotherCountersOrderHasIt()
    {
        QFETCH(bool, isGivenUp);
        PrintFixture counter;
        counter.begin();
        const OrderId id = pickUp(counter);
        const QUuid job = counter.printWithoutPaper(id);
        if (isGivenUp)
            counter.printing().giveUp(job);
        counter.pass(2s);
        counter.vendor.holdCalls(ScriptedVendor::Kind::Order);
        startDaysLater(counter);
        QVERIFY(!counter.service().sale(id));
        QCOMPARE(counter.state(id), PrintState::Attention);
        QCOMPARE(counter.printing().unprinted().size(), 1);
        QCOMPARE(counter.printing().unprinted().value(0).job->id, job);
        counter.vendor.fail(ScriptedVendor::Kind::Order, {.kind = ErrorKind::ConnectionLost});
        counter.vendor.answerAtOnce(ScriptedVendor::Kind::Order);
        counter.pass(5min);
        QCOMPARE(counter.sale(id).origin, Sale::Origin::Elsewhere);
        QCOMPARE(counter.printing().unprinted().size(), 1);
        if (!isGivenUp)
            QCOMPARE(counter.open().trouble, PrintTrouble::Expired);
        counter.printing().settle(job, counter.tickets(id), 0, {});
        QCOMPARE(counter.state(id), PrintState::Printed);
        QVERIFY(counter.printing().unprinted().isEmpty());
    }

    /// The server does not know the order any more: what came out is said all the same.
    void aJobOfAForgottenOrderIsSettled()
    {
        PrintFixture counter;
        counter.settings.printers[0].blanks = PrinterProfile::Blanks::Numbered;
        counter.begin();
        QCOMPARE(put(counter, 100, 199), BlankRefusal::None);
        const OrderId id = pickUp(counter);
        const TicketId first = counter.tickets(id).constFirst();
        const QUuid job = counter.printWithoutPaper(id);
        counter.printing().giveUp(job);
        counter.pass(2s);
        counter.vendor.forget(id);
        startDaysLater(counter);
        counter.pass(1h);
        QVERIFY(!counter.service().sale(id));
        QCOMPARE(counter.printing().unprinted().size(), 1);
        QCOMPARE(put(counter, 300, 399), BlankRefusal::InUse);
        counter.printing().settle(job, {first}, 0, {});
        counter.settle();
        QVERIFY(counter.printing().unprinted().isEmpty());
        QCOMPARE(counter.printing().blanks().next(u"roll"_s), 101);
        QCOMPARE(put(counter, 300, 399), BlankRefusal::None);
        startDaysLater(counter);
        QVERIFY(counter.printing().unprinted().isEmpty());
    }

    /// Refunded while the program did not run.
    void aJobOfARefundedOrderIsGivenUp()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = pickUp(counter);
        counter.printWithoutPaper(id);
        counter.kill();
        counter.vendor.at(id).status = OrderStatus::Refunded;
        counter.begin();
        counter.pass(5s);
        QVERIFY(counter.printing().openJobs().isEmpty());
    }

    /// An order of an earlier day is this counter's, whoever tells of it.
    void anOwnOrderIsFoundAsOurs()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        const QList<HistoryEntry> history = counter.sale(id).history;
        startDaysLater(counter);
        QVERIFY(!counter.service().sale(id));
        QObject context;
        counter.vendor.mayAsk = [](const OrderQuery &) { return true; };
        static_cast<void>(counter.service().search(
            {}, [](const Order &, const QStringList &) { return true; }, &context, [](auto) {}));
        counter.settle();
        QCOMPARE(counter.sale(id).origin, Sale::Origin::ThisCounter);
        QCOMPARE(counter.sale(id).system, u"api/BASE"_s);
        QCOMPARE(counter.sale(id).history, history);
        QCOMPARE(counter.state(id), PrintState::Printed);
    }

    /// What became of it meanwhile is told as what happened to it.
    void anOwnOrderThatWasRefundedIsFoundSo()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        QList<CounterFixture::What> story = counter.story(id);
        counter.vendor.at(id).status = OrderStatus::Refunded;
        startDaysLater(counter);
        QObject context;
        counter.vendor.mayAsk = [](const OrderQuery &) { return true; };
        static_cast<void>(counter.service().search(
            {}, [](const Order &, const QStringList &) { return true; }, &context, [](auto) {}));
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Refunded);
        QCOMPARE(counter.story(id), story << CounterFixture::What::Refunded << CounterFixture::What::RefundedOnPaper);
        QCOMPARE(counter.store.sale(id)->order.status, OrderStatus::Refunded);
    }

    void whatAPersonLooksForIsRecalled()
    {
        PrintFixture counter;
        counter.begin();
        const OrderId id = counter.sell();
        counter.pass(2s);
        startDaysLater(counter);
        counter.vendor.at(id).status = OrderStatus::Refunded;
        counter.service().recallSought(*counter.store.sale(id));
        QCOMPARE(counter.sale(id).origin, Sale::Origin::ThisCounter);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Refunded); // as it is now
        QVERIFY(counter.service().wasSearched(id));
    }
};

} // namespace okoshko::test::tst_printrecall

OKOSHKO_TEST(tst_printrecall, PrintRecallTest, QCoreApplication)
#include "tst_printrecall.moc"
