// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/files/Saver.h"
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>

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

    static void haveBlanks(CaseDrive &drive)
    {
        PrinterProfile roll = printer(u"Лента"_s, u"roll"_s, Prints::Tickets);
        roll.blanks = PrinterProfile::Blanks::Numbered;
        have(drive, {roll});
    }

    static void type(CaseDrive &drive, const QString &name, const QString &text)
    {
        drive.awaitShown(name);
        drive.stage.find(name)->setFocus();
        drive.stage.type(text);
    }

    static void setRange(CaseDrive &drive)
    {
        drive.click(u"blanksRangeButton_roll"_s);
        type(drive, u"blanksFirst_roll"_s, u"1000"_s);
        type(drive, u"blanksSecond_roll"_s, u"1099"_s);
        drive.press(Qt::Key_Return);
    }

    static void openBlanks(CaseDrive &drive)
    {
        drive.press(Qt::Key_F7);
        drive.awaitShown(u"blanksRangeButton_roll"_s);
    }

    static void sayYes(CaseDrive &drive)
    {
        drive.awaitShown(u"printYesButton"_s);
        drive.press(Qt::Key_Y);
    }

private Q_SLOTS:
    void case340()
    {
        CaseDrive::perform(340, [](CaseDrive &drive) {
            haveBlanks(drive);
            openBlanks(drive);
            setRange(drive);
            drive.await(u"BlanksCard|next %1"_s);
            drive.toOrders();
            drive.sellForCash();
            drive.await(u"PrintText|Printed: hand over %1"_s);
            drive.toOrders();
            openBlanks(drive);
            drive.awaitThat("what was printed is counted", [&] {
                const QString said = drive.textsIn(u"BlanksCard"_s).join(u' ');
                return said.contains(u"1002"_s) &&
                       said.contains(drive.isRussian() ? u"напечатано 2"_s : u"2 printed"_s);
            });
            setRange(drive);
            drive.await(u"BlanksCard|a number of this range was used before"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.counter->printing.blanks().next(u"roll"_s), 1002);
        });
    }

    void case341()
    {
        CaseDrive::perform(341, [](CaseDrive &drive) {
            haveBlanks(drive);
            drive.stage.counter->printing.blanks().setRange(u"roll"_s, 1000, 1099);
            openBlanks(drive);
            drive.await(u"BlanksCard|next %1"_s);
            drive.click(u"blanksSpoiledButton_roll"_s);
            type(drive, u"blanksFirst_roll"_s, u"2"_s);
            type(drive, u"blanksSecond_roll"_s, u"порван"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"BlanksCard|spoiled: %1"_s);
            drive.awaitThat("the sheet has it", [&] {
                const QString said = drive.textsIn(u"BlanksCard"_s).join(u' ');
                return said.contains(u"1000–1001"_s) && said.contains(u"порван"_s) && said.contains(u"1002"_s);
            });
            drive.takePicture();
        });
    }

    void case342()
    {
        CaseDrive::perform(342, [](CaseDrive &drive) {
            haveBlanks(drive);
            drive.stage.counter->printing.blanks().setRange(u"roll"_s, 1000, 1099);
            drive.sellForCash();
            drive.await(u"PrintText|Printed: hand over %1"_s);
            drive.toOrders();
            openBlanks(drive);
            drive.awaitThat("it is counted", [&] {
                return drive.textsIn(u"BlanksCard"_s)
                    .join(u' ')
                    .contains(drive.isRussian() ? u"напечатано 2"_s : u"2 printed"_s);
            });
            Saver saver(drive.stage);
            drive.click(u"blanksSheetButton_roll"_s);
            const QString path = drive.stage.profile.filePath(u"sheet"_s);
            saver.saveAs(path);
            FirstFailure::check();
            QMessageBox *box = saver.box(u"savedBox"_s);
            QVERIFY(box);
            drive.await(u"FileSaver|The file is here:"_s);
            drive.takePicture(*box);
            QFile file(path + u".csv"_s);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const QString &number : {u"1000"_s, u"1099"_s, u"1001"_s})
                QVERIFY2(text.contains(number), qPrintable(text));
        });
    }

    void case344()
    {
        CaseDrive::perform(344, [](CaseDrive &drive) {
            drive.stage.setUpPrinter(Automatic::OnRequest);
            drive.sellForCash();
            drive.await(u"PrintPanel|Not nee&ded"_s);
            drive.press(Qt::Key_N);
            sayYes(drive);
            drive.await(u"PrintText|No tickets on paper are needed"_s);
            QVERIFY(drive.stage.printer->jobs.isEmpty());
            drive.await(u"PrintPanel|&Print"_s);
            drive.press(Qt::Key_P);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
            QCOMPARE(drive.stage.drawer->duplicates(), (QList<int>{0, 0}));
        });
    }

    void case345()
    {
        CaseDrive::perform(345, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            drive.stage.printer->arriving = QueueJob::State::Printing;
            drive.stage.printer->trouble = PrintTrouble::PaperOut;
            drive.sellForCash();
            drive.await(u"PrintTroubleText|The printer %1 has no paper"_s);
            drive.stage.printer->isDown = true;
            drive.await(u"PrintTroubleText|The computer's print service does not answer"_s);
            drive.await(u"PrintPanel|&Give up and take it back"_s);
            drive.press(Qt::Key_G);
            drive.awaitShown(u"ticketChecks"_s);
            drive.await(u"PrintPanel|&Yes, only the marked ones came out"_s);
            sayYes(drive);
            drive.await(u"PrintText|The job is taken back as soon as the print service answers; until then the tickets "
                        "can be saved as a PDF, where they are marked as duplicates."_s);
            drive.takePicture();
            drive.stage.printer->isDown = false;
            drive.stage.printer->arriving = QueueJob::State::Done;
            drive.stage.printer->trouble = PrintTrouble::None;
            drive.awaitShown(u"printButton"_s);
            QCOMPARE(drive.stage.printer->jobs.last().state.state, QueueJob::State::Canceled);
            drive.press(Qt::Key_Return);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            QCOMPARE(drive.stage.printer->jobs.size(), 2);
            QCOMPARE(drive.stage.drawer->duplicates(), (QList<int>{0, 0}));
        });
    }

    void case346()
    {
        CaseDrive::perform(346, [](CaseDrive &drive) {
            have(drive, {printer(u"Лента"_s, u"roll"_s, Prints::Tickets | Prints::Receipts)});
            drive.sellForCash();
            drive.await(u"PrintText|Printed: hand over %1 and the receipt"_s);
            drive.awaitThat("both are printed", [&] { return drive.stage.printer->jobs.size() == 2; });
            drive.await(u"PrintPanel|Print a &receipt"_s);
            drive.press(Qt::Key_R);
            drive.await(u"PrintPanel|Print the receipt again?"_s);
            drive.await(u"PrintPanel|&Yes, print a duplicate"_s);
            drive.takePicture();
            sayYes(drive);
            drive.awaitThat("it is printed again", [&] { return drive.stage.printer->jobs.size() == 3; });
            QVERIFY(drive.stage.drawer->drawn.last().receipt);
            QVERIFY(drive.stage.drawer->drawn.last().tickets.isEmpty());
        });
    }

    void case347()
    {
        CaseDrive::perform(347, [](CaseDrive &drive) {
            have(drive, {printer(u"A4"_s, u"a4"_s, Prints::Tickets), printer(u"Лента"_s, u"roll"_s, Prints::Tickets)});
            drive.stage.printer->arriving = QueueJob::State::Printing;
            drive.sellForCash();
            drive.await(u"PrintTroubleText|The printer %1 has not finished, and tells no reason"_s);
            drive.stage.printer->arriving = QueueJob::State::Done;
            drive.await(u"PrintPanel|On &another printer…"_s);
            drive.takePicture();
            drive.press(Qt::Key_O);
            drive.awaitShown(u"printerChoices"_s);
            drive.await(u"PrintPanel|&Yes, print there"_s);
            sayYes(drive);
            drive.awaitShown(u"ticketChecks"_s);
            drive.await(u"PrintPanel|&Yes, only the marked ones came out"_s);
            sayYes(drive);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            QCOMPARE(queuesOfJobs(drive), (QStringList{u"a4"_s, u"roll"_s}));
            QCOMPARE(drive.stage.printer->jobs.first().state.state, QueueJob::State::Canceled);
            QCOMPARE(drive.stage.drawer->duplicates(), (QList<int>{0, 0}));
        });
    }

    void case820()
    {
        CaseDrive::perform(820, [](CaseDrive &drive) {
            have(drive, {});
            openPrinters(drive);
            drive.await(u"PrintersSection|&Add"_s);
            drive.click(u"addPrinterButton"_s);
            type(drive, u"printer_nameEdit"_s, u"Лента"_s);
            auto *queue = drive.stage.hand->find<QComboBox>(u"printer_queueBox"_s);
            QVERIFY(queue && queue->lineEdit());
            queue->lineEdit()->setFocus();
            queue->lineEdit()->selectAll();
            drive.stage.type(u"roll"_s);
            save(drive);
            drive.takePicture();
            QCOMPARE(drive.stage.settings.values().print.printers.value(0).queue, u"roll"_s);
            drive.toOrders();
            drive.sellForCash();
            drive.await(u"PrintText|Printed: hand over %1"_s);
            QCOMPARE(queuesOfJobs(drive), QStringList{u"roll"_s});
        });
    }

    void case822()
    {
        CaseDrive::perform(822, [](CaseDrive &drive) {
            have(drive, {printer(u"Лента"_s, u"roll"_s, Prints::Tickets)});
            drive.stage.printer->refusal = PrintTrouble::NoSuchQueue;
            const Sale &sale = drive.sellForCash();
            drive.await(u"PrintTroubleText|This computer has no printer %1"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.counter->printing.unprinted().value(0).order, sale.order.id);
            drive.stage.printer->refusal = PrintTrouble::None;
            drive.await(u"PrintPanel|&Print again on %1"_s);
            drive.press(Qt::Key_P);
            drive.await(u"PrintText|Printed: hand over %1"_s);
            QCOMPARE(drive.stage.printer->jobs.size(), 1);
            QCOMPARE(drive.stage.drawer->duplicates(), (QList<int>{0, 0}));
        });
    }

    void case343()
    {
        CaseDrive::perform(343, [](CaseDrive &drive) {
            drive.stage.setUpPrinter();
            drive.stage.printer->arriving = QueueJob::State::Printing;
            const Sale &sale = drive.sellForCash();
            drive.awaitThat("the job is at the printer", [&] { return drive.stage.printer->jobs.size() == 1; });
            drive.stage.printer->set(QueueJob::State::Canceled);
            drive.await(u"PrintTroubleText|The print job was broken off, not by Okoshko"_s);
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
