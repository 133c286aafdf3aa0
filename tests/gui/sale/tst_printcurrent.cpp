// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/gui/sale/PrintingTill.h"
#include "tests/support/TestProgram.h"

#include "app/printing/PdfSaving.h"
#include "ui/main/FilterLine.h"
#include "ui/main/PaperNotice.h"
#include "ui/main/SeenNotices.h"
#include "ui/text/PrintText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printcurrent {

/// What is printed is what the server has: an order is read before a person prints it, and tickets wait for their data.
class PrintCurrentTest : public QObject
{
    Q_OBJECT
    using Automatic = PrintSettings::Automatic;

private Q_SLOTS:
    /// The question asks the server which tickets the order still has, and its answer waits for the server's.
    void aRefundedTicketIsNotPrintedAgain()
    {
        PrintingTill till;
        const OrderId id = till.sell();
        till.later(2);
        till.look(id);
        till.vendor.at(id).tickets.removeFirst(); // refunded by the vendor
        till.vendor.latency = 3s;
        till.press(*till.pane, Qt::Key_P);
        till.sayYes(*till.pane);
        QCOMPARE(till.printer.jobs.size(), 1);
        QVERIFY(!Till::shown(*till.pane, u"printButton"_s)->isEnabled());
        till.press(*till.pane, Qt::Key_P); // nothing twice
        till.later(6);
        QCOMPARE(till.printer.jobs.size(), 2);
        QCOMPARE(till.drawing.duplicates(), QList<int>{1});
        QVERIFY2(Till::says(*till.pane, u"1 ticket(s) were refunded"_s), qPrintable(Till::read(*till.pane)));
        till.vendor.latency = 5ms;
        till.vendor.at(id).tickets.clear();
        till.vendor.at(id).status = OrderStatus::Refunded;
        till.press(*till.pane, Qt::Key_P);
        till.sayYes(*till.pane);
        QVERIFY2(Till::says(*till.pane, u"The tickets were refunded."_s), qPrintable(Till::read(*till.pane)));
        QCOMPARE(till.printer.jobs.size(), 2);
    }

