// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include <QListWidget>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_printing {

/// The printing cases of chapter 3 of the manual test plan.
class PrintingCases : public QObject
{
    Q_OBJECT
    using Automatic = PrintSettings::Automatic;

private:
    /// Two tickets for cash, as the cases tell it; the page of the paid order is shown. \a before: what is said before
    /// the payment starts.
    static const Sale &sell(CaseDrive &drive, const QString &before = {}) { return drive.sellForCash(before); }

private Q_SLOTS:
    void case320()
    {
        CaseDrive::perform(320, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            sell(drive);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            drive.await(u"PrintText|At the door the tickets may be unknown for some seconds."_s);
            drive.takePicture();
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"orderTable"_s);
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
            QCOMPARE(drive.stage.drawer->duplicates(), (QList<int>{0, 0}));
        });
    }

    void case321()
    {
        CaseDrive::perform(321, [](CaseDrive &drive) {
            drive.stage.setUpPrinter(Automatic::OnRequest);
            drive.stage.printer->arriving = QueueJob::State::Printing;
            sell(drive);
            drive.await(u"PrintText|Not printed: %1"_s);
            drive.await(u"PrintPanel|&Print"_s);
            drive.takePicture();
            drive.press(Qt::Key_Return);
            drive.await(u"PrintPanel|&Printing…"_s);
            drive.press(Qt::Key_Return);
            drive.press(Qt::Key_Return);
            drive.awaitThat("the job is at the printer", [&] { return drive.stage.printer->jobs.size() == 1; });
            drive.stage.printer->set(QueueJob::State::Done);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"orderTable"_s);
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
        });
    }

    void case322()
    {
        CaseDrive::perform(322, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            drive.stage.printer->arriving = QueueJob::State::Printing;
            drive.stage.printer->trouble = PrintTrouble::PaperOut;
            const Sale &sale = sell(drive);
            drive.await(u"PrintTroubleText|The printer %1 has no paper"_s);
            drive.press(Qt::Key_Return);
            drive.takePicture();
            drive.await(u"PrintPanel|&Give up and take it back"_s);
            drive.press(Qt::Key_G);
            drive.awaitShown(u"ticketChecks"_s);
            drive.await(u"PrintPanel|Which tickets came out of the printer, whole and readable?"_s);
            drive.press(Qt::Key_Space);
            drive.await(u"PrintPanel|&Yes, only the marked ones came out"_s);
            drive.awaitShown(u"printYesButton"_s);
            drive.press(Qt::Key_Y);
            drive.stage.printer->arriving = QueueJob::State::Done;
            drive.stage.printer->trouble = PrintTrouble::None;
            drive.awaitShown(u"printButton"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            const QList<TicketFields> &tickets = drive.stage.drawer->drawn.last().tickets;
            QCOMPARE(tickets.size(), 1);
            QCOMPARE(tickets.first().copy, (TicketCopy{sale.order.tickets.last(), 0}));
        });
    }

    void case323()
    {
        CaseDrive::perform(323, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            const Sale &sale = sell(drive);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"orderTable"_s);
            drive.await(u"PrintPanel|&Print again…"_s);
            drive.press(Qt::Key_P);
            drive.await(u"PrintPanel|Print the tickets again?"_s);
            drive.takePicture();
            drive.await(u"PrintPanel|&Yes, print duplicates"_s);
            drive.awaitShown(u"printYesButton"_s);
            drive.press(Qt::Key_Y);
            drive.awaitThat("it is printed again", [&] {
                return drive.stage.printer->jobs.size() == 2 &&
                       drive.stage.counter->printing.stateOf(sale.order.id) == PrintState::Printed;
            });
            drive.awaitOfOrder(sale.order.id, u"Format|printed again on “%1” as a duplicate (no. %2): %3"_s);
            QCOMPARE(drive.stage.drawer->duplicates(), (QList<int>{1, 1}));
        });
    }

    void case324()
    {
        CaseDrive::perform(324, [](CaseDrive &drive) {
            drive.stage.setUpPrinter(Automatic::OnRequest);
            const Sale &sale = sell(drive);
            drive.await(u"PrintText|Not printed: %1"_s);
            drive.toOrders();
            drive.awaitOfOrder(sale.order.id, u"Format|Not printed"_s);
            drive.await(u"TopBar|Not pr&inted: %1"_s);
            drive.press(Qt::Key_F7);
            drive.await(u"PrintPanel|Not nee&ded"_s);
            drive.takePicture();
            drive.press(Qt::Key_N);
            drive.await(u"PrintPanel|&Yes, none are needed"_s);
            drive.awaitShown(u"printYesButton"_s);
            drive.press(Qt::Key_Y);
            drive.await(
                u"UnprintedPage|Nothing is to be done here. Paid orders whose tickets are not printed are listed here "
                "until they are printed or not needed."_s);
            drive.press(Qt::Key_Escape);
            drive.awaitGone(u"TopBar|Not pr&inted: %1"_s);
            drive.awaitOfOrder(sale.order.id, u"Format|Paid"_s);
            QVERIFY(drive.stage.printer->jobs.isEmpty());
        });
    }

    void case325()
    {
        CaseDrive::perform(325, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            drive.switchOn();
            const OrderId id = sell(drive).order.id;
            drive.await(u"PrintText|Waiting for the barcodes…"_s);
            drive.toOrders();
            drive.awaitOfOrder(id, u"Format|Not printed"_s);
            drive.await(u"TopBar|Not pr&inted: %1"_s);
            drive.press(Qt::Key_F7);
            drive.await(u"PrintText|The server has not told the barcode of %n ticket(s) yet."_s);
            drive.takePicture();
            QVERIFY(drive.stage.printer->jobs.isEmpty());
            drive.switchOff();
            drive.await(
                u"UnprintedPage|Nothing is to be done here. Paid orders whose tickets are not printed are listed here "
                "until they are printed or not needed."_s);
            drive.awaitThat("they are printed",
                            [&] { return drive.stage.counter->printing.stateOf(id) == PrintState::Printed; });
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
            QCOMPARE(drive.stage.drawer->duplicates(), (QList<int>{0, 0}));
        });
    }

    void case326()
    {
        CaseDrive::perform(326, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            drive.switchOn();
            const Sale &sale = sell(drive);
            drive.await(u"PrintText|Not printed: %1"_s);
            drive.await(u"PrintText|%n ticket(s) are held back: they have the same barcode. Call Ticketscloud with the "
                        "order's number."_s);
            drive.await(u"PrintText|Tell the buyer: the order is paid, and its tickets are handed out later, by the "
                        "order's number."_s);
            drive.takePicture();
            QVERIFY(!drive.stage.find(u"printButton"_s));
            const QString number = drive.format().orderNumber(sale.order.number).simplified();
            const QString said = drive.textsIn(u"PaymentPage"_s).join(u' ').simplified();
            QVERIFY2(said.contains(number), qPrintable(said));
            QVERIFY(drive.stage.printer->jobs.isEmpty());
        });
    }

    void case327()
    {
        CaseDrive::perform(327, [](CaseDrive &drive) {
            drive.stage.setUpPrinter(Automatic::OnPaid, GuiFixture::Incomplete::Asked);
            drive.switchOn();
            drive.stage.pass(std::chrono::seconds(1));
            drive.press(Qt::Key_F2);
            drive.awaitShown(u"eventSearch"_s);
            drive.press(Qt::Key_F5);
            drive.awaitThat("the events are read without the data", [&] {
                const Event *event = drive.stage.counter->catalogue.wholeEvent(GuiFixture::cashEvent());
                return event && !event->legal;
            });
            drive.press(Qt::Key_Escape);
            sell(drive, u"PrintText|Tickets of this event will not print by themselves"_s);
            drive.await(u"PrintText|Not printed: %1"_s);
            drive.await(u"PrintText|The organiser's data, which a ticket has to carry, are not known: it is not "
                        "printed by itself."_s);
            QVERIFY(drive.stage.printer->jobs.isEmpty());
            drive.await(u"PrintPanel|&Print"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"PrintText|Print without the organiser's data?"_s);
            drive.await(u"PrintPanel|&Yes, print without them"_s);
            drive.takePicture();
            drive.awaitShown(u"printYesButton"_s);
            drive.press(Qt::Key_Y);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
        });
    }
};

} // namespace okoshko::test::tst_qa_printing

OKOSHKO_TEST(tst_qa_printing, PrintingCases, QApplication)
#include "tst_qa_printing.moc"
