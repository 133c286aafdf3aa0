// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Queued.h"
#include "tests/support/TestProgram.h"

#include <QTest>

#include <memory>

namespace okoshko::test::tst_queued {

/// Who is called with the result of a step, and when.
class QueuedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCalledFromTheEventLoop()
    {
        QObject step;
        QObject context;
        QList<int> results;
        const auto end = queued(&step, &context, [&results](int result) { results << result; });
        end(1);
        end(2);
        QVERIFY(results.isEmpty());
        QTRY_COMPARE(results, QList<int>({1, 2}));
    }

    void isNotCalledOnceTheStepIsGone()
    {
        auto step = std::make_unique<QObject>();
        QObject context;
        int calls = 0;
        queued(step.get(), &context, [&calls] { ++calls; })();
        step.reset();
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }

    void isNotCalledOnceTheContextIsGone()
    {
        QObject step;
        auto context = std::make_unique<QObject>();
        int calls = 0;
        const auto end = queued(&step, context.get(), [&calls] { ++calls; });
        end();
        context.reset();
        end();
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }

    void mayDeleteTheStep()
    {
        QObject context;
        auto step = std::make_unique<QObject>();
        int calls = 0;
        const auto end = queued(step.get(), &context, [&] {
            ++calls;
            step.reset();
        });
        QObject::connect(step.get(), &QObject::objectNameChanged, &context, [end] { end(); });
        step->setObjectName(QStringLiteral("first"));
        step->setObjectName(QStringLiteral("second"));
        QTRY_COMPARE(calls, 1);
        QCoreApplication::processEvents();
        QCOMPARE(calls, 1);
    }
};

} // namespace okoshko::test::tst_queued

OKOSHKO_TEST(tst_queued, QueuedTest, QCoreApplication)
#include "tst_queued.moc"
