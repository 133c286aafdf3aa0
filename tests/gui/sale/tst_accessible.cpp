// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"

#include "ui/main/MainWindow.h"
#include "ui/main/OrdersPage.h"
#include "ui/widgets/Notice.h"

#include "models/tables/EventListModel.h"
#include "models/tables/OrderTableModel.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_accessible {

/// What was raised for assistive tools since the last look.
QList<std::pair<QAccessible::Event, QObject *>> raised; // Qt's hook is a function alone

void keep(QAccessibleEvent *event)
{
    raised.append({event->type(), event->object()});
}

/// What an assistive tool sees of the window and does to it: names, values, selections and actions, no key and no
/// mouse.
class AccessibleTest : public QObject
{
    Q_OBJECT

private:
    static QAccessibleInterface &of(QObject *object)
    {
        QAccessibleInterface *found = QAccessible::queryAccessibleInterface(object);
        Q_ASSERT(found);
        return *found;
    }

    static void selectRow(QAbstractItemView &view, int row)
    {
        QVERIFY(of(&view).tableInterface());
        QVERIFY(of(&view).tableInterface()->selectRow(row));
    }

    static int rowOf(const QAbstractItemView &view, int role, const QString &id)
    {
        const auto hits = view.model()->match(view.model()->index(0, 0), role, id, 1, Qt::MatchExactly);
        return hits.isEmpty() ? -1 : hits.first().row();
    }

    /// All that can be walked to from \a root.
    static QList<QAccessibleInterface *> tree(QAccessibleInterface &root)
    {
        QList<QAccessibleInterface *> all{&root};
        for (int i = 0; i < root.childCount(); ++i) {
            if (QAccessibleInterface *child = root.child(i))
                all << tree(*child);
        }
        return all;
    }

    /// The views, by name, whose items can be walked to and count as showing.
    static QStringList viewsThatShow(const GuiFixture &stage)
    {
        QStringList views;
        for (QAccessibleInterface *each : tree(of(&stage.windows->main()))) {
            const auto role = each->role();
            if ((role != QAccessible::ListItem && role != QAccessible::Cell) || each->state().invisible)
                continue;
            const QObject *view = each->parent()->object();
            if (view && !views.contains(view->objectName()))
                views << view->objectName();
        }
        return views;
    }

    static QAbstractItemView &view(const GuiFixture &stage, const QString &name)
    {
        return *stage.windows->main().findChild<QAbstractItemView *>(name);
    }

private Q_SLOTS:
    void aStepperIsANumberThatCanBeSet()
    {
        GuiFixture stage;
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        QAccessibleInterface &stepper = of(stage.find(u"stepper_"_s + GuiFixture::pageSet().toString()));
        QCOMPARE(stepper.role(), QAccessible::SpinBox);
        QVERIFY(!stepper.text(QAccessible::Name).isEmpty());
        QAccessibleValueInterface *value = stepper.valueInterface();
        QVERIFY(value);
        QCOMPARE(value->currentValue().toInt(), 1);
        QCOMPARE(value->minimumValue().toInt(), 0);
        QCOMPARE(value->minimumStepSize().toInt(), 1);
        const int most = value->maximumValue().toInt();
        QVERIFY(most > 2);

        value->setCurrentValue(2.0); // a tool's numbers are fractions
        QCOMPARE(stepper.text(QAccessible::Value), u"2"_s);
        QCOMPARE(qobject_cast<QLabel *>(stage.find(u"reserveCount"_s))->text(), u"2 tickets"_s);
        value->setCurrentValue(most + 1); // refused, with words
        QCOMPARE(value->currentValue().toInt(), most);
        QVERIFY(stage.find(u"ticketsNotice"_s));
        for (const double odd : {-1.0, 1e300, std::numeric_limits<double>::quiet_NaN()})
            value->setCurrentValue(odd);
        QCOMPARE(value->currentValue().toInt(), most);
        stage.press(Qt::Key_2); // no digit after the one that was typed before
        QCOMPARE(value->currentValue().toInt(), 2);
    }

    void ofASearchFieldOnlyWhatEmptiesItIsAButton()
    {
        GuiFixture stage;
        const auto buttons = [&stage](const QString &field) {
            QStringList names;
            for (QAccessibleInterface *each : tree(of(stage.find(field)))) {
                const auto role = each->role();
                if (role == QAccessible::Button || role == QAccessible::ButtonMenu)
                    names << each->text(QAccessible::Name);
            }
            return names;
        };
        QCOMPARE(buttons(u"filterEdit"_s), QStringList{u"Clear the search"_s});
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventSearch"_s));
        QCOMPARE(buttons(u"eventSearch"_s), QStringList{u"Clear the search"_s});
    }

