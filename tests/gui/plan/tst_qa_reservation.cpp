// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include "ui/widgets/Notice.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_qa_reservation {

/// Chapter 2 of the manual test plan: reserving.
class ReservationCases : public QObject
{
    Q_OBJECT

private:
    static QString noticeWords(const CaseDrive &drive)
    {
        const auto *notice = drive.stage.hand->find<Notice>(u"ticketsNotice"_s);
        return notice ? notice->body() : QString();
    }

    /// Whether the ring shows the colour of what is urgent.
    static bool isUrgent(const CaseDrive &drive)
    {
        const QImage ring = drive.stage.find(u"countdownRing"_s)->grab().toImage();
        const QRgb urgent = Theme::palette().urgent.rgb();
        for (int y = 0; y < ring.height(); ++y) {
            for (int x = 0; x < ring.width(); ++x) {
                if (ring.pixel(x, y) == urgent)
                    return true;
            }
        }
        return false;
    }

    static void pickAndReserve(CaseDrive &drive, int count)
    {
        drive.pick(count);
        drive.press(Qt::Key_Return);
    }

    /// Two tickets are reserved, and the scenario is met by the next change of them.
    static const Sale &reserveUnderScenario(CaseDrive &drive)
    {
        drive.pick(2, u"северный"_s);
        drive.press(Qt::Key_Return);
        drive.awaitShown(u"startPaymentButton"_s);
        const Sale &sale = drive.stage.lastSale();
        drive.awaitThat("the tickets are read", [&] { return sale.tickets.size() == 2; });
        drive.switchOn();
        drive.await(u"PaymentPage|C&hange the order"_s);
        drive.press(Qt::Key_F4);
        drive.await(u"ChangePane|&Change the tickets"_s);
        return sale;
    }

private Q_SLOTS:
    void case201()
    {
        CaseDrive::perform(201, [](CaseDrive &drive) {
            drive.switchOn();
            drive.reserve();
            QVERIFY(!isUrgent(drive));
            drive.awaitThat("the countdown is urgent", [&] { return isUrgent(drive); });
            drive.takePicture();
        });
    }

    void case202()
    {
        CaseDrive::perform(202, [](CaseDrive &drive) {
            drive.switchOn();
            const Sale &sale = drive.reserve();
            drive.await(u"ResultPane|The time has run out"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Expired);
        });
    }

    void case203()
    {
        CaseDrive::perform(203, [](CaseDrive &drive) {
            drive.switchOn();
            drive.reserve();
            drive.await(u"ResultPane|The time has run out"_s);
            drive.takePicture();
            drive.press(Qt::Key_Return);
            drive.await(u"NewOrderPage|New order"_s);
            drive.awaitShown(u"reserveButton"_s);
            QCOMPARE(drive.text(u"reserveTotal"_s), drive.rubles(100));
        });
    }

    void case204()
    {
        CaseDrive::perform(204, [](CaseDrive &drive) {
            drive.switchOn();
            pickAndReserve(drive, 2);
            drive.await(u"NewOrderPage|These tickets have just been sold."_s);
            drive.takePicture();
            QTRY_COMPARE(drive.ordersAtServer(), 0);
        });
    }

