// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include "ui/widgets/Notice.h"

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_reservation {

/// Chapter 2 of the manual test plan: reserving.
class ReservationCases : public QObject
{
    Q_OBJECT

private:
    static QString noticeWords(const CaseDrive &drive)
    {
        const auto *notice = drive.stage.hand->find<Notice>(u"ticketsNotice"_s);
        return notice ? notice->words() : QString();
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
        drive.stage.press(Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase_data() { CaseDrive::inBothLanguages(); }

    void case201()
    {
        CaseDrive drive(201);
        drive.switchOn();
        drive.reserve();
        QVERIFY(!isUrgent(drive));
        QTRY_VERIFY_WITH_TIMEOUT(isUrgent(drive), Stage::patience);
        drive.takePicture();
        drive.end();
    }

    void case202()
    {
        CaseDrive drive(202);
        drive.switchOn();
        const Sale &sale = drive.reserve();
        drive.await(u"OutcomePane|The time has run out"_s);
        drive.takePicture();
        QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Expired);
        drive.end();
    }

    void case203()
    {
        CaseDrive drive(203);
        drive.switchOn();
        drive.reserve();
        drive.await(u"OutcomePane|The time has run out"_s);
        drive.takePicture();
        drive.stage.press(Qt::Key_Return);
        drive.await(u"NewOrderDialog|New order"_s);
        QTRY_VERIFY(drive.stage.isShown(u"reserveButton"_s));
        QCOMPARE(drive.text(u"reserveTotal"_s), drive.rubles(100));
        drive.end();
    }

    void case204()
    {
        CaseDrive drive(204);
        drive.switchOn();
        pickAndReserve(drive, 2);
        drive.await(u"NewOrderDialog|These tickets have just been sold."_s);
        drive.takePicture();
        QTRY_COMPARE(drive.ordersAtServer(), 0);
        drive.end();
    }

    void case205()
    {
        CaseDrive drive(205);
        drive.switchOn();
        pickAndReserve(drive, 3);
        drive.await(u"NewOrderDialog|Asked for %1, reserved %2."_s);
        QVERIFY2(noticeWords(drive).contains(drive.rubles(200)), qPrintable(noticeWords(drive)));
        drive.takePicture();
        drive.stage.click(u"takeTheseButton"_s);
        drive.await(u"PaymentDialog|Payment of order %1"_s);
        QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(200));
        QCOMPARE(drive.stage.atServer(drive.stage.lastSale().order.id).tickets.size(), 2);
        drive.end();
    }

    void case206()
    {
        CaseDrive drive(206);
        drive.switchOn();
        pickAndReserve(drive, 1);
        drive.await(u"NewOrderDialog|These tickets have just been sold."_s);
        drive.takePicture();
        const OrderId empty = drive.stage.lastSale().order.id;
        QTRY_COMPARE(drive.stage.atServer(empty).status, OrderStatus::Canceled);
        drive.toOrders();
        drive.await(u"Format|Cancelled"_s);
        drive.end();
    }

    void case207()
    {
        CaseDrive drive(207);
        drive.switchOn();
        pickAndReserve(drive, 1);
        drive.await(u"NewOrderDialog|The price has changed meanwhile."_s);
        QVERIFY(noticeWords(drive).contains(drive.rubles(100)));
        QVERIFY(noticeWords(drive).contains(drive.rubles(200)));
        drive.takePicture();
        drive.stage.click(u"goOnButton"_s);
        drive.await(u"PaymentDialog|Payment of order %1"_s);
        QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(200));
        drive.end();
    }

    void case208()
    {
        CaseDrive drive(208);
        drive.switchOn();
        pickAndReserve(drive, 1);
        drive.await(u"ErrorText|The event is no longer on sale."_s);
        drive.takePicture();
        QCOMPARE(drive.ordersAtServer(), 0);
        drive.end();
    }
};

} // namespace okoshko::test::tst_qa_reservation

OKOSHKO_TEST(tst_qa_reservation, ReservationCases, QApplication)
#include "tst_qa_reservation.moc"