    void whatIsSaidRaisesAnAlert()
    {
        GuiFixture stage;
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        raised.clear();
        const auto before = QAccessible::installUpdateHandler(keep);
        Notice notice(&stage.windows->main());
        // Where nobody listens, as there is nobody without a bus of the desktop, Qt passes nothing on.
        const qsizetype one = QAccessible::isActive() ? 1 : 0;
        const auto alerts = [&notice] { return raised.count({QAccessible::Alert, static_cast<QObject *>(&notice)}); };
        notice.showMessage(Notice::Kind::Info, {u"Title"_s, u"Words"_s});
        QCOMPARE(alerts(), one);
        notice.showMessage(Notice::Kind::Info, {u"Title"_s, u"Words"_s}); // is said already
        QCOMPARE(alerts(), one);
        notice.showMessage(Notice::Kind::Info, {u"Title"_s, u"Other words"_s});
        QCOMPARE(alerts(), 2 * one);
        notice.clear();
        notice.showMessage(Notice::Kind::Info, {u"Title"_s, u"Other words"_s});
        QCOMPARE(alerts(), 3 * one);
        QAccessible::installUpdateHandler(before);
        QCOMPARE(of(&notice).role(), QAccessible::AlertMessage);
        QCOMPARE(of(&notice).text(QAccessible::Name), u"Title"_s);
        QCOMPARE(of(&notice).text(QAccessible::Description), u"Other words"_s);
    }

    void hiddenPagesShowNoItems()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        QVERIFY(!viewsThatShow(stage).contains(u"eventList"_s));
        QVERIFY(!viewsThatShow(stage).contains(u"orderTable"_s));
        QVERIFY(!viewsThatShow(stage).contains(u"qaList"_s));
        stage.press(Qt::Key_Escape);
        QTRY_COMPARE(viewsThatShow(stage), QStringList{u"orderTable"_s});
        stage.press(Qt::Key_F2);
        QTRY_COMPARE(viewsThatShow(stage), QStringList{u"eventList"_s});
        // The way back up leads through it as well.
        auto *pages = stage.windows->main().findChild<QStackedWidget *>();
        QAccessibleInterface &shown = of(pages->currentWidget());
        QCOMPARE(of(pages).childCount(), 1);
        QCOMPARE(of(pages).indexOfChild(&shown), 0);
        QCOMPARE(of(pages).child(0), &shown);
        QCOMPARE(of(pages).indexOfChild(&of(pages->widget(0))), -1);
    }

    void thePageFollowsTheSelectedEvent()
    {
        GuiFixture stage;
        stage.press(Qt::Key_F2);
        QAbstractItemView &events = view(stage, u"eventList"_s);
        for (const auto &[event, set] : {std::pair(GuiFixture::cashEvent(), GuiFixture::cashSet()),
                                         std::pair(GuiFixture::pageEvent(), GuiFixture::pageSet())}) {
            const int row = rowOf(events, EventListModel::EventIdRole, event.toString());
            QVERIFY(row >= 0);
            selectRow(events, row);
            QCOMPARE(events.currentIndex().row(), row);
            QTRY_VERIFY(stage.isShown(u"stepper_"_s + set.toString()));
        }
    }

    void theOrdersPageFollowsTheSelectedOrder()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_Escape);
        stage.reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QAbstractItemView &orders = view(stage, u"orderTable"_s);
        QCOMPARE(orders.model()->rowCount(), 2);
        auto *page = stage.windows->main().findChild<OrdersPage *>();
        for (const int row : {0, 1, 0}) {
            selectRow(orders, row);
            QCOMPARE(page->current().toString(),
                     orders.model()->index(row, 0).data(OrderTableModel::OrderIdRole).toString());
        }
    }

    void aSaleIsMadeFromOutside()
    {
        GuiFixture stage;
        const auto press = [&stage](const QString &name) {
            QTRY_VERIFY2(stage.isShown(name), qPrintable(name));
            of(stage.find(name)).actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        };
        press(u"newOrderButton"_s);
        QTRY_VERIFY(stage.isShown(u"eventList"_s));
        QAbstractItemView &events = view(stage, u"eventList"_s);
        selectRow(events, rowOf(events, EventListModel::EventIdRole, GuiFixture::cashEvent().toString()));
        const QString stepper = u"stepper_"_s + GuiFixture::cashSet().toString();
        QTRY_VERIFY(stage.isShown(stepper));
        of(stage.find(stepper)).valueInterface()->setCurrentValue(2);
        press(u"reserveButton"_s);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(stage.lastSale().order.event, GuiFixture::cashEvent());
        QTRY_COMPARE(stage.lastSale().tickets.size(), 2);
        press(u"startPaymentButton"_s);
        QTRY_COMPARE(stage.lastSale().order.status, OrderStatus::InProgress);
    }
};

} // namespace okoshko::test::tst_accessible

OKOSHKO_TEST(tst_accessible, AccessibleTest, QApplication)
#include "tst_accessible.moc"