    void case205()
    {
        CaseDrive::perform(205, [](CaseDrive &drive) {
            drive.switchOn();
            pickAndReserve(drive, 3);
            drive.await(u"NewOrderPage|Asked for %1, reserved %2."_s);
            QVERIFY2(noticeWords(drive).contains(drive.rubles(200)), qPrintable(noticeWords(drive)));
            drive.takePicture();
            drive.click(u"takeTheseButton"_s);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(200));
            QCOMPARE(drive.stage.atServer(drive.stage.lastSale().order.id).tickets.size(), 2);
        });
    }

    void case206()
    {
        CaseDrive::perform(206, [](CaseDrive &drive) {
            drive.switchOn();
            pickAndReserve(drive, 1);
            drive.await(u"NewOrderPage|These tickets have just been sold."_s);
            drive.takePicture();
            const OrderId empty = drive.stage.lastSale().order.id;
            QTRY_COMPARE(drive.stage.atServer(empty).status, OrderStatus::Canceled);
            drive.toOrders();
            drive.awaitOfOrder(empty, u"Format|Cancelled"_s);
        });
    }

    void case207()
    {
        CaseDrive::perform(207, [](CaseDrive &drive) {
            drive.switchOn();
            pickAndReserve(drive, 1);
            drive.await(u"NewOrderPage|The price has changed meanwhile."_s);
            for (const int sum : {100, 200})
                QVERIFY(noticeWords(drive).contains(drive.format().plainMoney(Money::fromMinor(sum * 100))));
            drive.takePicture();
            drive.await(u"NewOrderPage|&Go on with %1"_s);
            drive.await(u"NewOrderPage|&Release and choose again"_s);
            drive.awaitShown(u"goOnButton"_s); // it takes no key just after it has come
            QTRY_COMPARE(drive.stage.windows->main().focusWidget(), drive.stage.find(u"chooseAnewButton"_s));
            Keys(drive.stage.windows->main()).type(drive.languageCode() == u"ru" ? u"н"_s : u"y"_s, 1s);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(200));
        });
    }

    void case208()
    {
        CaseDrive::perform(208, [](CaseDrive &drive) {
            drive.switchOn();
            pickAndReserve(drive, 1);
            drive.await(u"ErrorText|The event is no longer on sale."_s);
            drive.takePicture();
            QCOMPARE(drive.ordersAtServer(), 0);
        });
    }

    void case209()
    {
        CaseDrive::perform(209, [](CaseDrive &drive) {
            const Sale &sale = reserveUnderScenario(drive);
            drive.press(Qt::Key_3);
            drive.press(Qt::Key_Return);
            drive.await(u"ErrorText|The order was not changed."_s);
            drive.await(u"ErrorText|The server refuses this change."_s);
            drive.await(u"ErrorText|The order is as it was: choose otherwise, or go on with the sale."_s);
            const QString said = drive.textsIn(u"PaymentPage"_s).join(u' ');
            QVERIFY2(said.contains(u"the order cannot be changed"_s), qPrintable(said));
            drive.takePicture();
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(3300));
            QCOMPARE(drive.stage.atServer(sale.order.id).tickets.size(), 2);
            drive.awaitShown(u"changeTicketsButton"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"ChangeNotice|The order has now %1."_s);
            drive.awaitGone(u"ErrorText|The order was not changed."_s);
            QCOMPARE(drive.stage.atServer(sale.order.id).tickets.size(), 3);
        });
    }

    void case210()
    {
        CaseDrive::perform(210, [](CaseDrive &drive) {
            const Sale &sale = reserveUnderScenario(drive);
            drive.press(Qt::Key_4);
            drive.press(Qt::Key_Return);
            drive.await(u"ChangeNotice|Asked for %1, got %2."_s);
            drive.await(u"ChangeNotice|Held for the buyer: %1."_s);
            const QString said = drive.textsIn(u"ChangeNotice"_s).join(u' ');
            for (const int sum : {3300, 4950}) {
                const QString told = drive.format().plainMoney(Money::fromMinor(sum * 100)).simplified();
                QVERIFY2(said.contains(told), qPrintable(said));
            }
            drive.takePicture();
            QVERIFY(!drive.stage.isShown(u"startPaymentButton"_s));
            QCOMPARE(drive.stage.windows->main().focusWidget(), drive.stage.find(u"changeAgainButton"_s));
            drive.awaitShown(u"takeTheseButton"_s);
            drive.press(Qt::Key_Y);
            drive.awaitShown(u"startPaymentButton"_s);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(4950));
            QCOMPARE(drive.stage.atServer(sale.order.id).tickets.size(), 3);
        });
    }

    void case211()
    {
        CaseDrive::perform(211, [](CaseDrive &drive) {
            const Sale &sale = reserveUnderScenario(drive);
            drive.await(u"ChangePane|&Promo code"_s);
            const auto focus = [&] { return drive.stage.windows->main().focusWidget()->objectName(); };
            for (int i = 0; i < 9 && focus() != u"codeEdit"; ++i)
                drive.press(Qt::Key_Down);
            drive.stage.type(u"OKOSHKO10"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"ErrorText|The server does not know this promo code."_s);
            QVERIFY2(drive.text(u"codeEditReason"_s).contains(u"Promocode not found"_s),
                     qPrintable(drive.text(u"codeEditReason"_s)));
            drive.takePicture();
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(3300));
            QCOMPARE(drive.stage.atServer(sale.order.id).promoCodes, QStringList());
            QCOMPARE(drive.stage.hand->find<QLineEdit>(u"codeEdit"_s)->selectedText(), u"OKOSHKO10"_s);
            drive.press(Qt::Key_Return);
            drive.await(u"ChangeNotice|The promo code is applied."_s);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(3000));
        });
    }
};

} // namespace okoshko::test::tst_qa_reservation

OKOSHKO_TEST(tst_qa_reservation, ReservationCases, QApplication)
#include "tst_qa_reservation.moc"
