// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include <QTime>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qa_time {

/// Chapter 6 of the manual test plan: clocks that are wrong.
class TimeCases : public QObject
{
    Q_OBJECT

private:
    /// How far the time at the foot of the window is ahead of the right one, in whole minutes.
    static int minutesAhead(const CaseDrive &drive)
    {
        const QTime shown = QTime::fromString(drive.text(u"serverTime"_s), u"HH:mm:ss"_s);
        if (!shown.isValid())
            return 0;
        const int seconds = drive.stage.now().toLocalTime().time().secsTo(shown);
        constexpr int day = 24 * 60 * 60; // at midnight
        const int nearest = seconds > day / 2 ? seconds - day : seconds < -day / 2 ? seconds + day : seconds;
        return qRound(nearest / 60.0);
    }

    static void readAndReserve(CaseDrive &drive, int ahead)
    {
        drive.switchOn();
        drive.press(Qt::Key_F5);
        drive.awaitThat("the server's clock is shown", [&] { return minutesAhead(drive) == ahead; });
        drive.reserve();
        drive.toOrders();
        [&] {
            const QTime left = QTime::fromString(drive.text(u"paneTimeLeft"_s), u"mm:ss"_s);
            QVERIFY2(left > QTime(0, 9, 0) && left <= QTime(0, 10, 0), qPrintable(drive.text(u"paneTimeLeft"_s)));
            drive.takePicture();
            QCOMPARE(minutesAhead(drive), ahead);
        }();
        FirstFailure::check();
    }

private Q_SLOTS:
    void case601()
    {
        CaseDrive::perform(601, [](CaseDrive &drive) { readAndReserve(drive, 7); });
    }

    void case602()
    {
        CaseDrive::perform(602, [](CaseDrive &drive) { readAndReserve(drive, -7); });
    }
};

} // namespace okoshko::test::tst_qa_time

OKOSHKO_TEST(tst_qa_time, TimeCases, QApplication)
#include "tst_qa_time.moc"
