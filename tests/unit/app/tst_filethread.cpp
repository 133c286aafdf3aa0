// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/FileSaver.h"
#include "tests/support/TestProgram.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace std::chrono_literals;

namespace okoshko::test::tst_filethread {

/// A share that hangs holds nobody who leaves.
class FileThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUnderWayIsFinishedWhereItCanBe()
    {
        const auto hasBegun = std::make_shared<QSemaphore>();
        const auto isDone = std::make_shared<QSemaphore>();
        {
            FileThread thread(10s);
            thread.pool().start([hasBegun, isDone] {
                hasBegun->release();
                const QDeadlineTimer work(20);
                while (!work.hasExpired()) {
                }
                isDone->release();
            });
            QVERIFY(hasBegun->tryAcquire(1, 10000));
        }
        QVERIFY(isDone->tryAcquire());
    }

    void whatHangsIsLeftToItself()
    {
        const auto hasBegun = std::make_shared<QSemaphore>();
        const auto share = std::make_shared<QSemaphore>();
        const auto isDone = std::make_shared<QSemaphore>();
        QTest::ignoreMessage(QtWarningMsg, "a file that takes too long is left alone");
        std::weak_ptr<int> dropped;
        QElapsedTimer time;
        {
            FileThread thread(0ms);
            thread.pool().setMaxThreadCount(1);
            thread.pool().start([hasBegun, share, isDone] {
                hasBegun->release();
                static_cast<void>(share->tryAcquire(1, 15000));
                isDone->release();
            });
            const auto second = std::make_shared<int>();
            dropped = second;
            thread.pool().start([second] {});
            QVERIFY(hasBegun->tryAcquire(1, 10000));
            time.start();
        }
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(dropped.expired()); // what had not begun never does
        share->release();
        QVERIFY(isDone->tryAcquire(1, 10000));
    }
};

} // namespace okoshko::test::tst_filethread

OKOSHKO_TEST(tst_filethread, FileThreadTest, QCoreApplication)
#include "tst_filethread.moc"
