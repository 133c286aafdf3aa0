// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_recovery {

/// Chapter 7 of the manual test plan: after the program was closed.
class RecoveryCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case701()
    {
        CaseDrive::perform(701, [](CaseDrive &drive) {
            const Order order = drive.startPayment().order;
            drive.stage.close();
            drive.stage.open();
            drive.await(u"RecoveryNotice|Order %1: the payment is awaited."_s);
            drive.takePicture();
            drive.click(u"recoverGoOnButton"_s);
            drive.await(u"PaymentPage|Payment of order %1"_s);
            const Sale &sale = *drive.stage.counter->service.sale(order.id);
            QVERIFY(drive.pageSays(sale, u"page|pay"_s));
            drive.stage.buyerPays(sale);
            drive.await(u"ResultPane|Paid: %1"_s);
            QCOMPARE(drive.ordersAtServer(), 1);
        });
    }

    void case702()
    {
        CaseDrive::perform(702, [](CaseDrive &drive) {
            const Sale sale = drive.startPayment();
            QVERIFY(drive.pageSays(sale, u"page|pay"_s));
            drive.stage.close();
            drive.stage.buyerPays(sale);
            drive.stage.open();
            drive.await(u"RecoveryNotice|Order %1 was paid meanwhile: the tickets can be handed out."_s);
            drive.awaitOfOrder(sale.order.id, u"Format|Paid"_s);
            drive.takePicture();
            QCOMPARE(drive.ordersAtServer(), 1);
        });
    }
};

} // namespace okoshko::test::tst_qa_recovery

OKOSHKO_TEST(tst_qa_recovery, RecoveryCases, QApplication)
#include "tst_qa_recovery.moc"
