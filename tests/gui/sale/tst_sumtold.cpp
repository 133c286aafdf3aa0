// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/Till.h"
#include "tests/support/TestProgram.h"
#include "ui/text/PriceText.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_sumtold {

/// A sum that has changed is said beside the payment and in the order's pane until the cashier has accepted it, and no
/// money is taken before.
class SumToldTest : public QObject
{
    Q_OBJECT
    using Kind = ScriptedVendor::Kind;

private Q_SLOTS:
    void aNewSumIsSaidUntilSheAcceptsIt_data()
    {
        QTest::addColumn<int>("roubles");
        QTest::addColumn<QString>("said");
        QTest::newRow("dearer") << 2200
                                << u"costs more than the buyer was told: it was ₽2,000.00, now it is ₽2,200.00"_s;
        QTest::newRow("cheaper") << 1500
                                 << u"costs less than the buyer was told: it was ₽2,000.00, now it is ₽1,500.00"_s;
    }

    void aNewSumIsSaidUntilSheAcceptsIt()
    {
        QFETCH(int, roubles);
        QFETCH(QString, said);
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.click(u"confirmPaidButton"_s); // she is being asked whether the money is in the drawer
        till.vendor.at(id).value = Money::fromMinor(roubles * 100);
        till.pass(10s);
        qApp->processEvents();
        till.lookAtPane(id);
        for (const QWidget *window :
             {static_cast<const QWidget *>(till.dialog.get()), static_cast<const QWidget *>(till.pane.get())}) {
            QVERIFY2(Till::says(*window, said), qPrintable(Till::read(*window)));
            QVERIFY(Till::says(*window, u"Face price: was 2,000.00, now"_s) ||
                    Till::says(*window, u"Not explained by the server"_s));
        }
        QVERIFY(Till::says(*till.pane, u"the sum changed: it was ₽2,000.00"_s));
        for (const QString &name : {u"confirmPaidButton"_s, u"confirmPaidYesButton"_s, u"receivedEdit"_s})
            QVERIFY2(!Till::shows(*till.dialog, name), qPrintable(name));
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);

