// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include <QListWidget>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_printers {

/// The cases of the manual test plan about the printers in the settings (chapter 8), and about tickets that may have
/// come out (chapter 3).
class PrinterCases : public QObject
{
    Q_OBJECT
    using Automatic = PrintSettings::Automatic;
    using Prints = PrinterProfile::Prints;

private:
    static PrinterProfile printer(const QString &name, const QString &queue, PrinterProfile::PrintsFlags prints)
    {
        PrinterProfile profile;
        profile.name = name;
        profile.queue = queue;
        profile.prints = prints;
        profile.ticketTemplate = u"roll-80"_s;
        return profile;
    }

    /// As if saved in the settings earlier.
    static void have(CaseDrive &drive, const QList<PrinterProfile> &printers, Automatic automatic = Automatic::OnPaid)
    {
        drive.stage.setUpPrinter(); // allows tickets without the organiser's data
        CounterSettings values = drive.stage.settings.values();
        values.print = {automatic, printers};
        [&] { QVERIFY(drive.stage.settings.save(values)); }();
        FirstFailure::check();
        drive.stage.counter->printing.setUp(values.print, {}, drive.format(), {});
    }

    static void openPrinters(CaseDrive &drive)
    {
        drive.stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
        drive.awaitShown(u"settingsPages"_s);
        const auto *pages = drive.stage.hand->find<QListWidget>(u"settingsPages"_s);
        for (int page = 1; page < pages->count() && !drive.stage.find(u"addPrinterButton"_s); ++page)
            drive.press(Qt::Key_Down);
        drive.awaitShown(u"addPrinterButton"_s);
    }

    static void save(CaseDrive &drive)
    {
        drive.awaitShown(u"saveSettingsButton"_s);
        drive.stage.hand->press(Qt::Key_S, Qt::ControlModifier);
        drive.await(u"SettingsPage|Saved. The settings hold from now on."_s);
        drive.awaitThat("the windows are built for it", [&] { return !drive.stage.windows->isToRebuild(); });
    }

    static QStringList queuesOfJobs(const CaseDrive &drive)
    {
        QStringList queues;
        for (const FakeQueue::Job &job : drive.stage.printer->jobs)
            queues << job.queue;
        queues.sort();
        return queues;
    }

    static void awaitNothingUnprinted(CaseDrive &drive)
    {
        drive.await(u"UnprintedPage|Nothing is to be done here. Paid orders whose tickets are not printed are listed "
                    "here until they are printed or not needed."_s);
    }

private Q_SLOTS:
    void case343()
    {
        CaseDrive::perform(343, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            drive.stage.printer->arriving = QueueJob::State::Printing;
            const Sale &sale = drive.sellForCash();
            drive.awaitThat("the job is at the printer", [&] { return drive.stage.printer->jobs.size() == 1; });
            drive.stage.printer->set(QueueJob::State::Canceled);
            drive.await(u"PrintTroubleText|The print job was cancelled, not by Okoshko"_s);
            drive.await(u"PrintPanel|&Which came out?"_s);
            drive.press(Qt::Key_W);
            drive.await(u"PrintPanel|Mark them with Space, or all with A. The others can be printed again, without "
                        "being duplicates."_s);
            drive.awaitShown(u"printYesButton"_s);
            drive.press(Qt::Key_A);
            drive.takePicture();
            drive.await(u"PrintPanel|&Yes, only the marked ones came out"_s);
            drive.awaitShown(u"printYesButton"_s);
            drive.press(Qt::Key_Y);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
            QCOMPARE(drive.stage.counter->printing.stateOf(sale.order.id), PrintState::Printed);
        });
    }

    void case821()
    {
        CaseDrive::perform(821, [](CaseDrive &drive) {
            have(drive, {printer(u"Лента"_s, u"roll"_s, Prints::Tickets)});
            drive.stage.printer->arriving = QueueJob::State::Printing;
            drive.stage.printer->trouble = PrintTrouble::PaperOut;
            openPrinters(drive);
            drive.await(u"PrintersSection|&Print a test ticket"_s);
            drive.click(u"testTicketButton"_s);
            drive.await(u"SettingsPage|A test ticket is sent to the printer “%1”."_s);
            drive.toOrders();
            drive.press(Qt::Key_F7);
            drive.await(u"UnprintedCard|Test ticket"_s);
            drive.await(u"PrintTroubleText|The printer %1 has no paper"_s);
            drive.takePicture();
            drive.stage.printer->set(QueueJob::State::Done);
            awaitNothingUnprinted(drive);
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
        });
    }

    void case823()
    {
        CaseDrive::perform(823, [](CaseDrive &drive) {
            have(drive, {printer(u"A4"_s, u"a4"_s, Prints::Tickets),
                         printer(u"Лента"_s, u"roll"_s, Prints::Tickets | Prints::Receipts)});
            drive.sellForCash();
            drive.await(u"PrintText|Printed: hand over %1 and the receipt"_s);
            drive.awaitThat("both are printed", [&] { return drive.stage.printer->jobs.size() == 2; });
            QCOMPARE(queuesOfJobs(drive), (QStringList{u"a4"_s, u"roll"_s}));
            drive.press(Qt::Key_Return);
            drive.awaitShown(u"orderTable"_s);
            openPrinters(drive);
            drive.await(u"PrintersSection|Tickets and receipts each go to the first printer of the list that prints "
                        "them."_s);
            drive.stage.find(u"printersList"_s)->setFocus();
            drive.press(Qt::Key_Down);
            drive.stage.hand->press(Qt::Key_Up, Qt::AltModifier);
            save(drive);
            drive.takePicture();
            drive.toOrders();
            drive.sellForCash();
            drive.await(u"PrintText|Printed: hand over %1 and the receipt"_s);
            drive.awaitThat("both are printed", [&] { return drive.stage.printer->jobs.size() == 4; });
            QCOMPARE(queuesOfJobs(drive), (QStringList{u"a4"_s, u"roll"_s, u"roll"_s, u"roll"_s}));
        });
    }
};

} // namespace okoshko::test::tst_qa_printers

OKOSHKO_TEST(tst_qa_printers, PrinterCases, QApplication)
#include "tst_qa_printers.moc"
