// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/Till.h"
#include "tests/support/TestProgram.h"
#include "ui/main/RecoveryNotice.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_moneyindrawer {

namespace {

using Column = OrderTableModel::Column;

} // namespace

/// Money that the cashier has taken and the server has not counted: it is named wherever the order is, with its sum.
class MoneyInDrawerTest : public QObject
{
    Q_OBJECT
    using Kind = ScriptedVendor::Kind;

private:
    /// 2,000 roubles are in the drawer, and the server has refused their confirmation.
    static OrderId takeInVain(Till &till)
    {
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, answered(400));
        till.confirm();
        return id;
    }

    static void readAgain(Till &till, const OrderId &id)
    {
        static_cast<void>(till.service().refresh(id));
        till.pass(2s);
        till.look(id);
    }

    static QString noticeAtStart(Till &till)
    {
        QWidget parent;
        const RecoveryNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        return Till::read(parent);
    }

private Q_SLOTS:
    void itIsToldUntilItIsConfirmed()
    {
        Till till;
        const OrderId id = takeInVain(till);
        const auto isTold = [&] {
            till.look(id);
            QCOMPARE(till.cell(id, Column::Status), u"To be confirmed"_s);
            QVERIFY2(Till::says(*till.pane, u"The money is in the drawer, and the payment is not confirmed"_s),
                     qPrintable(Till::read(*till.pane)));
            QVERIFY(Till::says(*till.pane, u"₽2,000.00"_s));
            QVERIFY(!Till::shows(*till.pane, u"paneResolveButton"_s)); // there is nothing about it in the list
        };
        isTold();
        till.startAgain();
        till.pass(2s);
        isTold();
        const QString start = noticeAtStart(till);
        QVERIFY2(start.contains(u"₽2,000.00 is in the drawer, and the payment is not confirmed yet"_s),
                 qPrintable(start));
        till.confirm();
        till.look(id);
        QCOMPARE(till.cell(id, Column::Status), u"Paid"_s);
        QVERIFY(!Till::says(*till.pane, u"in the drawer, and"_s));
    }

    void onItsWayItIsPaying()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.holdCalls(Kind::Confirm);
        till.confirm();
        QCOMPARE(till.cell(id, Column::Status), u"Paying"_s);
    }

    /// Nothing can be confirmed on a page.
    void oncePaidOnAPageNothingIsConfirmed()
    {
        Till till;
        const OrderId id = takeInVain(till);
        QVERIFY(Till::says(*till.dialog, u"confirm again"_s));
        till.vendor.at(id).payment.redirectUrl = QUrl(u"https://pay.example.org/1"_s);
        readAgain(till, id);
        QVERIFY(Till::says(*till.dialog, u"The buyer must not pay twice: cancel the order"_s));
        QVERIFY(Till::says(*till.pane, u"The payment (Enter) says how to go on"_s));
        const auto isNothingToConfirm = [&till] {
            QVERIFY2(!Till::says(*till.dialog, u"onfirm again"_s), qPrintable(Till::read(*till.dialog)));
            QVERIFY2(!Till::says(*till.pane, u"onfirm again"_s), qPrintable(Till::read(*till.pane)));
        };
        isNothingToConfirm();
        till.vendor.failNext(Kind::Cancel, answered(400));
        till.press(Qt::Key_Delete);
        till.click(u"cancelSaleYesButton"_s);
        till.look(id);
        for (const QWidget *window :
             {static_cast<QWidget *>(till.dialog.get()), static_cast<QWidget *>(till.pane.get())})
            QVERIFY2(Till::says(*window, u"The server refuses to cancel it"_s), qPrintable(Till::read(*window)));
        isNothingToConfirm();
    }

    void anOrderThatTheServerDoesNotKnowIsNotChosenAgain()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, answered(404));
        till.confirm();
        QVERIFY2(Till::says(*till.dialog, u"Ask the server again (F5)"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"choose again"_s));
    }

    /// Seats are missing as well, or the money came late: all that is in the drawer is given back all the same.
    void itComesBeforeWhatElseIsToBeResolved_data()
    {
        QTest::addColumn<bool>("late");
        QTest::newRow("seats missing") << false;
        QTest::newRow("paid too late") << true;
    }

    void itComesBeforeWhatElseIsToBeResolved()
    {
        QFETCH(bool, late);
        Till till;
        const OrderId id = takeInVain(till);
        if (late) {
            till.vendor.at(id).status = OrderStatus::Expired;
            readAgain(till, id);
        }
        till.vendor.pay(id);
        till.vendor.at(id).status = OrderStatus::Done;
        if (!late)
            till.vendor.at(id).tickets.removeLast();
        readAgain(till, id);
        const auto other = late ? Issue::Kind::PaidTooLate : Issue::Kind::SeatsShort;
        QCOMPARE(till.issues(other).size(), 1);
        QCOMPARE(till.issues(Issue::Kind::MoneyTaken).size(), 1);
        const auto isTold = [&] {
            QCOMPARE(till.cell(id, Column::Status), u"Money to return"_s);
            QVERIFY2(Till::says(*till.dialog, u"Paid otherwise: give ₽2,000.00 back from the drawer"_s),
                     qPrintable(Till::read(*till.dialog)));
            QVERIFY2(!Till::says(*till.dialog, u"settle the difference"_s), qPrintable(Till::read(*till.dialog)));
            QVERIFY(Till::says(*till.dialog, u"Hand out no tickets before"_s));
            QVERIFY(Till::says(*till.pane, u"Hand out no tickets before"_s));
            QVERIFY(Till::says(*till.pane, u"In the drawer"_s));
            QVERIFY(Till::says(*till.pane, u"₽2,000.00"_s));
        };
        isTold();
        QVERIFY(mustBeResolvedFirst(id, till.journal().issues()));
        till.startAgain();
        till.pass(2s);
        till.look(id);
        isTold();
        static_cast<void>(till.service().resolve(till.issues(Issue::Kind::MoneyTaken).first().id, u"given back"_s));
        till.settle();
        till.look(id);
        QCOMPARE(till.cell(id, Column::Status), late ? u"Paid too late"_s : u"Seats missing"_s);
    }

    void atTheStartItIsToldBesideTheSeatsThatAreMissing()
    {
        Till till;
        const OrderId id = takeInVain(till);
        till.close();
        till.kill();
        till.vendor.pay(id);
        till.vendor.at(id).tickets.removeLast();
        till.vendor.at(id).status = OrderStatus::Done;
        till.start();
        till.open();
        till.pass(2s);
        const QString start = noticeAtStart(till);
        QVERIFY2(start.contains(u"₽2,000.00"_s), qPrintable(start));
        QVERIFY2(start.contains(u"hand out no tickets before it is resolved"_s), qPrintable(start));
    }

    void theHistoryTellsItsDays()
    {
        Till till;
        const OrderId id = takeInVain(till);
        till.close();
        till.restart(72h);
        till.open();
        till.pass(2s);
        till.look(id);
        const QStringList lines = Till::read(*till.pane).split(u'\n');
        const auto day = [&](std::chrono::hours ago) {
            const QDateTime at = toDateTime(till.program->clock.now() - ago).toLocalTime();
            return QLocale(QLocale::English).toString(at, u"d MMMM"_s);
        };
        QCOMPARE(lines.count(day(72h)), 1);
        QCOMPARE(lines.count(day(0h)), 1); // what was learned at the start
        QVERIFY(lines.indexOf(day(72h)) < lines.indexOf(day(0h)));
    }
};

} // namespace okoshko::test::tst_moneyindrawer

OKOSHKO_TEST(tst_moneyindrawer, MoneyInDrawerTest, QApplication)
#include "tst_moneyindrawer.moc"
