// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/main/MainWindow.h"
#include "ui/widgets/Stepper.h"

#include <QAbstractItemView>
#include <QPointingDevice>
#include <QScreen>
#include <QScrollBar>
#include <QScroller>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_touch {

/// A finger on the lists, and the mouse, which does what it always did.
class TouchTest : public QObject
{
    Q_OBJECT

private:
    static sandbox::Options manyEvents()
    {
        sandbox::Options options;
        options.events = 200;
        return options;
    }

    /// From \a from upwards by \a by pixels.
    void swipe(QWidget &viewport, QPoint from, int by) const
    {
        QTest::touchEvent(&viewport, m_screen).press(0, from);
        for (int moved = 5; moved <= by; moved += 5)
            QTest::touchEvent(&viewport, m_screen).move(0, from - QPoint(0, moved));
        QTest::touchEvent(&viewport, m_screen).release(0, from - QPoint(0, by));
    }

    void tap(QWidget &viewport, QPoint at) const
    {
        QTest::touchEvent(&viewport, m_screen).press(0, at);
        QTest::touchEvent(&viewport, m_screen).release(0, at);
    }

    static QAbstractItemView &events(const GuiFixture &stage)
    {
        return *stage.windows->main().findChild<QAbstractItemView *>(u"eventList"_s);
    }

    std::unique_ptr<QPointingDevice> m_device{QTest::createTouchDevice()};
    QPointingDevice *m_screen = m_device.get();

private Q_SLOTS:
    void aSwipeScrollsAndSelectsNothing()
    {
        GuiFixture stage(Format::Language::English, manyEvents());
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventList"_s));
        QAbstractItemView &list = events(stage);
        QTRY_VERIFY(list.model()->rowCount() > 100);
        const int row = list.currentIndex().row();
        const int before = list.verticalScrollBar()->value();
        swipe(*list.viewport(), list.viewport()->rect().center(), 150);
        QTRY_VERIFY(list.verticalScrollBar()->value() > before + 50);
        QCOMPARE(list.currentIndex().row(), row);
        QVERIFY(stage.isShown(u"eventSearch"_s));
    }

    void aTapSelects()
    {
        GuiFixture stage(Format::Language::English, manyEvents());
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventList"_s));
        QAbstractItemView &list = events(stage);
        QTRY_VERIFY(list.model()->rowCount() > 100);
        const QModelIndex third = list.model()->index(2, 0);
        QVERIFY(list.currentIndex() != third);
        tap(*list.viewport(), list.visualRect(third).center());
        QCOMPARE(list.currentIndex(), third);
    }

    void aSwipeOverTheTicketsPicksNone()
    {
        GuiFixture stage;
        stage.pick(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        stage.windows->main().resize(stage.windows->main().screen()->availableSize()); // where a finger can reach
        QTRY_COMPARE(stage.windows->main().width(), stage.windows->main().screen()->availableSize().width());
        auto *stepper = qobject_cast<Stepper *>(stage.find(u"stepper_"_s + GuiFixture::cashSet().toString()));
        QVERIFY(stepper);
        QWidget *rows = stepper->parentWidget();
        while (rows && !qobject_cast<QAbstractScrollArea *>(rows->parentWidget()))
            rows = rows->parentWidget();
        QVERIFY(rows); // the viewport
        const QPoint plus = stepper->mapTo(rows, QPoint(stepper->width() - 5, stepper->height() / 2));
        swipe(*rows, plus, 60);
        QCOMPARE(stepper->value(), 1);
        QTRY_COMPARE(QScroller::scroller(rows)->state(), QScroller::Inactive);
        tap(*rows, stepper->mapTo(rows, QPoint(stepper->width() - 5, stepper->height() / 2)));
        QCOMPARE(stepper->value(), 2);
    }

    void aTapOnAFieldLetsItBeTypedInto()
    {
        GuiFixture stage;
        stage.windows->main().resize(stage.windows->main().screen()->availableSize());
        stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.isShown(u"receivedEdit"_s));
        QWidget *field = stage.find(u"receivedEdit"_s);
        stage.find(u"confirmPaidButton"_s)->setFocus();
        QVERIFY(!field->hasFocus());
        tap(*field, field->rect().center());
        QVERIFY(field->hasFocus());
    }

    void twoTapsAreADoubleClick()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        auto &table = *stage.windows->main().findChild<QAbstractItemView *>(u"orderTable"_s);
        const QPoint row = table.visualRect(table.model()->index(0, 0)).center();
        tap(*table.viewport(), row);
        QVERIFY(stage.isShown(u"orderTable"_s));
        tap(*table.viewport(), row);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
    }

    void theMouseSelectsWherePressed()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventList"_s));
        QAbstractItemView &list = events(stage);
        const QModelIndex third = list.model()->index(2, 0);
        QTest::mousePress(list.viewport(), Qt::LeftButton, {}, list.visualRect(third).center());
        QCOMPARE(list.currentIndex(), third);
        QTest::mouseRelease(list.viewport(), Qt::LeftButton, {}, list.visualRect(third).center());
    }
};

} // namespace okoshko::test::tst_touch

OKOSHKO_TEST(tst_touch, TouchTest, QApplication)
#include "tst_touch.moc"
