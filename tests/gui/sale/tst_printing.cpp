// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/gui/sale/PrintingTill.h"
#include "tests/support/TestProgram.h"

#include "ui/main/FilterLine.h"
#include "ui/text/PrintText.h"
#include "ui/unprinted/UnprintedCard.h"
#include "ui/unprinted/UnprintedPage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_printing {

/// What the cashier sees of printing, and what the keys do.
class PrintingTest : public QObject
{
    Q_OBJECT
    using Automatic = PrintSettings::Automatic;

private Q_SLOTS:
    void aPaidOrderPrintsByItself()
    {
        PrintingTill till;
        const QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        const OrderId id = till.startCash();
        till.dialog->setSale(id);
        till.dialog->show();
        till.dialog->focusFirst();
        till.press(*till.dialog, Qt::Key_Return); // the money is there
        QTRY_VERIFY(Till::shown(*till.dialog, u"confirmPaidYesButton"_s)->isEnabled());
        till.press(*till.dialog, Qt::Key_Return);
        QCOMPARE(till.status(id), OrderStatus::Done);
        QCOMPARE(till.printer.jobs.size(), 1);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{0, 0}));
        till.later(2);
        QCOMPARE(PrintingTill::line(*till.dialog), u"Printed: hand over "_s + till.format.tickets(2));
        QVERIFY(Till::shows(*till.dialog, u"atTheDoor"_s));
        till.press(*till.dialog, Qt::Key_Return);
        QCOMPARE(next.count(), 1);
        QCOMPARE(till.printer.jobs.size(), 1);

        till.pass(61s);
        Q_EMIT till.ticker.second();
        QVERIFY(!Till::shows(*till.dialog, u"atTheDoor"_s));
    }

    void enterPrintsOnceAndThenIsTheNextBuyer()
    {
        PrintingTill till(Automatic::OnRequest);
        till.printer.arriving = QueueJob::State::Printing;
        const QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        const OrderId id = till.sell();
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"Not printed: "_s + till.format.tickets(2));
        QVERIFY(till.printer.jobs.isEmpty());
        till.press(*till.dialog, Qt::Key_Return);
        QCOMPARE(till.printer.jobs.size(), 1);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printing);
        QVERIFY2(PrintingTill::line(*till.dialog).contains(u"Printing "_s + till.format.tickets(2)),
                 qPrintable(Till::read(*till.dialog)));
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_P, Qt::Key_Return})
            till.press(*till.dialog, key); // impatience
        QCOMPARE(till.printer.jobs.size(), 1);
        QCOMPARE(next.count(), 0);
        till.printer.set(QueueJob::State::Done);
        till.later(6);
        QCOMPARE(PrintingTill::line(*till.dialog), u"Printed: hand over "_s + till.format.tickets(2));
        till.press(*till.dialog, Qt::Key_Return);
        QCOMPARE(next.count(), 1);
        QCOMPARE(till.printer.jobs.size(), 1);
    }

    void withoutAPrinterEnterIsTheNextBuyer()
    {
        PrintingTill till;
        till.settings.printers.clear();
        till.setUp();
        const QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        const QSignalSpy pdf(till.dialog.get(), &PaymentPage::pdfRequested);
        const OrderId id = till.sell();
        QVERIFY2(Till::says(*till.dialog, u"No printer is set up"_s), qPrintable(Till::read(*till.dialog)));
        QCOMPARE(till.counter().orders.notPrinted(), 0); // nobody expects it
        till.press(*till.dialog, Qt::Key_S);
        QCOMPARE(pdf.count(), 1);
        QCOMPARE(pdf.first().first().value<OrderId>(), id);
        till.press(*till.dialog, Qt::Key_F2);
        QCOMPARE(next.count(), 1);
    }

    void whatTheQueueRefusesIsSaidAndPrintedAgain_data()
    {
        QTest::addColumn<PrintTrouble>("trouble");
        QTest::addColumn<QString>("said");
        QTest::newRow("no service") << PrintTrouble::NoPrintService
                                    << u"The computer's print service does not answer"_s;
        QTest::newRow("no queue") << PrintTrouble::NoSuchQueue << u"This computer has no printer “Roll”"_s;
        QTest::newRow("rejecting") << PrintTrouble::Rejecting << u"The printer “Roll” accepts no jobs"_s;
        QTest::newRow("size") << PrintTrouble::SizeUnsupported
                              << u"The printer “Roll” cannot print on paper of this size"_s;
        QTest::newRow("long") << PrintTrouble::TooLong << u"The tickets are longer than the printer “Roll” can print"_s;
    }

    void whatTheQueueRefusesIsSaidAndPrintedAgain()
    {
        QFETCH(PrintTrouble, trouble);
        QFETCH(QString, said);
        PrintingTill till;
        till.printer.refusal = trouble;
        const QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        const OrderId id = till.sell();
        QCOMPARE(till.printing().stateOf(id), PrintState::Attention);
        QCOMPARE(PrintingTill::trouble(*till.dialog), said);
        QCOMPARE(till.counter().orders.notPrinted(), 1);
        till.printer.refusal = PrintTrouble::None;
        till.press(*till.dialog, Qt::Key_Return); // print again
        till.later(6);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{0, 0})); // nothing had come out
        QCOMPARE(next.count(), 0);
        QCOMPARE(till.counter().orders.notPrinted(), 0);
    }

    void whatIsWrongAtThePrinterIsSaid_data()
    {
        QTest::addColumn<PrintTrouble>("trouble");
        QTest::addColumn<QString>("said");
        QTest::newRow("paper") << PrintTrouble::PaperOut << u"The printer “Roll” has no paper"_s;
        QTest::newRow("cover") << PrintTrouble::CoverOpen << u"The cover of the printer “Roll” is open"_s;
        QTest::newRow("offline") << PrintTrouble::Offline << u"The printer “Roll” is off or not connected"_s;
        QTest::newRow("stopped") << PrintTrouble::Stopped << u"The printer “Roll” is stopped"_s;
        QTest::newRow("backend") << PrintTrouble::BackendFailed
                                 << u"The tickets do not get through to the printer “Roll”"_s;
        QTest::newRow("other") << PrintTrouble::Other << u"The printer “Roll” needs attention"_s;
    }

    void whatIsWrongAtThePrinterIsSaid()
    {
        QFETCH(PrintTrouble, trouble);
        QFETCH(QString, said);
        PrintingTill till;
        till.printer.arriving = QueueJob::State::Printing;
        till.printer.trouble = trouble;
        till.printer.words = u"the printer's own words"_s;
        const QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        const OrderId id = till.sell();
        till.later(2);
        QCOMPARE(PrintingTill::trouble(*till.dialog), said);
        QVERIFY2(Till::says(*till.dialog, u"the printer's own words"_s), qPrintable(Till::read(*till.dialog)));
        till.press(*till.dialog, Qt::Key_Return);
        QCOMPARE(next.count(), 0); // Enter does not lead away from what is not printed
        QCOMPARE(till.printer.jobs.size(), 1);
        till.printer.set(QueueJob::State::Done); // mended: it goes on by itself
        till.later(10);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QVERIFY(PrintingTill::trouble(*till.dialog).isEmpty());
    }

    void afterAJobThatWasGivenUpItAsksWhatCameOut()
    {
        PrintingTill till(Automatic::OnPaid, PrinterProfile::Blanks::Numbered);
        till.printing().blanks().setRange(u"roll"_s, 1000, 1999);
        till.printer.arriving = QueueJob::State::Printing;
        till.printer.trouble = PrintTrouble::PaperOut;
        const OrderId id = till.sell();
        till.later(2);
        till.press(*till.dialog, Qt::Key_G);
        const auto shownChecks = [&till] {
            till.later(1);
            return Till::shown<QListWidget>(*till.dialog, u"ticketChecks"_s);
        };
        QTRY_VERIFY2(shownChecks(), qPrintable(Till::read(*till.dialog)));
        const QListWidget *checks = shownChecks();
        QCOMPARE(checks->count(), 2);
        till.press(*till.dialog, Qt::Key_Down);
        till.press(*till.dialog, Qt::Key_Space);
        QCOMPARE(checks->item(1)->checkState(), Qt::Checked);
        auto *spoiled = Till::shown<QLineEdit>(*till.dialog, u"spoiledEdit"_s);
        QVERIFY(spoiled);
        spoiled->setText(u"1"_s);
        Till::shown<QLineEdit>(*till.dialog, u"spoiledWhyEdit"_s)->setText(u"torn"_s);
        till.sayYes(*till.dialog);
        QCOMPARE(till.printing().unprinted().value(0).tickets, till.sale(id).order.tickets.mid(0, 1));
        QCOMPARE(till.printing().blanks().range(u"roll"_s)->next, 1002); // one came out, one is spoiled

        till.printer.arriving = QueueJob::State::Done;
        till.printer.trouble = PrintTrouble::None;
        till.press(*till.dialog, Qt::Key_Return);
        till.later(6);
        QCOMPARE(till.drawing.duplicates(), QList<int>{0}); // it never came out
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QVERIFY(till.story(id).contains(HistoryEntry::What::BlanksSpoiled));
    }

    /// What came out is said before more is printed: what did not is no duplicate.
    void whatCameOutIsSaidBeforeMoreIsPrinted()
    {
        PrintingTill till;
        till.printer.arriving = QueueJob::State::Printing;
        till.printer.trouble = PrintTrouble::PaperOut;
        const OrderId id = till.sell();
        till.later(2);
        till.dialog->hide(); // nobody answers the question there
        till.printing().giveUp(till.printing().openJobs().value(0).id);
        till.later(6);
        till.printer.arriving = QueueJob::State::Done;
        till.printer.trouble = PrintTrouble::None;
        till.look(id);
        for (QWidget *window : {static_cast<QWidget *>(till.pane.get()), static_cast<QWidget *>(till.list.get())}) {
            till.list->setVisible(window == till.list.get());
            till.pane->setVisible(window == till.pane.get());
            till.list->begin();
            till.settleAll();
            QVERIFY2(Till::shows(*window, u"cameOutButton"_s), qPrintable(Till::read(*window)));
            QVERIFY(!Till::shows(*window, u"printButton"_s));
            till.press(*window, Qt::Key_P);
            QCOMPARE(till.printer.jobs.size(), 1);
        }
        till.press(*till.list, Qt::Key_W);
        till.sayYes(*till.list); // none
        till.press(*till.list, Qt::Key_P);
        till.later(6);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{0, 0}));
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    /// The seats went back on sale before the money came: a person sees to it before tickets are handed out.
    void whatIsToBeResolvedIsNotPrinted()
    {
        PrintingTill till(Automatic::OnRequest);
        till.vendor.paymentHold = 1min;
        const OrderId id = till.startCash();
        till.later(70);
        QCOMPARE(till.status(id), OrderStatus::Expired);
        till.vendor.pay(id);
        static_cast<void>(till.service().refresh(id));
        till.later(2);
        QCOMPARE(till.status(id), OrderStatus::Done);
        till.look(id);
        till.list->show();
        till.list->begin();
        till.settleAll();
        const std::array<QWidget *, 2> windows{till.pane.get(), till.list.get()};
        for (QWidget *window : windows) {
            QVERIFY2(Till::says(*window, u"Do not hand out tickets"_s), qPrintable(Till::read(*window)));
            for (const Qt::Key key : {Qt::Key_P, Qt::Key_S, Qt::Key_O})
                till.press(*window, key);
            QVERIFY(!Till::shows(*window, u"printButton"_s));
            QVERIFY(!Till::shows(*window, u"savePdfButton"_s));
        }
        till.later(6);
        QVERIFY(till.printer.jobs.isEmpty());
        till.service().resolve(till.onlyIssue(), u"it has its tickets"_s);
        till.later(1);
        for (QWidget *window : windows) {
            QVERIFY2(Till::shows(*window, u"printButton"_s), qPrintable(Till::read(*window)));
            QVERIFY2(!Till::says(*window, u"Do not hand out tickets"_s), qPrintable(Till::read(*window)));
        }
        till.press(*till.list, Qt::Key_P);
        till.later(6);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    void aLostJobIsAQuestionAndNothingIsSentAgain()
    {
        PrintingTill till;
        till.printer.arriving = QueueJob::State::Printing;
        const OrderId id = till.sell();
        till.printer.jobs.clear(); // the print service has forgotten it
        till.later(10);
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"It is not known whether the tickets were printed"_s);
        till.press(*till.dialog, Qt::Key_P);
        QVERIFY(till.printer.jobs.isEmpty());
        till.press(*till.dialog, Qt::Key_Return); // which came out?
        till.press(*till.dialog, Qt::Key_A);      // all
        QTRY_COMPARE(Till::shown<QListWidget>(*till.dialog, u"ticketChecks"_s)->item(0)->checkState(), Qt::Checked);
        till.sayYes(*till.dialog);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QVERIFY(till.printer.jobs.isEmpty());
    }

    /// The print service is away: one press gives the job up and leads to a PDF; what is said of paper is asked once.
    void whileTheServiceIsAwayAPdfIsSaved()
    {
        PrintingTill till;
        till.printer.arriving = QueueJob::State::Printing;
        const QSignalSpy pdf(till.dialog.get(), &PaymentPage::pdfRequested);
        const OrderId id = till.sell();
        till.printer.isDown = true;
        till.later(10);
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"The computer's print service does not answer"_s);
        till.press(*till.dialog, Qt::Key_S);
        QVERIFY2(Till::says(*till.dialog, u"marked as a duplicate"_s), qPrintable(Till::read(*till.dialog)));
        till.sayYes(*till.dialog);
        QCOMPARE(pdf.count(), 1);
        QCOMPARE(till.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        till.later(2);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{1, 1}));
        QCOMPARE(till.printing().stateOf(id), PrintState::Attention); // what came out of the printer?
        till.printer.isDown = false;
        till.later(10);
        QCOMPARE(till.printer.jobs.last().state.state, QueueJob::State::Canceled);
        till.press(*till.dialog, Qt::Key_W);
        till.sayYes(*till.dialog); // nothing
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(till.printer.jobs.size(), 1);
    }

    void noneCameOutIsAskedOnce()
    {
        PrintingTill till;
        till.printer.arriving = QueueJob::State::Printing;
        const OrderId id = till.sell();
        till.printer.isDown = true;
        till.later(10);
        till.press(*till.dialog, Qt::Key_G);
        QTRY_VERIFY2(Till::shows(*till.dialog, u"ticketChecks"_s), qPrintable(Till::read(*till.dialog)));
        till.sayYes(*till.dialog); // none
        till.later(10);
        QVERIFY2(!Till::shows(*till.dialog, u"ticketChecks"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::shows(*till.dialog, u"cameOutButton"_s));
        QVERIFY(!Till::shows(*till.dialog, u"printButton"_s)); // not before the job is seen cancelled
        QVERIFY(Till::shows(*till.dialog, u"savePdfButton"_s));
        till.printer.isDown = false;
        till.later(60);
        QCOMPARE(till.printer.jobs.last().state.state, QueueJob::State::Canceled);
        QVERIFY(!Till::shows(*till.dialog, u"cameOutButton"_s));
        till.printer.arriving = QueueJob::State::Done;
        till.press(*till.dialog, Qt::Key_Return);
        till.later(6);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{0, 0}));
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    /// The printer neither ends nor tells why.
    void aSlowJobIsGivenUpForAPdf()
    {
        PrintingTill till;
        till.printer.arriving = QueueJob::State::Printing;
        const QSignalSpy pdf(till.dialog.get(), &PaymentPage::pdfRequested);
        const OrderId id = till.sell();
        till.later(35);
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"The printer “Roll” has not finished, and tells no reason"_s);
        till.list->show();
        till.list->begin();
        QCOMPARE(till.list->findChildren<UnprintedCard *>().size(), 1);
        till.list->hide();
        till.press(*till.dialog, Qt::Key_S);
        till.sayYes(*till.dialog);
        till.later(6);
        QCOMPARE(till.printer.jobs.last().state.state, QueueJob::State::Canceled);
        QVERIFY2(Till::shows(*till.dialog, u"ticketChecks"_s), qPrintable(Till::read(*till.dialog)));
        till.sayYes(*till.dialog); // none came out
        QCOMPARE(pdf.count(), 1);
        QCOMPARE(till.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        till.later(2);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{0, 0}));
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(till.printer.jobs.size(), 1);
    }

    void aJobAtThePrinterIsPrintedElsewhere()
    {
        PrintingTill till;
        till.addSecondPrinter();
        till.printer.arriving = QueueJob::State::Printing;
        const OrderId id = till.sell();
        till.later(35);
        till.printer.arriving = QueueJob::State::Done;
        till.press(*till.dialog, Qt::Key_O);
        QVERIFY2(Till::says(*till.dialog, u"taken back from the printer “Roll”"_s),
                 qPrintable(Till::read(*till.dialog)));
        till.sayYes(*till.dialog);
        till.later(6);
        QVERIFY2(Till::shows(*till.dialog, u"ticketChecks"_s), qPrintable(Till::read(*till.dialog)));
        till.press(*till.dialog, Qt::Key_Space); // the first one came out
        till.sayYes(*till.dialog);
        till.later(6);
        QCOMPARE(till.printer.jobs.size(), 2);
        QCOMPARE(till.printer.jobs.last().queue, u"second"_s);
        QCOMPARE(till.drawing.duplicates(), QList<int>{0});
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(PrintingTill::line(*till.dialog), u"Printed: hand over "_s + till.format.tickets(2));
    }

    /// While a job is taken back nothing is said that would let the printer print it.
    void aJobThatIsTakenBackIsLeftAlone()
    {
        PrintingTill till;
        till.printer.arriving = QueueJob::State::Printing;
        till.printer.trouble = PrintTrouble::PaperOut;
        till.sell();
        till.later(2);
        till.dialog->findChild<ActionButton *>(u"giveUpPrintButton"_s)->click();
        QVERIFY2(!Till::says(*till.dialog, u"Put paper in"_s), qPrintable(Till::read(*till.dialog)));
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"The job is being taken back from the printer “Roll”"_s);
    }

    void aGivenUpReprintAsksWhatCameOut()
    {
        PrintingTill till;
        const OrderId id = till.sell();
        till.later(2);
        till.printer.arriving = QueueJob::State::Printing;
        till.printer.trouble = PrintTrouble::PaperOut;
        till.press(*till.dialog, Qt::Key_P);
        till.sayYes(*till.dialog);
        till.later(2);
        till.press(*till.dialog, Qt::Key_G);
        till.later(6);
        QVERIFY2(Till::shows(*till.dialog, u"ticketChecks"_s), qPrintable(Till::read(*till.dialog)));
        till.press(*till.dialog, Qt::Key_Escape); // it stays a question
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"Which tickets came out?"_s);
        QVERIFY(!Till::says(*till.dialog, u"hand over"_s));
        till.press(*till.dialog, Qt::Key_Return);
        till.sayYes(*till.dialog); // none
        QCOMPARE(PrintingTill::line(*till.dialog), u"No copies were made: the tickets were printed before"_s);
        till.printer.arriving = QueueJob::State::Done;
        till.press(*till.dialog, Qt::Key_P);
        till.sayYes(*till.dialog);
        till.later(3);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{1, 1}));
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    void withoutBarcodesTheyAreAskedForAgain()
    {
        PrintingTill till;
        till.vendor.tellTickets = [](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets)
                ticket.barcode.clear();
            return tickets;
        };
        const OrderId id = till.sell();
        till.later(400); // it is not asked for any more
        till.vendor.tellTickets = nullptr;
        till.look(id);
        till.later(60);
        QCOMPARE(till.printing().stateOf(id), PrintState::NotPrinted);
        till.press(*till.pane, Qt::Key_P);
        till.later(5);
        till.pane->setSale(till.sale(id), {});
        till.press(*till.pane, Qt::Key_P);
        till.later(5);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(till.printer.jobs.size(), 1);
    }

    /// Neither a path that is not chosen nor a file that cannot be written hides why there is no paper.
    void aFailedPdfLeavesTheReason()
    {
        PrintingTill till;
        till.printer.refusal = PrintTrouble::SizeUnsupported;
        const OrderId id = till.sell();
        const QString reason = PrintingTill::trouble(*till.dialog);
        QVERIFY(!reason.isEmpty());
        till.press(*till.dialog, Qt::Key_S);
        QCOMPARE(PrintingTill::trouble(*till.dialog), reason);
        till.drawing.failure = PrintTrouble::NotDrawn;
        QCOMPARE(till.printing().savePdf(id, u"/nowhere/x.pdf"_s), PrintRefusal::None);
        till.later(2);
        QCOMPARE(PrintingTill::trouble(*till.dialog), reason);
        till.drawing.failure = PrintTrouble::None;
        QCOMPARE(till.printing().savePdf(id, u"/x.pdf"_s), PrintRefusal::None);
        till.later(2);
        QCOMPARE(PrintingTill::line(*till.dialog), u"Saved as a PDF: "_s + till.format.tickets(2));
        QVERIFY(PrintingTill::trouble(*till.dialog).isEmpty());
    }

    void oneOfTwoAgainIsOneTicket()
    {
        PrintingTill till;
        till.sell();
        till.later(2);
        till.press(*till.dialog, Qt::Key_P);
        till.press(*till.dialog, Qt::Key_Space);
        till.sayYes(*till.dialog);
        till.later(2);
        QCOMPARE(till.drawing.duplicates(), QList<int>{1});
        QCOMPARE(PrintingTill::line(*till.dialog), u"Printed: hand over "_s + till.format.tickets(1));
        till.press(*till.dialog, Qt::Key_P);
        till.press(*till.dialog, Qt::Key_A); // none
        till.sayYes(*till.dialog);
        QVERIFY2(Till::says(*till.dialog, u"No ticket is marked"_s), qPrintable(Till::read(*till.dialog)));
        QCOMPARE(till.printer.jobs.size(), 2);
    }

    /// The first printer is out of order, and another one takes this order: by keys, and nothing twice.
    void anotherPrinterIsChosenByKeys()
    {
        PrintingTill till;
        till.addSecondPrinter();
        till.printer.refusal = PrintTrouble::Rejecting;
        const OrderId id = till.sell();
        QCOMPARE(till.printing().stateOf(id), PrintState::Attention);
        till.printer.refusal = PrintTrouble::None;
        till.press(*till.dialog, Qt::Key_O);
        auto *printers = Till::shown<QListWidget>(*till.dialog, u"printerChoices"_s);
        QVERIFY2(printers, qPrintable(Till::read(*till.dialog)));
        QCOMPARE(printers->currentItem()->text(), u"Second"_s); // the first one has failed
        till.press(*till.dialog, Qt::Key_Up);
        QCOMPARE(printers->currentItem()->text(), u"Roll"_s);
        till.press(*till.dialog, Qt::Key_Down);
        till.sayYes(*till.dialog);
        till.later(6);
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
        QCOMPARE(till.printer.jobs.size(), 1);
        QCOMPARE(till.printer.jobs.first().queue, u"second"_s);
        QCOMPARE(till.drawing.duplicates(), (QList<int>{0, 0}));
        till.press(*till.dialog, Qt::Key_P); // again, as a duplicate
        QVERIFY(Till::shows(*till.dialog, u"printerChoices"_s));
        till.press(*till.dialog, Qt::Key_Escape);
        QCOMPARE(till.printer.jobs.size(), 1);
    }

    void aReceiptAgainIsAskedAndMarked()
    {
        PrintingTill till;
        till.settings.printers.first().prints |= PrinterProfile::Prints::Receipts;
        till.setUp();
        const OrderId id = till.sell();
        till.later(3);
        QCOMPARE(till.printer.jobs.size(), 2);
        till.press(*till.dialog, Qt::Key_R); // on the paid page, too
        QCOMPARE(till.printer.jobs.size(), 2);
        QVERIFY2(Till::says(*till.dialog, u"Print the receipt again?"_s), qPrintable(Till::read(*till.dialog)));
        till.sayYes(*till.dialog);
        till.later(3);
        QCOMPARE(till.printer.jobs.size(), 3);
        QVERIFY(till.drawing.drawn.last().receipt->heading.first().startsWith(u"DUPLICATE 1 · "));
        // A refused one says nothing of the tickets.
        till.printer.refusal = PrintTrouble::Rejecting;
        till.look(id);
        till.press(*till.pane, Qt::Key_R);
        till.sayYes(*till.pane);
        till.later(3);
        QVERIFY2(Till::says(*till.pane, u"Only the receipt is not printed, not the tickets"_s),
                 qPrintable(Till::read(*till.pane)));
        QVERIFY(!Till::says(*till.pane, u"Nothing was printed"_s));
        QCOMPARE(till.printing().stateOf(id), PrintState::Printed);
    }

    /// A receipt that did not come out is not to be handed over, and is told of.
    void aReceiptThatIsNotPrintedIsNotHandedOver()
    {
        PrintingTill till;
        PrinterProfile receipts = till.settings.printers.first();
        receipts.name = receipts.queue = u"receipts"_s;
        receipts.prints = PrinterProfile::Prints::Receipts;
        till.settings.printers << receipts;
        till.setUp();
        static_cast<void>(till.sell());
        till.later(3);
        QVERIFY2(PrintingTill::line(*till.dialog).endsWith(u"and the receipt"_s), qPrintable(Till::read(*till.dialog)));
        till.printer.arriving = QueueJob::State::Printing;
        static_cast<void>(till.sell());
        for (FakeQueue::Job &job : till.printer.jobs) {
            if (job.queue != receipts.queue)
                job.state.state = QueueJob::State::Done;
        }
        till.later(2);
        till.printer.set(QueueJob::State::Canceled);
        till.later(6);
        QCOMPARE(PrintingTill::line(*till.dialog), u"Printed: hand over 2 ticket(s)"_s);
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"The print job was broken off, not by Okoshko"_s);
        till.press(*till.dialog, Qt::Key_G);
        till.later(2);
        QVERIFY(PrintingTill::trouble(*till.dialog).isEmpty());
        QCOMPARE(PrintingTill::line(*till.dialog), u"Printed: hand over 2 ticket(s)"_s);
    }

    void aJobOfAnUnknownOrderIsShown_data()
    {
        QTest::addColumn<bool>("isGivenUp");
        QTest::newRow("open") << false;
        QTest::newRow("given up") << true;
    }

    /// After a start the order of a job may not be told by the server yet, or not any more.
    void aJobOfAnUnknownOrderIsShown()
    {
        QFETCH(bool, isGivenUp);
        PrintingTill till(Automatic::OnRequest, PrinterProfile::Blanks::Numbered);
        till.printing().blanks().setRange(u"roll"_s, 100, 199);
        const OrderId id = till.loadOrderOfOthers();
        till.vendor.pay(id);
        till.loadOrders();
        till.service().readTickets(id);
        till.later(1);
        till.printer.arriving = QueueJob::State::Printing;
        till.printer.trouble = PrintTrouble::PaperOut;
        QCOMPARE(till.printing().print(id), PrintRefusal::None);
        till.later(2);
        if (isGivenUp)
            till.printing().giveUp(till.printing().openJobs().value(0).id);
        till.later(6);
        till.vendor.forget(id);
        till.startAgain(isGivenUp ? 48h : 2s);
        QVERIFY2(Till::says(*till.list, id.toString()), qPrintable(Till::read(*till.list)));
        QVERIFY2(Till::says(*till.list, u"2 ticket(s) on"_s), qPrintable(Till::read(*till.list)));
        QVERIFY2(Till::says(*till.list, u"the server has not told the order yet"_s),
                 qPrintable(Till::read(*till.list)));
        QVERIFY(!Till::shows(*till.list, u"printButton"_s)); // nothing can be printed of it
        QVERIFY(!Till::shows(*till.list, u"savePdfButton"_s));
        if (!isGivenUp) {
            till.press(*till.list, Qt::Key_G);
            till.later(6);
        }
        till.press(*till.list, Qt::Key_W);
        const auto *checks = Till::shown<QListWidget>(*till.list, u"ticketChecks"_s);
        QVERIFY2(checks, qPrintable(Till::read(*till.list)));
        QCOMPARE(checks->item(1)->text(), u"Ticket 2"_s);
        till.press(*till.list, Qt::Key_Space);
        till.sayYes(*till.list);
        till.later(1);
        QCOMPARE(till.printing().blanks().next(u"roll"_s), 101);
        QTRY_VERIFY(Till::shows(*till.list, u"unprintedEmpty"_s));
    }

    /// F7 leads to the list from the paid page, too, where something else is listed.
    void fromThePaidPageToTheList()
    {
        PrintingTill till(Automatic::OnRequest);
        const QSignalSpy list(till.dialog.get(), &PaymentPage::unprintedRequested);
        till.sell();
        QVERIFY(!Till::shows(*till.dialog, u"unprintedListButton"_s)); // this one is on screen
        till.sell();
        QVERIFY(Till::shows(*till.dialog, u"unprintedListButton"_s));
        till.press(*till.dialog, Qt::Key_F7);
        QCOMPARE(list.count(), 1);
    }

    void whyItIsNotPrintedIsTold_data()
    {
        using What = HistoryEntry::What;
        QTest::addColumn<What>("paid");
        QTest::addColumn<QString>("begins");
        const QString later = u"The tickets were not printed when the order was paid"_s;
        const QString notHere = u"It was paid while Okoshko was closed, or not by this counter's doing"_s;
        QTest::newRow("collected") << What::Collected << later;
        QTest::newRow("at its start") << What::PaidAtStart << later;
        QTest::newRow("on a page") << What::PaidOnPage << later;
        QTest::newRow("free") << What::IssuedFree << later;
        QTest::newRow("unknown by whom") << What::PaidUnknown << notHere;
    }

    void whyItIsNotPrintedIsTold()
    {
        QFETCH(HistoryEntry::What, paid);
        QFETCH(QString, begins);
        PrintSettings settings;
        settings.printers = {PrinterProfile()};
        Sale sale;
        sale.origin = Sale::Origin::ThisCounter;
        sale.history = {{.what = HistoryEntry::What::Created}, {.what = paid}};
        const QString why = PrintText::why({}, &sale, settings);
        QVERIFY2(why.startsWith(begins), qPrintable(why));
    }

    void aReprintAsksOnceAndIsMarked()
    {
        PrintingTill till;
        const OrderId id = till.sell();
        till.later(2);
        till.look(id);
        till.press(*till.pane, Qt::Key_P);
        QCOMPARE(till.printer.jobs.size(), 1); // it asks first
        till.press(*till.pane, Qt::Key_Space); // not the first ticket
        till.sayYes(*till.pane);
        till.later(2);
        QCOMPARE(till.printer.jobs.size(), 2);
        QCOMPARE(till.drawing.duplicates(), QList<int>{1});
        QCOMPARE(till.drawing.drawn.last().tickets.first().copy.ticket, till.sale(id).order.tickets.last());
        QVERIFY(till.story(id).contains(HistoryEntry::What::PrintedAgain));

        till.pane->setSale(till.sale(id), {});
        till.press(*till.pane, Qt::Key_P);
        till.press(*till.pane, Qt::Key_Escape);
        QCOMPARE(till.printer.jobs.size(), 2);
    }

    void theListShowsWhatIsNotPrinted()
    {
        PrintingTill till(Automatic::OnRequest);
        const OrderId first = till.sell();
        const OrderId second = till.sell();
        till.dialog->hide();
        FilterLine line(till.counter().orders, nullptr);
        line.show();
        auto *chip = Till::shown<QPushButton>(line, u"chipNotPrinted"_s);
        QVERIFY(chip);
        chip->click();
        QCOMPARE(till.counter().orders.rowCount(), 2);
        QCOMPARE(till.counter().orders.indexOf(first, OrderTableModel::Column::Status).data().toString(),
                 u"Not printed"_s);

        till.list->show();
        till.list->begin();
        QCOMPARE(till.list->findChildren<UnprintedCard *>().size(), 2);
        till.press(*till.list, Qt::Key_N); // the first card has the keyboard
        till.sayYes(*till.list);
        QCOMPARE(till.printing().stateOf(first), PrintState::NotNeeded);
        QTRY_COMPARE(till.counter().orders.rowCount(), 1);
        till.press(*till.list, Qt::Key_P); // meant for the card that has gone
        QTRY_VERIFY(Till::shown<QPushButton>(*till.list, u"printButton"_s)->isEnabled());
        QVERIFY(till.printer.jobs.isEmpty());
        till.press(*till.list, Qt::Key_P);
        QTRY_COMPARE(till.printer.jobs.size(), 1);
        till.later(6);
        QCOMPARE(till.printing().stateOf(second), PrintState::Printed);
        QTRY_VERIFY(Till::shows(*till.list, u"unprintedEmpty"_s));
        QCOMPARE(till.counter().orders.notPrinted(), 0);
        QVERIFY(!chip->isHidden()); // the one that is chosen stays
    }

    void theSameBarcodeTwiceIsHeldBack()
    {
        PrintingTill till;
        till.vendor.tellTickets = [](QList<Ticket> tickets) {
            for (Ticket &ticket : tickets)
                ticket.barcode = ticket.barcode.isEmpty() ? QString() : u"111"_s;
            return tickets;
        };
        const OrderId id = till.sell();
        till.later(20);
        Q_EMIT till.ticker.second();
        QVERIFY(till.printer.jobs.isEmpty());
        QCOMPARE(till.printing().stateOf(id), PrintState::NotPrinted);
        QVERIFY2(Till::says(*till.dialog, u"they have the same barcode"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::shows(*till.dialog, u"printButton"_s));
    }

    void theOrganisersDataAreAskedForBeforeTheFirstPrint()
    {
        PrintingTill till(Automatic::OnRequest);
        till.dialog.reset();
        till.list.reset();
        till.pane.reset();
        till.restart();
        till.readEvents();
        till.printing().setUp(till.settings, u"Counter 1"_s, till.format, {}); // nothing is allowed in this run
        till.openDialog();
        till.sell();
        till.press(*till.dialog, Qt::Key_Return);
        QVERIFY(till.printer.jobs.isEmpty());
        QVERIFY2(Till::says(*till.dialog, u"Print without the organiser's data?"_s),
                 qPrintable(Till::read(*till.dialog)));
        till.sayYes(*till.dialog);
        QCOMPARE(till.printer.jobs.size(), 1);
    }

    void blanksAreSetAndSpoiledByKeys()
    {
        PrintingTill till(Automatic::OnPaid, PrinterProfile::Blanks::Numbered);
        till.list->show();
        till.list->begin();
        const auto type = [&](const QString &name, const QString &text) {
            auto *edit = Till::shown<QLineEdit>(*till.list, name);
            [&] { QVERIFY2(edit, qPrintable(name)); }();
            edit->setFocus();
            InputDriver(*till.list).type(text);
        };
        Till::shown(*till.list, u"blanksRangeButton_roll"_s)->click();
        type(u"blanksFirst_roll"_s, u"1000"_s);
        type(u"blanksSecond_roll"_s, u"999"_s);
        QVERIFY(!Till::shown(*till.list, u"blanksSaveButton_roll"_s)->isEnabled());
        QVERIFY(!till.list->isAtRest()); // a rebuild waits
        Till::shown<QLineEdit>(*till.list, u"blanksSecond_roll"_s)->clear();
        type(u"blanksSecond_roll"_s, u"1999"_s);
        till.press(*till.list, Qt::Key_Return);
        QCOMPARE(till.printing().blanks().range(u"roll"_s)->last, 1999);
        QVERIFY2(Till::says(*till.list, u"next 1000"_s), qPrintable(Till::read(*till.list)));

        Till::shown(*till.list, u"blanksSpoiledButton_roll"_s)->click();
        type(u"blanksFirst_roll"_s, u"3"_s);
        QVERIFY(!Till::shown(*till.list, u"blanksSaveButton_roll"_s)->isEnabled()); // why?
        type(u"blanksSecond_roll"_s, u"askew"_s);
        till.press(*till.list, Qt::Key_Return);
        QCOMPARE(till.printing().blanks().range(u"roll"_s)->next, 1003);
        till.sell();
        till.later(6);
        QCOMPARE(till.printing().blanks().range(u"roll"_s)->next, 1005);
        const auto *today = Till::shown<QLabel>(*till.list, u"blanksToday_roll"_s);
        QTRY_VERIFY2(today->text().startsWith(u"Today: 2 printed, 3 spoiled"), qPrintable(today->text()));
        QVERIFY2(today->text().contains(u"1000–1002"), qPrintable(today->text()));
    }

    void aRangeThatIsUsedUpIsSaid()
    {
        PrintingTill till(Automatic::OnPaid, PrinterProfile::Blanks::Numbered);
        till.printing().blanks().setRange(u"roll"_s, 100, 102);
        till.sell();
        till.later(2);
        QVERIFY2(PrintingTill::trouble(*till.dialog).isEmpty(), qPrintable(Till::read(*till.dialog)));
        till.sell();
        till.later(2);
        QCOMPARE(PrintingTill::trouble(*till.dialog), u"The numbered blanks are used up"_s);
        QCOMPARE(PrintingTill::line(*till.dialog), u"Printed: hand over "_s + till.format.tickets(2));
        till.dialog->hide();
        till.list->show();
        till.list->begin();
        const auto type = [&till](const QString &name, const QString &text) {
            auto *edit = Till::shown<QLineEdit>(*till.list, name);
            [&] { QVERIFY2(edit, qPrintable(name)); }();
            edit->clear();
            edit->setFocus();
            InputDriver(*till.list).type(text);
        };
        Till::shown(*till.list, u"blanksSpoiledButton_roll"_s)->click(); // the last one was torn
        type(u"blanksFirst_roll"_s, u"5000000000"_s);
        QCOMPARE(Till::shown<QLineEdit>(*till.list, u"blanksFirst_roll"_s)->text(), u"5000"_s);
        type(u"blanksFirst_roll"_s, u"1"_s);
        type(u"blanksSecond_roll"_s, u"torn"_s);
        till.press(*till.list, Qt::Key_Return);
        const auto *today = Till::shown<QLabel>(*till.list, u"blanksToday_roll"_s);
        QTRY_VERIFY2(today->text().startsWith(u"Today: 4 printed, 1 spoiled"), qPrintable(today->text()));
        Till::shown(*till.list, u"blanksRangeButton_roll"_s)->click();
        type(u"blanksFirst_roll"_s, u"102"_s);
        type(u"blanksSecond_roll"_s, u"199"_s);
        till.press(*till.list, Qt::Key_Return);
        QVERIFY2(Till::says(*till.list, u"a number of this range was used before"_s),
                 qPrintable(Till::read(*till.list)));
        type(u"blanksFirst_roll"_s, u"103"_s);
        till.press(*till.list, Qt::Key_Return);
        QCOMPARE(till.printing().blanks().next(u"roll"_s), 103);
        Till::shown(*till.list, u"blanksRangeButton_roll"_s)->click();
        QVERIFY2(Till::says(*till.list, u"the numbers 103 to 199 of the one before are taken out, unused"_s),
                 qPrintable(Till::read(*till.list)));
        type(u"blanksFirst_roll"_s, u"500"_s);
        type(u"blanksSecond_roll"_s, u"599"_s);
        till.press(*till.list, Qt::Key_Return);
        QTRY_VERIFY2(today->text().contains(u"103–199"_s), qPrintable(today->text()));
    }
};

} // namespace okoshko::test::tst_printing

OKOSHKO_TEST(tst_printing, PrintingTest, QApplication)
#include "tst_printing.moc"
