// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/HandlerTimes.h"
#include "tests/support/TestProgram.h"

#include <QEventLoop>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>
#include <QWidget>

#include <ctime>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_handlertimes {

namespace {

/// Takes the processor for \a milliseconds, however many others want it.
void work(double milliseconds)
{
    const auto used = [] {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    for (const double begun = used(); used() - begun < milliseconds;) {
    }
}

class Worker : public QObject
{
public:
    std::function<void()> handler;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::User)
            handler();
        return QObject::event(event);
    }
};

} // namespace

/// What holds the window is named, in debug builds.
class HandlerTimesTest : public QObject
{
    Q_OBJECT

private:
    static HandlerTimes &times() { return *static_cast<HandlerTimes *>(qApp); }
    /// What was measured of \a handler, which is called by the event loop.
    static QList<HandlerTimes::Handler> measured(const std::function<void()> &handler)
    {
        Worker worker;
        worker.setObjectName(u"slowOne"_s);
        bool isDone = false;
        worker.handler = [&] {
            handler();
            isDone = true;
        };
        times().begin();
        QCoreApplication::postEvent(&worker, new QEvent(QEvent::User));
        [&] { QTRY_VERIFY(isDone); }();
        QList<HandlerTimes::Handler> all = times().end();
        all.removeIf([](const HandlerTimes::Handler &each) { return each.name != u"slowOne"; });
        return all;
    }

private Q_SLOTS:
    void measuresTheOutermostHandler()
    {
        const auto found = measured([] {
            Worker inner;
            inner.setObjectName(u"slowOne"_s);
            inner.handler = [] { work(20); };
            QEvent event(QEvent::User);
            QCoreApplication::sendEvent(&inner, &event); // belongs to the one around it
        });
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().own() > 16, qPrintable(found.first().toString()));
        QVERIFY2(found.first().toString().endsWith(u"User in QObject slowOne"), qPrintable(found.first().toString()));
    }

    void anEventLoopInsideHoldsNothing()
    {
        const auto found = measured([] {
            QEventLoop menu;
            QTimer::singleShot(0, &menu, [&menu] {
                work(20);
                menu.quit();
            });
            menu.exec();
        });
        QCOMPARE(found.size(), 0);
    }

    void warnsFromTheFirstFrameOn()
    {
        const QRegularExpression warning(u"the window was held for .*slowOne"_s);
        times().watch();
        measured([] { work(20); }); // nothing is shown yet, and nothing is said
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::failOnWarning(warning);
        measured([] { work(2); });
        QTest::ignoreMessage(QtWarningMsg, warning);
        measured([] { work(20); });
    }
};

} // namespace okoshko::test::tst_handlertimes

OKOSHKO_TEST(tst_handlertimes, HandlerTimesTest, HandlerTimes)
#include "tst_handlertimes.moc"
