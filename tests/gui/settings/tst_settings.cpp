// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/gui/settings/SettingsFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/keys/ScanDetector.h"
#include "ui/settings/SettingsPage.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLayout>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_settings {

using Page = SettingsFixture::Page;

/// The settings by keyboard and mouse, and what they change at once.
class SettingsTest : public QObject
{
    Q_OBJECT

private:
    /// Sizes of all that the window shows, for comparing before and after.
    static QStringList measures(const GuiFixture &gui)
    {
        QStringList all;
        for (const QWidget *widget : gui.windows->main().findChildren<QWidget *>()) {
            if (const QLayout *layout = widget->layout()) {
                const QMargins m = layout->contentsMargins();
                all << u"%1: %2 %3 %4 %5 spacing %6"_s.arg(widget->objectName())
                           .arg(m.left())
                           .arg(m.top())
                           .arg(m.right())
                           .arg(m.bottom())
                           .arg(layout->spacing());
            }
            if (qobject_cast<const QLabel *>(widget))
                all << QString::number(widget->font().pointSizeF(), 'f', 3);
        }
        all.sort(); // a page that was shown comes later among its siblings
        return all;
    }

private Q_SLOTS:
    void opensByKeyAndLeavesByKey()
    {
        SettingsFixture s;
        s.press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(s.gui.isShown(u"settingsPage"_s));
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s)); // nothing to save yet
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
    }

    void saysWhatIsWrongWhileTyping()
    {
        SettingsFixture s;
        s.open(Page::Selling);
        s.fill(u"urgentFromEdit"_s, u"9"_s);
        QVERIFY2(s.words(u"urgentFromReason"_s).contains(u"30…600"), qPrintable(s.words(u"urgentFromReason"_s)));
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
        s.press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(s.saved().urgentFrom, 120s); // what is wrong cannot be saved
        s.gui.type(u"0"_s);
        QVERIFY(!s.gui.find(u"urgentFromReason"_s));
        s.save();
        QCOMPARE(s.saved().urgentFrom, 90s);
        QCOMPARE(Settings(s.gui.profile.path()).values().urgentFrom, 90s);

        s.fill(u"firstPauseEdit"_s, u"x"_s);
        QVERIFY(!s.words(u"firstPauseReason"_s).isEmpty());
        s.fill(u"firstPauseEdit"_s, u"40"_s); // more than the longest: said beside that one
        QVERIFY(!s.gui.find(u"firstPauseReason"_s));
        QVERIFY(!s.words(u"slowestPauseReason"_s).isEmpty());
        s.open(Page::Counter);
        s.fill(u"counterNameEdit"_s, QString(61, u'x'));
        QVERIFY(s.words(u"counterNameReason"_s).contains(u"60"_s));
        QVERIFY2(s.words(u"settingsSummary"_s).startsWith(u"2"), qPrintable(s.words(u"settingsSummary"_s)));
    }

    void printersAreMadeByKeys()
    {
        SettingsFixture s;
        s.open(Page::Printers);
        QVERIFY(!s.gui.isShown(u"printersList"_s));
        s.gui.click(u"addPrinterButton"_s);
        s.gui.type(u"Лента"_s); // the name's line has the focus
        s.press(Qt::Key_Tab);
        s.gui.type(u"roll"_s);
        QVERIFY(s.gui.isShown(u"testTicketButton"_s));
        auto *box = s.gui.hand->find<QComboBox>(u"printer_templateBox"_s);
        QVERIFY(box);
        box->setFocus();
        s.press(Qt::Key_Down); // the next template: its paper comes with it
        QCOMPARE(s.gui.hand->find<QLineEdit>(u"printer_widthEdit"_s)->text(), u"80"_s);
        s.gui.click(u"printer_receipts"_s);
        s.fill(u"printer_widthEdit"_s, u"80,5"_s);
        s.fill(u"printer_dpiEdit"_s, u"203"_s);
        s.press(Qt::Key_Up);
        s.gui.click(u"automaticPrint_on-request"_s);
        s.save();
        const PrintSettings &print = s.saved().print;
        QCOMPARE(print.automatic, PrintSettings::Automatic::OnRequest);
        QCOMPARE(print.printers.size(), 1);
        const PrinterProfile &printer = print.printers.first();
        QCOMPARE(printer.name, u"Лента"_s);
        QCOMPARE(printer.queue, u"roll"_s);
        QCOMPARE(printer.prints, PrinterProfile::Prints::Tickets | PrinterProfile::Prints::Receipts);
        QCOMPARE(printer.ticketTemplate, u"roll-80"_s);
        QCOMPARE(printer.width, 80.5);
        QCOMPARE(printer.dpi, 213);
        QCOMPARE(Settings(s.gui.profile.path()).values().print, print);
    }

    void saysWhatIsWrongWithAPrinter()
    {
        SettingsFixture s;
        s.open(Page::Printers);
        s.gui.click(u"addPrinterButton"_s);
        s.gui.type(u"A"_s);
        s.press(Qt::Key_Tab);
        s.gui.type(u"a"_s);
        auto *list = s.gui.hand->find<QListWidget>(u"printersList"_s);
        list->setFocus();
        s.press(Qt::Key_Insert);
        s.gui.type(u"A"_s);
        QVERIFY2(s.words(u"printer_nameReason"_s).contains(u'1'), qPrintable(s.words(u"printer_nameReason"_s)));
        QVERIFY(!s.words(u"printer_queueReason"_s).isEmpty());
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
        QVERIFY(!s.gui.find(u"testTicketButton"_s)->isEnabled());
        s.fill(u"printer_widthEdit"_s, u"19.9"_s);
        QVERIFY(s.words(u"printer_widthReason"_s).contains(u"20…330"_s));
        s.fill(u"printer_widthEdit"_s, u"x"_s);
        QVERIFY(s.words(u"printer_widthReason"_s).contains(u"20…330"_s));
        // Another printer is right, and this one is still to be mended.
        list->setFocus();
        s.press(Qt::Key_Up);
        QVERIFY(!s.gui.find(u"printer_widthReason"_s));
        QVERIFY(list->item(1)->data(Qt::AccessibleTextRole).toString().contains(u"fix"_s));
        s.press(Qt::Key_Down, Qt::AltModifier); // it moves, and stays the current one
        QCOMPARE(list->currentRow(), 1);
        QCOMPARE(list->currentItem()->text(), u"A"_s);
        s.press(Qt::Key_Up);
        s.press(Qt::Key_Delete);
        QCOMPARE(list->count(), 1);
        s.save();
        QCOMPARE(s.saved().print.printers.size(), 1);
        QCOMPARE(s.saved().print.printers.first().queue, u"a"_s);
    }

    /// In another language the window is built again: the printer on screen, and what is typed there, stay.
    void printersOutlastANewLanguage()
    {
        SettingsFixture s;
        s.open(Page::Printers);
        for (const QString &name : {u"A"_s, u"B"_s}) {
            s.gui.click(u"addPrinterButton"_s);
            s.gui.type(name);
            s.press(Qt::Key_Tab);
            s.gui.type(name.toLower());
        }
        s.fill(u"printer_widthEdit"_s, u"210.8"_s);
        s.gui.windows->main().findChild<SettingsPage *>()->showQueues(
            QList<QueueInfo>{{u"x"_s, {}, QueueInfo::Usual::No}, {u"y"_s, {}, QueueInfo::Usual::No}});
        Q_EMIT s.gui.windows->main().languageRequested(Format::Language::Russian);
        QTRY_VERIFY(!s.gui.windows->isToRebuild());
        QTRY_COMPARE(s.gui.hand->find<QLineEdit>(u"printer_nameEdit"_s)->text(), u"B"_s);
        s.save();
        const QList<PrinterProfile> &printers = s.saved().print.printers;
        QCOMPARE(printers.size(), 2);
        QCOMPARE(printers.at(0).name + printers.at(0).queue, u"Aa"_s);
        QCOMPARE(printers.at(1).name + printers.at(1).queue, u"Bb"_s);
        QCOMPARE(printers.at(0).width, 210.0);
        QCOMPARE(printers.at(1).width, 210.8);
    }

    /// What the print service says comes later, and is a warning only: the settings may be meant for another computer.
    void warnsOfAnUnknownQueue()
    {
        SettingsFixture s;
        s.open(Page::Printers);
        s.gui.click(u"addPrinterButton"_s);
        s.gui.type(u"A"_s);
        s.press(Qt::Key_Tab);
        s.gui.type(u"rol"_s);
        auto *page = s.gui.windows->main().findChild<SettingsPage *>();
        QVERIFY(page);
        page->showQueues(tl::unexpected(PrintError{PrintTrouble::NoPrintService, {}, {}}));
        QVERIFY(s.words(u"printer_queueReason"_s).contains(u"does not answer"_s));
        page->showQueues(QList<QueueInfo>{{u"roll"_s, {}, QueueInfo::Usual::Yes}});
        QVERIFY(s.words(u"printer_queueReason"_s).contains(u"no queue"_s));
        QVERIFY(s.gui.isShown(u"saveSettingsButton"_s));
        s.gui.type(u"l"_s);
        QVERIFY(!s.gui.find(u"printer_queueReason"_s));
        s.save();
        QCOMPARE(s.saved().print.printers.first().queue, u"roll"_s);
    }

    /// What a printer cannot print is said here, and not after the first sale.
    void triesEachTemplateOnItsPrinter()
    {
        SettingsFixture s;
        using P = PrinterProfile;
        const P narrow{.name = u"Narrow"_s, .queue = u"a"_s, .ticketTemplate = u"roll-80"_s, .width = 58, .dpi = 203};
        P gone = narrow;
        gone.name = u"Gone"_s;
        gone.width = 80;
        gone.ticketTemplate = u"gone"_s;
        P receipts = gone;
        receipts.name = u"Receipts"_s;
        receipts.prints = P::Prints::Receipts;
        CounterSettings values = s.saved();
        values.print.printers = {narrow, gone, receipts};
        QVERIFY(s.gui.settings.save(values));
        s.open(Page::Printers);
        QVERIFY2(s.words(u"printer_widthReason"_s).contains(u"58"_s), qPrintable(s.words(u"printer_widthReason"_s)));
        QVERIFY(!s.gui.find(u"testTicketButton"_s)->isEnabled());
        QVERIFY2(s.words(u"settingsSummary"_s).startsWith(u'2'), qPrintable(s.words(u"settingsSummary"_s)));
        auto *list = s.gui.hand->find<QListWidget>(u"printersList"_s);
        list->setFocus();
        s.press(Qt::Key_Down);
        QVERIFY(s.words(u"printer_templateReason"_s).contains(u"gone"_s));
        s.gui.find(u"printer_templateBox"_s)->setFocus();
        s.press(Qt::Key_Down); // the first template
        QVERIFY(!s.gui.find(u"printer_templateReason"_s));
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
        list->setFocus();
        s.press(Qt::Key_Down); // prints no tickets
        QVERIFY(!s.gui.find(u"printer_templateReason"_s));
        QVERIFY(s.gui.isShown(u"testTicketButton"_s));
        list->setFocus();
        s.press(Qt::Key_Home);
        s.fill(u"printer_widthEdit"_s, u"80"_s);
        s.fill(u"printer_maxLengthEdit"_s, u"150"_s); // long enough for most tickets: no fault
        QVERIFY2(s.words(u"printer_maxLengthReason"_s).contains(u"very long"_s),
                 qPrintable(s.words(u"printer_maxLengthReason"_s)));
        s.save();
        QCOMPARE(s.saved().print.printers.at(0).width, 80.0);
    }

    void aTemplateThatHasGoneHoldsUpNoOtherSetting()
    {
        SettingsFixture s;
        CounterSettings values = s.saved();
        values.print.printers = {PrinterProfile{.name = u"Gone"_s, .queue = u"a"_s, .ticketTemplate = u"gone"_s}};
        QVERIFY(s.gui.settings.save(values));
        s.open(Page::Printers);
        QVERIFY2(s.words(u"settingsSummary"_s).startsWith(u'1'), qPrintable(s.words(u"settingsSummary"_s)));
        s.gui.click(u"automaticPrint_on-request"_s);
        s.save();
        QCOMPARE(s.saved().print.automatic, PrintSettings::Automatic::OnRequest);
        QCOMPARE(s.saved().print.printers, values.print.printers);
    }

    /// A sheet that was used in part is used up by the next tickets; the settings say so at once.
    void theFirstFreePlaceIsOfOneSheet()
    {
        SettingsFixture s;
        CounterSettings values = s.saved();
        values.print.printers = {PrinterProfile{
            .name = u"A4"_s, .queue = u"a"_s, .ticketTemplate = u"a4-three"_s, .dpi = 300, .firstSlot = 3}};
        QVERIFY(s.gui.settings.save(values));
        s.gui.counter->printing.setUp(values.print, {}, Format(Format::Language::English), {});
        s.gui.counter->printing.data().allowWithoutLegal(GuiFixture::pageEvent());
        s.gui.printer->refusal = PrintTrouble::Rejecting;
        const OrderId id = s.gui.startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1).order.id;
        s.gui.buyerPays(s.gui.lastSale());
        const PrintService &printing = s.gui.counter->printing;
        QVERIFY(s.gui.comes([&] { return printing.stateOf(id) == PrintState::Attention; }));
        QCOMPARE(s.gui.drawer->drawn.last().profile.firstSlot, 3);
        QCOMPARE(s.saved().print.printers.first().firstSlot, 3); // nothing was printed on it
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
        s.open(Page::Printers);
        s.gui.printer->refusal = PrintTrouble::None;
        s.gui.counter->printing.settle(printing.openJobs().first().id, {}, 0, {});
        QCOMPARE(s.gui.counter->printing.print(id), PrintRefusal::None);
        QVERIFY(s.gui.comes([&] { return printing.stateOf(id) == PrintState::Printed; }));
        QCOMPARE(s.gui.drawer->drawn.last().profile.firstSlot, 3);
        QCOMPARE(s.saved().print.printers.first().firstSlot, 1);
        QCOMPARE(Settings(s.gui.profile.path()).values().print, s.saved().print);
        QCOMPARE(printing.settings().printers.first().firstSlot, 1);
        QCOMPARE(s.gui.hand->find<QLineEdit>(u"printer_firstSlotEdit"_s)->text(), u"1"_s);
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
    }

    void whatIsPastedIsTakenAsItWasMeant()
    {
        SettingsFixture s;
        const auto paste = [&s](const QString &name, const QString &text) {
            s.fill(name, {});
            QGuiApplication::clipboard()->setText(text);
            s.press(Qt::Key_V, Qt::ControlModifier);
        };
        s.open(Page::Selling);
        paste(u"urgentFromEdit"_s, u"\u00a0\u200b      90\u00a0\r\n"_s);
        s.open(Page::Counter);
        paste(u"counterNameEdit"_s, u"\u00a0Left\nwindow\u200b\r\n"_s);
        s.save();
        QCOMPARE(s.saved().urgentFrom, 90s);
        QCOMPARE(s.saved().counterName, u"Left window"_s);
    }

    void enterSavesFromALine()
    {
        SettingsFixture s;
        s.open(Page::Counter);
        s.fill(u"counterNameEdit"_s, u"Left window"_s);
        s.press(Qt::Key_Return);
        QCOMPARE(s.saved().counterName, u"Left window"_s);
        QTRY_VERIFY(!s.gui.windows->isToRebuild());
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
        bool isShown = false;
        for (const QWidget *each : s.gui.windows->main().findChildren<QWidget *>())
            isShown = isShown || (each->isVisible() && each->accessibleName() == u"Left window");
        QVERIFY(isShown);
    }

    void theNewOrderOfWaysIsOfferedAtOnce()
    {
        SettingsFixture s;
        s.gui.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
        s.open(Page::Systems);
        s.goTo(0, SystemSetting::Name);
        s.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(s.table().currentIndex().row(), 1);
        s.goTo(2, SystemSetting::Use);
        s.press(Qt::Key_Space); // off
        s.save();
        QCOMPARE(s.saved().paymentSystems.at(1).name, u"api/BASE"_s);
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
        s.press(Qt::Key_Return);
        QTRY_VERIFY(s.gui.isShown(u"paySystem_1"_s));
        QCOMPARE(s.gui.hand->find<QPushButton>(u"paySystem_1"_s)->text(), u"On the payment page"_s);
        QCOMPARE(s.gui.hand->find<QPushButton>(u"paySystem_2"_s)->text(), u"Pay at the counter"_s);
        QVERIFY(!s.gui.find(u"paySystem_3"_s));
        s.press(Qt::Key_Escape);
        s.press(Qt::Key_Return);
        s.gui.windows->main().findChild<QWidget *>(u"paymentPage"_s)->setFocus();
        s.press(Qt::Key_1); // the digit went with its way
        QVERIFY(s.gui.hand->find<QPushButton>(u"paySystem_2"_s)->isChecked());
    }

    void editsACellByKeyboard()
    {
        SettingsFixture s;
        s.open(Page::Systems);
        s.goTo(0, SystemSetting::LabelEn);
        s.press(Qt::Key_Return);
        QTRY_VERIFY(s.gui.isShown(u"systemCellEdit"_s));
        s.press(Qt::Key_A, Qt::ControlModifier);
        s.press(Qt::Key_Delete);
        QVERIFY(!s.words(u"systemsReasons"_s).isEmpty()); // while it is typed
        s.gui.type(u"Cash"_s);
        QVERIFY(!s.gui.find(u"systemsReasons"_s));
        s.leaveCell();
        QCOMPARE(s.cell(0, SystemSetting::LabelEn).data().toString(), u"Cash"_s);
        s.press(Qt::Key_Return);
        QTRY_VERIFY(s.gui.isShown(u"systemCellEdit"_s));
        s.gui.type(u"x"_s);
        s.press(Qt::Key_Escape); // takes back what was typed, and leaves the cell alone
        QCOMPARE(s.cell(0, SystemSetting::LabelEn).data().toString(), u"Cash"_s);
        QVERIFY(s.gui.isShown(u"systemsTable"_s));
        s.save();
        QCOMPARE(s.saved().paymentSystems.at(0).label(u"en"_s), u"Cash"_s);
    }

    void twoWaysOnOneDigit()
    {
        SettingsFixture s;
        s.open(Page::Systems);
        s.goTo(1, SystemSetting::Digit);
        s.press(Qt::Key_Return);
        QTRY_VERIFY(s.gui.isShown(u"systemCellBox"_s));
        s.press(Qt::Key_Up); // from 2 to 1
        QVERIFY2(s.words(u"systemsReasons"_s).contains(u"Method 2, Key: Method 1 has the same key."),
                 qPrintable(s.words(u"systemsReasons"_s)));
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
    }

    void addsAndRemovesWays()
    {
        SettingsFixture s;
        s.open(Page::Systems);
        s.goTo(0, SystemSetting::Name);
        s.press(Qt::Key_Insert);
        QTRY_VERIFY(s.gui.isShown(u"systemCellEdit"_s));
        s.gui.type(u"own/1"_s);
        s.leaveCell();
        QCOMPARE(s.cell(1, SystemSetting::Name).data().toString(), u"own/1"_s);
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s)); // it has no labels yet
        s.goTo(1, SystemSetting::Name);
        s.press(Qt::Key_Delete);
        QCOMPARE(s.table().model()->rowCount(), int(defaultPaymentSystems().size()));
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s)); // all is as it was: nothing to ask
    }

    void theServerAloneConfirms()
    {
        SettingsFixture s;
        s.open(Page::Systems);
        s.goTo(0, SystemSetting::Confirmation);
        s.press(Qt::Key_Return);
        QTRY_VERIFY(s.gui.isShown(u"systemCellBox"_s));
        s.press(Qt::Key_Down);
        s.leaveCell();
        s.save();
        QCOMPARE(s.saved().paymentSystems.at(0).confirmation, PaymentSystem::Confirmation::Server);
        s.press(Qt::Key_Escape);
        const Sale &sale = s.gui.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(s.gui.find(u"paymentState"_s));
        QVERIFY(!s.gui.find(u"confirmPaidButton"_s));
        QCOMPARE(s.gui.counter->service.confirm(sale.order.id), Refusal::Forbidden);
    }

    void urgencyHoldsAtOnce()
    {
        SettingsFixture s;
        s.gui.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
        const auto &orders = s.gui.counter->orders;
        const auto urgency = [&orders] {
            return orders.index(0, static_cast<int>(OrderTableModel::Column::TimeLeft))
                .data(OrderTableModel::UrgencyRole)
                .toInt();
        };
        QCOMPARE(urgency(), static_cast<int>(Countdown::Urgency::Calm));
        s.open(Page::Selling);
        s.fill(u"urgentFromEdit"_s, u"600"_s);
        s.save();
        QCOMPARE(urgency(), static_cast<int>(Countdown::Urgency::Urgent));
    }

    void theScannersSpeedHoldsAtOnce()
    {
        SettingsFixture s;
        QCOMPARE(s.saved().scanPause, ScanDetector::usualPause);
        QSignalSpy scanned(&s.gui.windows->main(), &MainWindow::scanned);
        Keys keys(s.gui.windows->main());
        keys.type(u"460799154581\n"_s, 50ms);
        QCOMPARE(scanned.count(), 0); // fingers
        s.open(Page::Selling);
        s.fill(u"scanPauseEdit"_s, u"101"_s);
        QVERIFY2(s.words(u"scanPauseReason"_s).contains(u"5…100"), qPrintable(s.words(u"scanPauseReason"_s)));
        s.fill(u"scanPauseEdit"_s, u"60"_s);
        s.save();
        QCOMPARE(s.saved().scanPause, 60ms);
        QCOMPARE(Settings(s.gui.profile.path()).values().scanPause, 60ms);
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
        keys.pass(1s);
        keys.type(u"460799154581\n"_s, 50ms);
        QCOMPARE(scanned.count(), 1); // a slow scanner
    }

    void colourAndTextSizeAtOnceAndBack()
    {
        SettingsFixture s;
        const QStringList before = measures(s.gui);
        const int line = Theme::space(4);
        s.open(Page::Appearance);
        s.gui.click(u"theme_dark"_s);
        s.fill(u"textSizeEdit"_s, u"150"_s);
        s.save();
        QCOMPARE(Theme::palette().window, Theme::paletteOf(ThemeKind::Dark).window);
        QVERIFY2(qAbs(Theme::space(4) - line * 1.5) <= 2, qPrintable(QString::number(Theme::space(4))));
        QVERIFY(measures(s.gui) != before);
        for (const QString &size : {u"125"_s, u"90"_s, u"200"_s, u"100"_s}) {
            s.fill(u"textSizeEdit"_s, size);
            s.save();
        }
        QCOMPARE(measures(s.gui), before); // however often it is changed
    }

    void languageAtOnce()
    {
        SettingsFixture s(Format::Language::English);
        s.open(Page::Appearance);
        s.gui.click(u"language_ru"_s);
        s.save();
        QTRY_COMPARE(s.gui.windows->main().findChild<QWidget *>(u"settingsPage"_s)->windowTitle(), u"Настройки"_s);
        QCOMPARE(s.saved().language, LanguageSetting(Format::Language::Russian));
    }

    void everyWordIsOfTheLanguage()
    {
        SettingsFixture s(Format::Language::Russian);
        // Addresses, names of keys, fields, products and kinds of files, and what stands there for the other language.
        static const QRegularExpression fine(
            u"https?://\\w*|Ctrl S|Esc|Enter|Alt|Ins|Del|redirect_url|Ticketscloud|Okoshko|English|PDF|"
            "api/\\w+|127\\S*"_s);
        static const QRegularExpression latin(u"[A-Za-z]{3,}"_s);
        for (const Page page : {Page::Counter, Page::Systems, Page::Printers, Page::Selling, Page::Appearance}) {
            s.open(page);
            QStringList foreign;
            const auto look = [&foreign](QString text) {
                if (text.remove(fine).contains(latin))
                    foreign << text;
            };
            const auto *dialog = s.gui.find(u"settingsPage"_s);
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                look(label->text());
            for (const QPushButton *button : dialog->findChildren<QPushButton *>())
                look(button->text().remove(u'&'));
            QCOMPARE(foreign.join(u'|'), QString());
        }
        s.open(Page::Systems);
        for (const SystemField &field : systemFields())
            QVERIFY(
                !s.table().model()->headerData(static_cast<int>(field.key), Qt::Horizontal).toString().contains(latin));
    }

    void restoresTheDefaultsOfOnePage()
    {
        SettingsFixture s;
        s.open(Page::Counter);
        s.fill(u"counterNameEdit"_s, u"Left"_s);
        s.open(Page::Selling);
        s.fill(u"urgentFromEdit"_s, u"300"_s);
        s.save();
        s.gui.click(u"restoreDefaultsButton"_s);
        s.save();
        QCOMPARE(s.saved().urgentFrom, 120s);
        QCOMPARE(s.saved().counterName, u"Left"_s);
        s.open(Page::Systems);
        s.goTo(0, SystemSetting::Name);
        s.press(Qt::Key_Delete);
        s.save();
        s.gui.click(u"restoreDefaultsButton"_s);
        s.save();
        QCOMPARE(s.saved().paymentSystems, defaultPaymentSystems());
    }

    void asksOnceBeforeWhatWasTypedIsLost()
    {
        SettingsFixture s;
        s.open(Page::Selling);
        s.fill(u"urgentFromEdit"_s, u"300"_s);
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"leaveSettingsYesButton"_s));
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(!s.gui.isShown(u"leaveSettingsYesButton"_s));
        QVERIFY(s.gui.isShown(u"settingsPage"_s));
        s.press(Qt::Key_Escape);
        QTRY_VERIFY(s.gui.isShown(u"leaveSettingsYesButton"_s));
        s.press(Qt::Key_Y);
        QTRY_VERIFY(s.gui.isShown(u"orderTable"_s));
        QCOMPARE(s.saved().urgentFrom, 120s);
    }

    void soundsOnAMachineWithoutSound()
    {
        SettingsFixture s;
        s.open(Page::Appearance);
        s.gui.click(u"sounds_on"_s);
        s.save();
        s.press(Qt::Key_Escape);
        const Sale &sale = s.gui.startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        s.gui.buyerPays(sale);
        QTRY_COMPARE_WITH_TIMEOUT(sale.order.status, OrderStatus::Done, GuiFixture::patience); // nothing stalls
    }
};

} // namespace okoshko::test::tst_settings

OKOSHKO_TEST(tst_settings, SettingsTest, QApplication)
#include "tst_settings.moc"
