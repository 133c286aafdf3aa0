// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"

#include "ui/widgets/FigureLabel.h"

#include "models/tables/EventListModel.h"
#include "tests/support/TestProgram.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_selling {

/// A ticket is sold, from the orders' page back to it.
class SellingTest : public QObject
{
    Q_OBJECT

private:
    static void languages()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::newRow("ru") << Format::Language::Russian;
        QTest::newRow("en") << Format::Language::English;
    }

    static QString shown(const GuiFixture &stage, const QString &name)
    {
        const auto *label = qobject_cast<FigureLabel *>(stage.find(name));
        return label ? label->text() : QString();
    }

    static QString statusCell(const GuiFixture &stage, const Sale &sale)
    {
        const auto &orders = stage.counter->orders;
        return orders.indexOf(sale.order.id, OrderTableModel::Column::Status).data().toString();
    }

private Q_SLOTS:
    void byKeyboardAlone_data() { languages(); }

    void byKeyboardAlone()
    {
        QFETCH(Format::Language, language);
        GuiFixture stage(language, {}, {}, TestTimeouts::standing());
        const Format format(language);
        stage.press(Qt::Key_F2);
        QTRY_VERIFY(stage.isShown(u"eventSearch"_s));
        stage.type(u"записанных"_s); // finds the one event
        stage.press(Qt::Key_Right);
        stage.press(Qt::Key_2);
        QCOMPARE(shown(stage, u"reserveTotal"_s), format.money(Money::fromMinor(200'00)));
        stage.press(Qt::Key_Return);

        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(shown(stage, u"paymentSum"_s), format.money(Money::fromMinor(200'00)));
        stage.press(Qt::Key_1);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"openPageButton"_s));
        const Sale &sale = stage.lastSale();
        QCOMPARE(stage.opened, QList{sale.order.payment.redirectUrl});

        stage.buyerPays(sale);
        QVERIFY(stage.comes([&] { return stage.isShown(u"nextBuyerButton"_s); }));
        QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Done);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QCOMPARE(statusCell(stage, sale), format.status(OrderStatus::Done));
        QCOMPARE(stage.windows->main().orders().current(), sale.order.id);
        QCOMPARE(stage.opened.size(), 1); // opened once, whatever was polled meanwhile
    }

    void byMouseAlone_data() { languages(); }

    void byMouseAlone()
    {
        QFETCH(Format::Language, language);
        GuiFixture stage(language);
        const Format format(language);
        stage.click(u"newOrderButton"_s);
        auto *list = stage.hand->find<QAbstractItemView>(u"eventList"_s);
        QVERIFY(list);
        const auto hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole,
                                               GuiFixture::cashEvent().toString(), 1, Qt::MatchExactly);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(stage.hand->click(*list, hits.first()), InputDriver::Result::Done);
        QWidget *stepper = stage.find(u"stepper_"_s + GuiFixture::cashSet().toString());
        QVERIFY(stepper);
        QTest::mouseClick(stepper, Qt::LeftButton, {}, QPoint(stepper->width() - 5, stepper->height() / 2));
        stage.click(u"reserveButton"_s);
        stage.click(u"paySystem_1"_s);
        stage.click(u"startPaymentButton"_s);

        // No page comes back: the cashier collects.
        stage.click(u"note_5000"_s);
        QCOMPARE(shown(stage, u"changeLabel"_s), format.money(Money::fromMinor(3350'00)));
        stage.click(u"confirmPaidButton"_s);
        const Sale &sale = stage.lastSale();
        QCOMPARE(sale.order.status, OrderStatus::InProgress); // it asks once
        stage.click(u"confirmPaidYesButton"_s);
        QVERIFY(stage.comes([&] { return stage.isShown(u"nextBuyerButton"_s); }));
        QCOMPARE(stage.atServer(sale.order.id).status, OrderStatus::Done);
        QCOMPARE(sale.order.value, Money::fromMinor(1650'00));
        stage.click(u"nextBuyerButton"_s);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QCOMPARE(statusCell(stage, sale), format.status(OrderStatus::Done));
        QVERIFY(stage.opened.isEmpty());
    }

    void theSameAgain()
    {
        GuiFixture stage;
        const Sale &first = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 3);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QCOMPARE(stage.windows->main().orders().current(), first.order.id);
        stage.press(Qt::Key_F3);
        QTRY_VERIFY(stage.isShown(u"reserveButton"_s));
        QCOMPARE(shown(stage, u"reserveTotal"_s), Format(Format::Language::English).money(Money::fromMinor(300'00)));
    }

    void changeIsReckonedExactly_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("canConfirm");
        QTest::newRow("exact") << u"1650"_s << u"₽0.00"_s << true;
        QTest::newRow("comma") << u"2000,50"_s << u"₽350.50"_s << true;
        QTest::newRow("blank between thousands") << u"5 000"_s << u"₽3,350.00"_s << true;
        QTest::newRow("too little") << u"1000"_s << u"₽650.00"_s << false;
        QTest::newRow("no sum") << u"12a"_s << u"—"_s << false;
        QTest::newRow("nothing") << QString() << u"—"_s << true;
    }

    void changeIsReckonedExactly()
    {
        QFETCH(QString, received);
        GuiFixture stage;
        stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.isShown(u"receivedEdit"_s));
        stage.type(received);
        QTEST(shown(stage, u"changeLabel"_s), "shown");
        QTEST(stage.isShown(u"confirmPaidButton"_s), "canConfirm");
    }
};

} // namespace okoshko::test::tst_selling

OKOSHKO_TEST(tst_selling, SellingTest, QApplication)
#include "tst_selling.moc"
