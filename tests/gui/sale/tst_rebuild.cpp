// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"

#include "models/tables/EventListModel.h"
#include "tests/support/TestProgram.h"
#include "ui/main/TopBar.h"
#include "ui/widgets/Stepper.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_rebuild {

/// The window's content is built anew in another language or text size: nothing that a person had in her hands is gone,
/// and it waits while she has something in them.
class RebuildTest : public QObject
{
    Q_OBJECT

private:
    static void speakEnglish(GuiFixture &stage)
    {
        Q_EMIT stage.windows->main().languageRequested(Format::Language::English);
    }

    static bool isRebuilt(const GuiFixture &stage) { return !stage.windows->isToRebuild(); }

    static QString focus(const GuiFixture &stage)
    {
        const QWidget *widget = stage.windows->main().focusWidget();
        return widget ? widget->objectName() : QString();
    }

    static QString textOfButton(const GuiFixture &stage, const QString &name)
    {
        const auto *button = stage.hand->find<QAbstractButton>(name);
        return button ? button->text() : QString();
    }

    static EventId currentEvent(const GuiFixture &stage)
    {
        const auto *list = stage.hand->find<QAbstractItemView>(u"eventList"_s);
        return EventId::parse(list->currentIndex().data(EventListModel::EventIdRole).toString()).value_or(EventId());
    }

private Q_SLOTS:
    void theOrdersStayAsTheyWere()
    {
        GuiFixture stage(Format::Language::Russian);
        const OrderId first = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1).order.id;
        stage.press(Qt::Key_Escape);
        stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        OrdersPage &page = stage.windows->main().orders();
        stage.click(u"chipHeld"_s);
        page.select(first);
        page.focusSearch();
        auto *search = stage.hand->find<QLineEdit>(u"filterEdit"_s);
        const QString typed = QString::number(stage.counter->service.sale(first)->order.number).left(3);
        stage.type(typed);
        search->setSelection(1, 2);
        const QPointer<QWidget> before = search;

        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QVERIFY(!before);
        QCOMPARE(textOfButton(stage, u"newOrderButton"_s), u"&New order"_s);
        search = stage.hand->find<QLineEdit>(u"filterEdit"_s);
        QCOMPARE(search->text(), typed);
        QCOMPARE(search->selectedText(), typed.mid(1, 2));
        QCOMPARE(focus(stage), u"filterEdit"_s);
        QVERIFY(stage.hand->find<QAbstractButton>(u"chipHeld"_s)->isChecked());
        QCOMPARE(stage.windows->main().orders().current(), first);
    }

    void whatIsPickedStays()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventSearch"_s));
        stage.type(u"записанных"_s);
        const EventId event = currentEvent(stage);
        stage.press(Qt::Key_Right);
        stage.press(Qt::Key_3);
        const QString stepper = focus(stage);
        QVERIFY(stepper.startsWith(u"stepper_"));

        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(textOfButton(stage, u"reserveButton"_s), u"&Reserve"_s);
        QCOMPARE(stage.hand->find<QLineEdit>(u"eventSearch"_s)->text(), u"записанных"_s);
        QCOMPARE(currentEvent(stage), event);
        QCOMPARE(focus(stage), stepper);
        QCOMPARE(stage.hand->find<Stepper>(stepper)->value(), 3);
        stage.press(Qt::Key_Return); // and that many are reserved
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.lastSale().order.tickets.size(), 3);
    }

    /// Of an event with several categories too, where the arrows choose one.
    void theChosenCategoryStays()
    {
        GuiFixture stage(Format::Language::Russian);
        const auto &events = stage.counter->catalogue.events();
        const auto several = std::ranges::find_if(events, [](const KnownEventPtr &known) {
            return std::ranges::count_if(known->event.sets, [](const TicketSet &set) {
                       return set.price && set.vacant.value_or(0) > 9;
                   }) > 1;
        });
        QVERIFY(several != events.cend());
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventSearch"_s));
        stage.type((*several)->event.title.section(u' ', 0, 1));
        auto *list = stage.hand->find<QAbstractItemView>(u"eventList"_s);
        const auto hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole,
                                               (*several)->event.id.toString(), 1, Qt::MatchExactly);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(stage.hand->click(*list, hits.first()), InputDriver::Result::Done);
        const QString first = focus(stage);
        QVERIFY2(first.startsWith(u"stepper_"), qPrintable(first));
        stage.press(Qt::Key_Down);
        const QString second = focus(stage);
        QVERIFY2(second.startsWith(u"stepper_") && second != first, qPrintable(second));
        stage.press(Qt::Key_2);

        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(focus(stage), second);
        QCOMPARE(stage.hand->find<Stepper>(second)->value(), 2);
        stage.press(Qt::Key_3); // a fresh digit
        QCOMPARE(stage.hand->find<Stepper>(second)->value(), 3);
        stage.press(Qt::Key_Up);
        QCOMPARE(focus(stage), first);
    }

    void aPaymentGoesOn()
    {
        GuiFixture stage(Format::Language::Russian);
        const Sale &sale = stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.isShown(u"receivedEdit"_s));
        stage.click(u"receivedEdit"_s);
        stage.type(u"50x"_s); // half typed, and wrong

        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(textOfButton(stage, u"confirmPaidButton"_s), u"&Money received"_s);
        auto *received = stage.hand->find<QLineEdit>(u"receivedEdit"_s);
        QCOMPARE(received->text(), u"50x"_s);
        QCOMPARE(focus(stage), u"receivedEdit"_s);
        QVERIFY(!stage.isShown(u"confirmPaidButton"_s));
        received->clear();
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"confirmPaidYesButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_COMPARE(sale.order.status, OrderStatus::Done);
    }

    void thePaidPageKeepsTheChange()
    {
        GuiFixture stage(Format::Language::Russian);
        const Sale &sale = stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.isShown(u"receivedEdit"_s));
        stage.click(u"receivedEdit"_s);
        stage.type(u"2000"_s);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"confirmPaidYesButton"_s));
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"nextBuyerButton"_s));

        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(textOfButton(stage, u"nextBuyerButton"_s), u"&Next buyer"_s);
        QVERIFY(stage.find(u"paidChange"_s));
        QVERIFY(stage.windows->drafts().of(sale.order.id).taken);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QCOMPARE(stage.windows->drafts().of(sale.order.id), PaymentDraft());
        Q_EMIT stage.windows->main().languageRequested(Format::Language::Russian);
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(stage.windows->drafts().of(sale.order.id), PaymentDraft()); // nor does a page bring it back
    }

    void wrongSettingsStayToBeMended()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
        auto *pages = stage.hand->find<QAbstractItemView>(u"settingsPages"_s);
        QCOMPARE(stage.hand->click(*pages, pages->model()->index(4, 0)), InputDriver::Result::Done);
        stage.click(u"textSizeEdit"_s);
        stage.hand->press(Qt::Key_A, Qt::ControlModifier);
        stage.type(u"7"_s);
        QVERIFY(!stage.isShown(u"saveSettingsButton"_s));
        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QVERIFY(stage.isShown(u"textSizeEdit"_s));
        QCOMPARE(stage.hand->find<QLineEdit>(u"textSizeEdit"_s)->text(), u"7"_s);
        QCOMPARE(focus(stage), u"textSizeEdit"_s);
        QCOMPARE(stage.hand->find<QLabel>(u"textSizeReason"_s)->text(), u"It must be 80…200."_s);
        QVERIFY(!stage.isShown(u"saveSettingsButton"_s));
    }

    void helpAndWhereItWasOpenedFrom()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventSearch"_s));
        stage.press(Qt::Key_F1);
        QTRY_VERIFY(stage.isShown(u"helpPage"_s));
        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(stage.find(u"helpPage"_s)->windowTitle(), u"Keys and help"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"eventSearch"_s));
        QCOMPARE(focus(stage), u"eventSearch"_s);
    }

    void whatIsScrolledStaysInPlace()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.windows->main().resize(1024, 600);
        stage.press(Qt::Key_F1);
        QTRY_VERIFY(stage.isShown(u"helpPage"_s));
        const auto bar = [&stage] {
            return stage.find(u"helpPage"_s)->findChild<QTextBrowser *>()->verticalScrollBar();
        };
        stage.press(Qt::Key_Left);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(bar()->maximum() > 0);
        stage.press(Qt::Key_PageDown);
        const int before = bar()->value();
        QVERIFY(before > 0);
        speakEnglish(stage);
        QTRY_VERIFY(isRebuilt(stage));
        QTRY_COMPARE(bar()->value(), std::min(before, bar()->maximum()));
        QCOMPARE(stage.hand->find<QListWidget>(u"helpTopics"_s)->currentItem()->text(), u"At the counter"_s);
    }

    void anotherOrderOfTheWaysChoosesNoOther()
    {
        GuiFixture stage(Format::Language::English);
        stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        const QString chosen = textOfButton(stage, u"paySystem_1"_s);
        stage.click(u"paySystem_1"_s);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
        auto *pages = stage.hand->find<QAbstractItemView>(u"settingsPages"_s);
        QCOMPARE(stage.hand->click(*pages, pages->model()->index(1, 0)), InputDriver::Result::Done);
        auto *table = stage.hand->find<QAbstractItemView>(u"systemsTable"_s);
        QCOMPARE(stage.hand->click(*table, table->model()->index(0, 1)), InputDriver::Result::Done);
        stage.hand->press(Qt::Key_Down, Qt::AltModifier);
        stage.hand->press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(isRebuilt(stage));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"paySystem_2"_s));
        QCOMPARE(textOfButton(stage, u"paySystem_2"_s), chosen);
        QVERIFY(stage.hand->find<QAbstractButton>(u"paySystem_2"_s)->isChecked());
    }

    void waitsWhileACellIsEdited()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
        auto *pages = stage.hand->find<QAbstractItemView>(u"settingsPages"_s);
        QCOMPARE(stage.hand->click(*pages, pages->model()->index(1, 0)), InputDriver::Result::Done);
        auto *table = stage.hand->find<QAbstractItemView>(u"systemsTable"_s);
        QCOMPARE(stage.hand->click(*table, table->model()->index(0, 1)), InputDriver::Result::Done);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.find(u"systemCellEdit"_s));
        speakEnglish(stage);
        QVERIFY(!QTest::qWaitFor([&] { return isRebuilt(stage); }, 800));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(isRebuilt(stage));
        QVERIFY(stage.isShown(u"systemsTable"_s));
    }

    void waitsWhileSomebodyTypes()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.hand->press(Qt::Key_F, Qt::ControlModifier);
        speakEnglish(stage);
        for (const QChar letter : u"абвгд"_s) {
            stage.type(QString(letter));
            QCoreApplication::processEvents(); // which would build it anew
            QVERIFY(!isRebuilt(stage));
        }
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(stage.hand->find<QLineEdit>(u"filterEdit"_s)->text(), u"абвгд"_s);
    }

    void waitsWhileItAsks()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Delete);
        QTRY_VERIFY(stage.isShown(u"cancelSaleNoButton"_s));
        speakEnglish(stage);
        QVERIFY(!QTest::qWaitFor([&] { return isRebuilt(stage); }, 800));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(isRebuilt(stage));
        QVERIFY(stage.isShown(u"startPaymentButton"_s));
    }

    void waitsWhileAMenuIsOpen()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.press(Qt::Key_F10);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        speakEnglish(stage);
        QVERIFY(!QTest::qWaitFor([&] { return isRebuilt(stage); }, 800));
        menu->close();
        QTRY_VERIFY(isRebuilt(stage));
    }

    void waitsWhileTicketsAreOffered()
    {
        GuiFixture stage(Format::Language::Russian);
        static_cast<void>(stage.reserveElsewhere(GuiFixture::lastEvent(), GuiFixture::lastSet(), 1));
        stage.pick(GuiFixture::lastEvent(), GuiFixture::lastSet(), 1);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"ticketsNotice"_s)); // it has just been sold
        speakEnglish(stage);
        QVERIFY(!QTest::qWaitFor([&] { return isRebuilt(stage); }, 800));
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(isRebuilt(stage));
        QVERIFY(stage.isShown(u"orderTable"_s));
    }

    void aLargerTextLaysItOutAnew()
    {
        GuiFixture stage(Format::Language::English);
        const int before = stage.find(u"newOrderButton"_s)->height();
        stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
        auto *pages = stage.hand->find<QAbstractItemView>(u"settingsPages"_s);
        QCOMPARE(stage.hand->click(*pages, pages->model()->index(4, 0)), InputDriver::Result::Done);
        stage.click(u"textSizeEdit"_s);
        stage.hand->press(Qt::Key_A, Qt::ControlModifier);
        stage.type(u"150"_s);
        stage.hand->press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(isRebuilt(stage));
        QCOMPARE(stage.hand->find<QLabel>(u"settingsSummary"_s), nullptr);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"newOrderButton"_s));
        QTRY_VERIFY(stage.find(u"newOrderButton"_s)->height() > before * 5 / 4);
    }
};

} // namespace okoshko::test::tst_rebuild

OKOSHKO_TEST(tst_rebuild, RebuildTest, QApplication)
#include "tst_rebuild.moc"
