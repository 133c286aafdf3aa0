// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/help/KeyTable.h"
#include "ui/help/KeysPage.h"
#include "ui/main/MainWindow.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyHint.h"

#include <QLabel>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_keyspage {

class KeysPageTest : public QObject
{
    Q_OBJECT

private:
    /// What the page tells to be pressed there, and everywhere.
    static QStringList capsOf(const QString &where)
    {
        QStringList caps;
        for (const KeyTable::Group &group : KeyTable::groups()) {
            for (const KeyTable::Line &line : group.lines) {
                if (group.where == where || group.where == u"On every page"_s)
                    caps << line.caps;
            }
        }
        return caps;
    }

    /// What stands on the buttons that show, but for digits, and is not told \a where.
    static QStringList untold(const GuiFixture &stage, const QString &where)
    {
        const QStringList told = capsOf(where);
        QStringList missing;
        QList<Qt::Key> keys{Qt::Key_Return, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Insert, Qt::Key_Space};
        for (int key = Qt::Key_F1; key <= Qt::Key_F12; ++key)
            keys << static_cast<Qt::Key>(key);
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key)
            keys << static_cast<Qt::Key>(key);
        for (const ActionButton *button : stage.windows->main().findChildren<ActionButton *>()) {
            for (const Qt::Key key : std::as_const(keys)) {
                if (button->isVisible() && button->isPressedBy(key) && !told.contains(capOf(key)))
                    missing << button->objectName() + u' ' + capOf(key);
            }
        }
        return missing;
    }

    static KeysPage *page(const GuiFixture &stage) { return stage.windows->main().findChild<KeysPage *>(); }

private Q_SLOTS:
    void tellsWhatStandsOnTheButtons()
    {
        GuiFixture stage;
        QCOMPARE(untold(stage, u"Orders"_s), QStringList());
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventList"_s));
        QCOMPARE(untold(stage, u"New order"_s), QStringList());
        stage.press(Qt::Key_Escape);
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        QCOMPARE(untold(stage, u"Payment"_s), QStringList());
        QVERIFY(capsOf(u"Payment"_s).contains(u"1…9"_s));
        stage.press(Qt::Key_Delete);
        QTRY_VERIFY(stage.isShown(u"cancelSaleYesButton"_s));
        QCOMPARE(untold(stage, u"Payment"_s), QStringList());
        stage.press(Qt::Key_Escape);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QCOMPARE(untold(stage, u"Orders"_s), QStringList()); // with an order in the pane
        stage.press(Qt::Key_F8);
        QCOMPARE(untold(stage, u"Needs attention"_s), QStringList());
    }

    void tellsTheShortcuts()
    {
        GuiFixture stage;
        QStringList all;
        for (const KeyTable::Group &group : KeyTable::groups()) {
            for (const KeyTable::Line &line : group.lines)
                all << line.caps;
        }
        const auto shortcuts = stage.windows->main().findChildren<QShortcut *>();
        QVERIFY(shortcuts.size() > 8);
        for (const QShortcut *shortcut : shortcuts) {
            const QString keys = shortcut->key().toString(QKeySequence::PortableText);
            QVERIFY2(all.contains(keys), qPrintable(keys));
        }
    }

    void comesFromAnyPageAndGoesBackThere()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F1);
        QVERIFY(page(stage) && page(stage)->isVisible());
        stage.press(Qt::Key_F1); // is there already
        QCOMPARE(stage.windows->main().findChildren<KeysPage *>().size(), 1);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.isShown(u"orderTable"_s));
        QTRY_VERIFY(!page(stage));

        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        const QPointer<QWidget> focused = stage.windows->main().focusWidget();
        stage.press(Qt::Key_F1);
        QVERIFY(page(stage)->isVisible());
        QVERIFY(!stage.isShown(u"startPaymentButton"_s));
        stage.press(Qt::Key_Return); // of what is not shown, no key is taken
        stage.press(Qt::Key_Delete);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.windows->main().focusWidget(), focused);
        QCOMPARE(stage.lastSale().order.status, OrderStatus::Executed);
        QVERIFY(!stage.isShown(u"cancelSaleYesButton"_s));
    }

    void theKeyboardIsThereWhereThePageChangedMeanwhile()
    {
        GuiFixture stage;
        const Sale &sale = stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.isShown(u"receivedEdit"_s));
        stage.find(u"receivedEdit"_s)->setFocus();
        stage.press(Qt::Key_F1);
        QCOMPARE(stage.counter->service.confirm(sale.order.id), Refusal::None);
        QTRY_COMPARE(stage.lastSale().order.status, OrderStatus::Done);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"nextBuyerButton"_s));
        QVERIFY(stage.windows->main().focusWidget()->isVisible());
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
    }

    void speaksTheLanguageOfThen()
    {
        GuiFixture stage(Format::Language::Russian);
        stage.press(Qt::Key_F1);
        QCOMPARE(page(stage)->windowTitle(), u"Клавиши"_s);
        QStringList said;
        for (const QLabel *label : page(stage)->findChildren<QLabel *>())
            said << label->text();
        QVERIFY(said.contains(u"новый заказ"_s));
    }
};

} // namespace okoshko::test::tst_keyspage

OKOSHKO_TEST(tst_keyspage, KeysPageTest, QApplication)
#include "tst_keyspage.moc"