    /// It was refunded while it stood in the list.
    void whatWasRefundedIsNotHandedOut()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId id = till.sell();
        till.look(id);
        till.later(60);
        till.vendor.at(id).tickets.clear();
        till.vendor.at(id).status = OrderStatus::Refunded;
        till.press(*till.pane, Qt::Key_P);
        QVERIFY2(Till::says(*till.pane, u"The tickets were refunded."_s), qPrintable(Till::read(*till.pane)));
        QVERIFY(till.printer.jobs.isEmpty());
    }

    /// The path is chosen at once; the order is then read, while another one is shown, or none.
    void aPdfIsSavedWhateverIsShown()
    {
        PrintingTill till(Automatic::OnRequest);
        const QSignalSpy asked(till.pane.get(), &OrderPane::pdfRequested);
        PdfSaving saving(till.printing());
        QStringList told;
        connect(&saving, &PdfSaving::told, this, [&told](const Message &message) { told << message.title; });
        const OrderId id = till.sell();
        const OrderId other = till.sell();
        till.look(id);
        till.later(60);
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        till.press(*till.pane, Qt::Key_S);
        QCOMPARE(asked.count(), 1);
        saving.begin(id, u"/x.pdf"_s);
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.last().startsWith(u"The server is being asked about the order"_s), qPrintable(told.last()));
        saving.begin(id, u"/y.pdf"_s); // of an impatient hand
        QCOMPARE(told.last(), PrintRefusalText(PrintRefusal::Busy).title);
        till.look(other);
        till.pane.reset();
        told.clear();
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(2);
        QCOMPARE(till.drawing.drawn.size(), 1);
        QCOMPARE(till.drawing.drawn.first().filePath, u"/x.pdf"_s);
        QCOMPARE(told, (QStringList{u"The tickets are being saved as a PDF…"_s, u"The tickets are saved as a PDF."_s}));
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        told.clear();
        till.drawing.failure = PrintTrouble::NotDrawn;
        till.vendor.answerAtOnce(ScriptedVendor::Kind::Order);
        saving.begin(other, u"/nowhere/z.pdf"_s);
        till.later(6);
        QCOMPARE(told.size(), 3);
        QVERIFY2(told.value(2).contains(u"PDF"_s), qPrintable(told.value(2)));
    }

    /// It was refunded while its path was chosen.
    void whatWasRefundedIsNotSaved()
    {
        PrintingTill till(Automatic::OnRequest);
        PdfSaving saving(till.printing());
        QStringList told;
        connect(&saving, &PdfSaving::told, this, [&told](const Message &message) { told << message.title; });
        const OrderId id = till.sell();
        till.later(60);
        till.vendor.at(id).tickets.clear();
        till.vendor.at(id).status = OrderStatus::Refunded;
        saving.begin(id, u"/x.pdf"_s);
        till.later(2);
        QVERIFY(till.drawing.drawn.isEmpty());
        QCOMPARE(told.last(), u"The tickets were refunded."_s);
    }

    /// The server was too slow, and answers after the print.
    void paperOfARefundedTicketIsSaid()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId id = till.sell();
        till.look(id);
        till.later(60);
        till.vendor.at(id).tickets.removeFirst();
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        till.press(*till.pane, Qt::Key_P);
        till.later(7);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(till.printing().refundedOnPaperOf(id), 0);
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(2);
        QCOMPARE(till.printing().refundedOnPaperOf(id), 1);
        till.look(id);
        QVERIFY2(Till::says(*till.pane, u"were refunded, and are printed"_s), qPrintable(Till::read(*till.pane)));
    }

    /// The windows are built anew while the server is asked.
    void aPressOutlivesItsPane()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId id = till.sell();
        till.look(id);
        till.later(60);
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        till.press(*till.pane, Qt::Key_P);
        QVERIFY(till.printer.jobs.isEmpty());
        till.pane.reset();
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(6);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    /// Another order is shown, and then this one again: its first press is not taken for the second.
    void aPressThatWasLeftPrintsOnce()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId first = till.sell();
        const OrderId second = till.sell();
        till.look(first);
        till.later(60);
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        till.press(*till.pane, Qt::Key_P);
        till.look(second);
        till.look(first);
        till.press(*till.pane, Qt::Key_P);
        QVERIFY(till.printer.jobs.isEmpty());
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(6);
        QCOMPARE(till.printing().stateOf(first), PrintState::Printed);
        QCOMPARE(till.drawing.drawn.size(), 1);
        QCOMPARE(till.printing().stateOf(second), PrintState::NotPrinted);
    }

    /// What a ticket has to carry, and is not known yet, is said before the payment.
    void dataThatAreNotKnownAreSaidBeforeThePayment()
    {
        PrintingTill till;
        till.vendor.onSale[0].organiser = *PartnerId::parse(u"5d1f3a2b9c8e7f6a5b4c3d2e"_s);
        till.vendor.legalData = {.name = u"Theatre"_s, .inn = u"7701"_s, .ogrn = u"1027"_s, .address = u"Moscow"_s};
        till.dialog.reset();
        till.list.reset();
        till.pane.reset();
        till.restart();
        till.readEvents();
        till.printing().setUp(till.settings, u"Counter 1"_s, till.format, {});
        till.openDialog();
        till.vendor.holdCalls(ScriptedVendor::Kind::Legal);
        till.dialog->setSale(till.reserve());
        till.dialog->show();
        till.settleAll();
        QVERIFY2(Till::says(*till.dialog, u"The server is being asked for the organiser's data"_s),
                 qPrintable(Till::read(*till.dialog)));
        till.vendor.fail(ScriptedVendor::Kind::Legal, {.kind = ErrorKind::ConnectionLost});
        till.settleAll();
        QVERIFY2(Till::says(*till.dialog, u"The organiser's data could not be read"_s),
                 qPrintable(Till::read(*till.dialog)));
        till.vendor.answerAtOnce(ScriptedVendor::Kind::Legal);
        till.later(10);
        QVERIFY(!Till::shows(*till.dialog, u"legalNotice"_s));
    }

    /// A job that the printer refused is the reason that is told until another one begins.
    void aRefusedJobStaysUntilTheOrderIsRead()
    {
        PrintingTill till;
        till.printer.refusal = PrintTrouble::Rejecting;
        const OrderId id = till.sell();
        till.later(60);
        const QUuid refused = till.printing().openJobs().value(0).id;
        QVERIFY(!refused.isNull());
        till.vendor.latency = 3s;
        till.vendor.at(id).tickets.clear();
        till.vendor.at(id).status = OrderStatus::Refunded;
        till.press(*till.dialog, Qt::Key_P);
        QCOMPARE(till.printing().job(refused)->state, PrintJob::State::Attention);
        till.later(6);
        QCOMPARE(till.printing().job(refused)->state, PrintJob::State::GivenUp);
        QCOMPARE(till.status(id), OrderStatus::Refunded);
        QVERIFY(till.printer.jobs.isEmpty());
    }

    /// A counter without a network goes on: what is known is printed.
    void aServerThatIsSilentHoldsPrintingForSeconds()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId id = till.sell();
        till.look(id);
        till.later(60);
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        till.press(*till.pane, Qt::Key_P);
        till.press(*till.pane, Qt::Key_S);
        QVERIFY(till.printer.jobs.isEmpty());
        till.later(3);
        QCOMPARE(till.printer.jobs.size(), 1);
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(5);
        QCOMPARE(till.printer.jobs.size(), 1);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    void anotherOrderIsNotPrintedInItsPlace()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId first = till.sell();
        const OrderId second = till.sell();
        till.look(first);
        till.later(60);
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        till.press(*till.pane, Qt::Key_P);
        till.look(second);
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(6);
        QCOMPARE(till.printing().stateOf(first), PrintState::Printed); // the cashier need not stay
        QCOMPARE(till.printing().stateOf(second), PrintState::NotPrinted);
        QVERIFY(Till::shown(*till.pane, u"printButton"_s)->isEnabled());
    }

    /// Two presses in the list of what is not printed: of an impatient hand, while the server is slow, and at once.
    void aSecondPressIsNotForAnotherOrder_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("while the order is read") << 60;
        QTest::newRow("of an order that was just read") << 0;
    }

    void aSecondPressIsNotForAnotherOrder()
    {
        QFETCH(int, seconds);
        PrintingTill till(Automatic::OnRequest);
        const OrderId first = till.sell();
        const OrderId second = till.sell();
        till.dialog->hide();
        till.later(seconds);
        if (seconds == 0)
            static_cast<void>(till.service().refresh(first));
        till.settleAll();
        till.list->show();
        till.list->begin(first);
        till.settleAll();
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        till.press(*till.list, Qt::Key_P);
        till.press(*till.list, Qt::Key_P);
        till.settleAll();
        till.press(*till.list, Qt::Key_P);
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(6);
        QCOMPARE(till.printing().stateOf(first), PrintState::Printed);
        QCOMPARE(till.printing().stateOf(second), PrintState::NotPrinted);
    }

    /// Just paid: the order is not asked again.
    void enterOnThePaidPageAsksNothing()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId id = till.sell();
        const int asked = till.vendor.count(ScriptedVendor::Kind::Order, id);
        till.press(*till.dialog, Qt::Key_Return);
        QCOMPARE(till.printer.jobs.size(), 1);
        QCOMPARE(till.vendor.count(ScriptedVendor::Kind::Order, id), asked);
    }

    /// Without its event a ticket would have no title, start and venue: that cannot be allowed.
    void withoutItsEventNothingIsPrinted()
    {
        PrintingTill till(Automatic::OnRequest);
        const QList<Event> events = std::exchange(till.vendor.onSale, {});
        till.readEvents();
        const OrderId id = till.sell();
        till.press(*till.dialog, Qt::Key_Return);
        QVERIFY2(Till::says(*till.dialog, u"The event of this order is not known."_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::shows(*till.dialog, u"printYesButton"_s));
        QVERIFY(till.printer.jobs.isEmpty());
        till.vendor.onSale = events;
        till.later(60);
        till.press(*till.dialog, Qt::Key_Return); // asks for it
        till.later(2);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(till.drawing.drawn.last().tickets.first().text(TicketField::Title), u"The Seagull"_s);
    }

    void whatIsSentByEmailIsNotWaitedFor()
    {
        PrintingTill till;
        till.vendor.tellTickets = [](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets)
                ticket.barcode.clear();
            return tickets;
        };
        till.vendor.page.clear();
        const OrderId id = till.reserve();
        QCOMPARE(till.service().pay(id, {.system = u"api/BASE"_s, .customer = {}, .sendsTickets = true}),
                 Refusal::None);
        till.settle();
        till.dialog->setSale(id);
        till.dialog->show();
        till.dialog->focusFirst();
        const QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        till.vendor.pay(id);
        static_cast<void>(till.service().refresh(id));
        till.settleAll();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY2(!Till::says(*till.dialog, PrintText::awaitingBarcodes()), qPrintable(Till::read(*till.dialog)));
        till.press(*till.dialog, Qt::Key_Return);
        QCOMPARE(next.count(), 1);
    }

    /// The organiser's data are being asked for: the page says what happens then.
    void dataThatAreAskedForAreWaitedFor()
    {
        PrintingTill till;
        till.vendor.onSale[0].organiser = *PartnerId::parse(u"5d1f3a2b9c8e7f6a5b4c3d2e"_s);
        till.vendor.legalData = {.name = u"Theatre"_s, .inn = u"7701"_s, .ogrn = u"1027"_s, .address = u"Moscow"_s};
        till.dialog.reset();
        till.list.reset();
        till.pane.reset();
        till.restart();
        till.readEvents();
        till.printing().setUp(till.settings, u"Counter 1"_s, till.format, {});
        till.openDialog();
        till.vendor.holdCalls(ScriptedVendor::Kind::Legal);
        const OrderId id = till.sell();
        QVERIFY(till.printer.jobs.isEmpty());
        QCOMPARE(PrintingTill::line(*till.dialog), PrintText::awaitingData());
        till.later(20);
        Q_EMIT till.ticker.second();
        QVERIFY2(Till::says(*till.dialog, u"it is then printed by itself"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"later they are not printed by themselves"_s));
        till.vendor.answerAll(ScriptedVendor::Kind::Legal);
        till.later(3);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    /// The top bar counts what the list behind it shows: also a job without an order.
    void theTopBarCountsAJobWithoutOrder()
    {
        GuiFixture stage;
        stage.setUpPrinter();
        stage.printer->refusal = PrintTrouble::Rejecting;
        QTRY_VERIFY(stage.find(u"orderTable"_s));
        QVERIFY(!stage.find(u"unprintedButton"_s));
        stage.counter->printing.printTest(stage.counter->printing.settings().printers.first());
        QTRY_VERIFY(stage.find(u"unprintedButton"_s));
        stage.press(Qt::Key_F7);
        QTRY_COMPARE(stage.windows->main().findChildren<UnprintedCard *>().size(), 1);
        stage.counter->printing.giveUp(stage.counter->printing.openJobs().first().id);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.find(u"orderTable"_s));
        QTRY_VERIFY(!stage.find(u"unprintedButton"_s));
    }

    /// Several at once: each stands there until a person has read it, whatever else is told meanwhile.
    void paperOfEachRefundedOrderIsTold()
    {
        PrintingTill till;
        const OrderId ids[]{till.sell(), till.sell(), till.sell()};
        QWidget parent;
        auto notice = std::make_unique<PaperNotice>(till.counter(), till.seen, till.format, &parent);
        parent.show();
        QVERIFY(!notice->widget()->isVisible());
        till.later(10);
        for (const OrderId &id : ids) {
            QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
            till.vendor.at(id).status = OrderStatus::Refunded;
            static_cast<void>(till.service().refresh(id));
        }
        till.later(2);
        const auto isTold = [&] {
            for (const OrderId &id : ids)
                QVERIFY2(Till::says(parent, till.format.orderNumber(till.sale(id).order.number)),
                         qPrintable(Till::read(parent)));
        };
        isTold();
        notice->widget()->hide();
        notice = std::make_unique<PaperNotice>(till.counter(), till.seen, till.format, &parent); // another language
        isTold();
        Till::shown<QPushButton>(parent, u"paperDoneButton"_s)->click();
        QVERIFY(till.seen.paperToTakeBack.isEmpty());
        QVERIFY(!notice->widget()->isVisible());
    }

    void noTwoPDFsAreSavedToOnePath()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId first = till.sell();
        const OrderId second = till.sell();
        till.later(10);
        till.vendor.holdCalls(ScriptedVendor::Kind::Order);
        PdfSaving pdfs(till.printing());
        QStringList told;
        connect(&pdfs, &PdfSaving::told, this, [&told](const Message &message) { told << message.title; });
        pdfs.begin(first, u"/tmp/tickets.pdf"_s);
        pdfs.begin(second, u"/tmp/tickets.pdf"_s);
        QCOMPARE(told.last(), u"Tickets of another order are being saved there."_s);
        pdfs.begin(first, u"/tmp/others.pdf"_s);
        QCOMPARE(told.last(), u"Tickets of this order are being printed or saved already."_s);
        till.vendor.answerAll(ScriptedVendor::Kind::Order);
        till.later(3);
        QCOMPARE(told.last(), u"The tickets are saved as a PDF."_s);
        pdfs.begin(second, u"/tmp/tickets.pdf"_s); // it is over
        till.later(3);
        QCOMPARE(told.last(), u"The tickets are saved as a PDF."_s);
    }

    void aTicketRefundedAtTheServerIsNotPrintedAgain()
    {
        GuiFixture stage;
        stage.setUpPrinter();
        const Sale &sale = stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 3);
        stage.click(u"confirmPaidButton"_s);
        stage.click(u"confirmPaidYesButton"_s);
        QTRY_COMPARE(stage.counter->printing.stateOf(sale.order.id), PrintState::Printed);
        QCOMPARE(stage.drawer->drawn.last().tickets.size(), 3);
        const Money before = sale.order.nominal;
        stage.refund(sale.order.id, sale.order.tickets.first());
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(u"orderTable"_s));
        stage.press(Qt::Key_P);
        QTRY_COMPARE(sale.order.tickets.size(), 2);
        QCOMPARE(sale.tickets.size(), 2);
        QTRY_VERIFY(stage.find(u"saidDoneButton"_s)); // its paper is to be taken back
        QTRY_COMPARE(sale.history.last().what, HistoryEntry::What::RefundedOnPaper);
        QTRY_VERIFY(stage.find(u"paperNotice"_s));
        QCOMPARE(sale.order.nominal * 3, before * 2);
        QTRY_VERIFY(stage.isShown(u"printYesButton"_s));
        stage.press(Qt::Key_Y);
        QTRY_COMPARE(stage.drawer->drawn.size(), 2);
        QCOMPARE(stage.drawer->duplicates(), (QList<int>{1, 1}));
    }
};

} // namespace okoshko::test::tst_printcurrent

OKOSHKO_TEST(tst_printcurrent, PrintCurrentTest, QApplication)
#include "tst_printcurrent.moc"