        till.startAgain();
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, said), qPrintable(Till::read(*till.dialog)));
        till.click(u"acceptSumButton"_s);
        till.lookAtPane(id);
        QVERIFY(!Till::says(*till.dialog, said));
        QVERIFY(!Till::says(*till.pane, said));
        QVERIFY(Till::says(*till.pane, u"the buyer was told the new sum"_s));
        if (Till::shows(*till.dialog, u"noPageButton"_s))
            till.click(u"noPageButton"_s);
        QVERIFY2(Till::says(*till.dialog, u"Take "_s + till.format.money(Money::fromMinor(roubles * 100))),
                 qPrintable(Till::read(*till.dialog)));
        till.confirm();
        QCOMPARE(till.status(id), OrderStatus::Done);
    }

    void aPageIsNotShownBeforeTheNewSumIsAccepted()
    {
        Till till;
        const OrderId id = till.reserve();
        till.vendor.telling[Kind::StartPayment] = [&till](Order order) {
            order.value = till.vendor.at(order.id).value = Money::fromMinor(220000);
            return order;
        };
        till.look(id);
        QSignalSpy opening(till.dialog.get(), &PaymentPage::openPageRequested);
        till.press(Qt::Key_Return);
        QCOMPARE(till.status(id), OrderStatus::InProgress);
        for (const QString &name : {u"qrCode"_s, u"openPageButton"_s, u"copyAddressButton"_s})
            QVERIFY2(!Till::shows(*till.dialog, name), qPrintable(name));
        QVERIFY(opening.isEmpty());
        QVERIFY(Till::shows(*till.dialog, u"acceptSumButton"_s));
        till.click(u"acceptSumButton"_s);
        QVERIFY(Till::shows(*till.dialog, u"qrCode"_s));
        QCOMPARE(opening.count(), 1);
    }

    void whatItMeansIsSaidAsItStands_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<QString>("said");
        QTest::newRow("no money yet") << OrderStatus::InProgress << false << u"Tell the buyer the new sum."_s;
        QTest::newRow("the money is taken")
            << OrderStatus::InProgress << true
            << u"The money is in the drawer: ₽2,000.00 was taken, and ₽2,200.00 is to be paid now."_s;
        QTest::newRow("paid") << OrderStatus::Done << false << u"It is paid."_s;
        QTest::newRow("another word") << OrderStatus::Unknown << false << u"Whether it is paid is not known"_s;
        QTest::newRow("cancelled") << OrderStatus::Canceled << false << QString();
        QTest::newRow("expired") << OrderStatus::Expired << false << QString();
        QTest::newRow("refunded") << OrderStatus::Refunded << false << QString();
    }

    void whatItMeansIsSaidAsItStands()
    {
        QFETCH(OrderStatus, status);
        QFETCH(bool, isTaken);
        QFETCH(QString, said);
        const Money was = Money::fromMinor(200000);
        const Money now = Money::fromMinor(220000);
        Sale sale;
        sale.order.status = status;
        sale.order.value = now;
        sale.history << HistoryEntry{.what = HistoryEntry::What::SumChanged,
                                     .words = SumChange{{.total = was}, {.total = now}}.toWords()};
        if (isTaken)
            sale.history.prepend({.what = HistoryEntry::What::MoneyTaken, .words = u"200000"_s});
        const SumText text(sale, SaleRemark::None, Format(Format::Language::English));
        QCOMPARE(text.title.isEmpty(), said.isEmpty());
        QVERIFY2(text.body.contains(said), qPrintable(text.body));
        QCOMPARE(text.body.contains(u"It is paid."_s), status == OrderStatus::Done);
        QVERIFY(!isTaken || !text.body.contains(u"No money is taken"_s));
    }

    /// Until a person has said that it was given back.
    void moneyThatDidNotPayIsGivenBackWhole()
    {
        Sale sale;
        sale.order.status = OrderStatus::Done;
        sale.order.value = Money::fromMinor(220000);
        sale.history << HistoryEntry{.what = HistoryEntry::What::MoneyTaken, .words = u"200000"_s}
                     << HistoryEntry{
                            .what = HistoryEntry::What::SumChanged,
                            .words =
                                SumChange{{.total = Money::fromMinor(200000)}, {.total = sale.order.value}}.toWords()};
        sale.raised.setFlag(Issue::Kind::MoneyTaken);
        const Format format(Format::Language::English);
        const QString words = u"not with the ₽2,000.00 in the drawer"_s;
        QVERIFY(SumText(sale, SaleRemark::PaidTwice, format).body.contains(words));
        QVERIFY(SumText(sale, SaleRemark::PaidTwiceInVain, format).body.contains(words));
        const QString after = SumText(sale, SaleRemark::None, format).body;
        QVERIFY(!after.contains(words));
        QVERIFY(!after.contains(u"difference"_s)); // it was another's money
    }

    /// The server has not told the parts of the new sum: it may contain a fee.
    void aFacePriceThatIsNotToldHasNotChanged()
    {
        const Money was = Money::fromMinor(225050);
        const QString words = changeWords({.face = was, .fee = Money(), .total = was},
                                          {.total = Money::fromMinor(252505)}, Format(Format::Language::English));
        QVERIFY2(words.contains(u"To pay: was ₽2,250.50, now ₽2,525.05"_s), qPrintable(words));
        QVERIFY2(!words.contains(u"2,525.05\n"_s) && !words.contains(u"Face price: was"_s), qPrintable(words));
    }
};

} // namespace okoshko::test::tst_sumtold

OKOSHKO_TEST(tst_sumtold, SumToldTest, QApplication)
#include "tst_sumtold.moc"
