// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/InputDriver.h"
#include "tests/gui/sale/PaymentTill.h"
#include "tests/support/TestProgram.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_unsafepage {

/// A payment page with an address of a kind that is never opened, however the cashier asks for it.
class UnsafePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnlyWhatIsSafe_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("opened");
        QTest::newRow("https") << u"https://pay.example.org/1"_s << 2; // by itself, and by the key
        QTest::newRow("script") << u"javascript:alert(1)"_s << 0;
        QTest::newRow("file") << u"file:///etc/passwd"_s << 0;
        QTest::newRow("plain http") << u"http://pay.example.org/1"_s << 0;
    }

    void opensOnlyWhatIsSafe()
    {
        QFETCH(QString, address);
        QFETCH(int, opened);
        PaymentTill counter;
        counter.vendor.page = QUrl(address);
        counter.start();
        counter.openDialog();
        PaymentPage &dialog = *counter.dialog;
        QSignalSpy asked(&dialog, &PaymentPage::openPageRequested);
        const Sale &sale = counter.sale(counter.reserve(1));
        dialog.setSale(sale.order.id);
        dialog.show();
        InputDriver(dialog).press(Qt::Key_Return);
        counter.settle();
        QCOMPARE(sale.order.status, OrderStatus::InProgress);
        InputDriver(dialog).press(Qt::Key_O);
        QCOMPARE(asked.count(), opened);
        const auto *button = dialog.findChild<QPushButton *>(u"openPageButton"_s);
        QCOMPARE(button->isVisible(), opened > 0);
    }

    void aPageInsteadOfMoneyIsTold()
    {
        PaymentTill counter;
        counter.systems[0].confirmation = PaymentSystem::Confirmation::Cashier;
        counter.start();
        counter.openDialog();
        PaymentPage &dialog = *counter.dialog;
        QSignalSpy asked(&dialog, &PaymentPage::openPageRequested);
        const Sale &sale = counter.sale(counter.reserve(1));
        dialog.setSale(sale.order.id);
        dialog.show();
        InputDriver(dialog).press(Qt::Key_Return);
        counter.settle();
        QCOMPARE(sale.order.status, OrderStatus::InProgress);
        QCOMPARE(asked.count(), 0); // nobody has looked yet
        const auto *notice = dialog.findChild<QWidget *>(u"pageNotice"_s);
        QVERIFY(notice->isVisible());
        QVERIFY(notice->accessibleName().contains(u"Take no money"));
        InputDriver(dialog).press(Qt::Key_O);
        QCOMPARE(asked.count(), 1);
        dialog.showBrowserMissing();
        QVERIFY(notice->accessibleName().contains(u"Take no money")); // all the same
        QVERIFY(dialog.findChild<QWidget *>(u"browserNotice"_s)->isVisible());
    }

    void thatTheBrowserDidNotOpenIsSaidOfTheLastTime()
    {
        PaymentTill counter;
        counter.start();
        counter.openDialog();
        PaymentPage &dialog = *counter.dialog;
        const Sale &sale = counter.sale(counter.reserve(1));
        dialog.setSale(sale.order.id);
        dialog.show();
        InputDriver(dialog).press(Qt::Key_Return);
        counter.settle();
        const auto *notice = dialog.findChild<QWidget *>(u"browserNotice"_s);
        QVERIFY(!notice->isVisible());
        dialog.showBrowserMissing();
        QVERIFY(notice->isVisible());
        counter.pass(2s);
        QVERIFY(notice->isVisible());
        InputDriver(dialog).press(Qt::Key_O);
        QVERIFY(!notice->isVisible()); // it opens this time
        dialog.showBrowserMissing();
        QVERIFY(notice->isVisible());
        counter.vendor.pay(sale.order.id);
        counter.pass(20s);
        QCOMPARE(sale.order.status, OrderStatus::Done);
        dialog.showBrowserMissing(); // told late
        QVERIFY(notice->isHidden());
    }
};

} // namespace okoshko::test::tst_unsafepage

OKOSHKO_TEST(tst_unsafepage, UnsafePageTest, QApplication)
#include "tst_unsafepage.moc"
