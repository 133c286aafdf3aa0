// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/help/HelpPage.h"
#include "ui/help/KeyTable.h"
#include "ui/main/MainWindow.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyHint.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_helppage {

class HelpPageTest : public QObject
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

    static HelpPage *page(const GuiFixture &stage) { return stage.windows->main().findChild<HelpPage *>(); }

    static QTextBrowser &text(const GuiFixture &stage) { return *page(stage)->findChild<QTextBrowser *>(); }
    static QListWidget &list(const GuiFixture &stage) { return *page(stage)->findChild<QListWidget *>(); }

    /// What its keys are headed by.
    static QString firstGroup(const GuiFixture &stage) { return text(stage).toPlainText().section(u'\n', 1, 1); }

    /// The group that heads the keys when F1 is pressed now.
    static QString firstGroupAtF1(GuiFixture &stage)
    {
        stage.press(Qt::Key_F1);
        const QString first = page(stage) ? firstGroup(stage) : QString();
        stage.press(Qt::Key_Escape);
        [&] { QTRY_VERIFY(!page(stage)); }();
        return first;
    }

    static QString contents(const QString &file)
    {
        QFile in(QStringLiteral(OKOSHKO_HELP) + u'/' + file);
        return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
    }

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
        QCOMPARE(stage.windows->main().findChildren<HelpPage *>().size(), 1);
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
        QCOMPARE(page(stage)->windowTitle(), u"Клавиши и справка"_s);
        QVERIFY(text(stage).toPlainText().contains(u"новый заказ"_s));
        list(stage).setCurrentRow(1);
        QVERIFY(text(stage).toPlainText().startsWith(u"За кассой\n"_s));
    }

    void beginsWithTheKeysOfThePageThatWasLeft()
    {
        GuiFixture stage;
        QCOMPARE(firstGroupAtF1(stage), u"Orders"_s);
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventList"_s));
        QCOMPARE(firstGroupAtF1(stage), u"New order"_s);
        stage.press(Qt::Key_Escape);
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        QCOMPARE(firstGroupAtF1(stage), u"Payment"_s);
        stage.press(Qt::Key_Escape);
        stage.press(Qt::Key_F8);
        QCOMPARE(firstGroupAtF1(stage), u"Needs attention"_s);
        stage.press(Qt::Key_Escape);
        stage.hand->press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(stage.isShown(u"settingsPages"_s));
        QCOMPARE(firstGroupAtF1(stage), u"Settings"_s);
    }

    void isReadByKeysAlone()
    {
        GuiFixture stage;
        stage.windows->main().resize(1024, 600);
        stage.press(Qt::Key_F1);
        const QScrollBar &bar = *text(stage).verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0);
        stage.press(Qt::Key_Down);
        QVERIFY(bar.value() > 0);
        for (const Qt::Key toText : {Qt::Key_Return, Qt::Key_Right}) {
            stage.press(Qt::Key_Left);
            QVERIFY(list(stage).hasFocus());
            stage.press(Qt::Key_Down);
            QCOMPARE(text(stage).toPlainText().section(u'\n', 0, 0), list(stage).currentItem()->text());
            QCOMPARE(text(stage).accessibleName(), list(stage).currentItem()->text());
            QCOMPARE(bar.value(), 0);
            stage.press(toText);
            QVERIFY(text(stage).hasFocus());
            stage.press(Qt::Key_PageDown);
            QVERIFY(bar.value() > 0);
        }
        QCOMPARE(list(stage).currentRow(), 2);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.isShown(u"orderTable"_s));
    }

    void followsALinkByKeys()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F1);
        list(stage).setCurrentRow(2);
        stage.press(Qt::Key_Tab);
        stage.press(Qt::Key_Return);
        QCOMPARE(list(stage).currentItem()->text(), u"Settings file"_s);
        QVERIFY(text(stage).toPlainText().startsWith(u"Settings file\n"_s));
    }

    /// The page of keys that the README leads to.
    void theFileTellsTheSame_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::newRow("en") << Format::Language::English;
        QTest::newRow("ru") << Format::Language::Russian;
    }

    void theFileTellsTheSame()
    {
        QFETCH(Format::Language, language);
        Languages languages;
        languages.setLanguage(language);
        const QString file = QString::fromLatin1(QTest::currentDataTag()) + u".md"_s;
        const QString expected = KeyTable::markdown();
        QVERIFY(QDir().mkpath(QStringLiteral(OKOSHKO_KEYS)));
        QFile out(QStringLiteral(OKOSHKO_KEYS "/") + file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(expected.toUtf8()) > 0);
        QVERIFY2(contents(QString::fromLatin1(QTest::currentDataTag()) + u"/keys.md"_s) == expected,
                 qPrintable(u"It is to be as "_s + out.fileName()));
    }
};

} // namespace okoshko::test::tst_helppage

OKOSHKO_TEST(tst_helppage, HelpPageTest, QApplication)
#include "tst_helppage.moc"
