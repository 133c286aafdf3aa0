// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimPool.h"

#include <QHash>
#include <QLoggingCategory>
#include <QTest>

using namespace okoshko::sim;

/// The rules of selling against a vendor, lines, disks and people that do everything that can be done (README.md).
class tst_simulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QHashSeed::setDeterministicGlobalSeed();
        QLoggingCategory::setFilterRules(QStringLiteral("okoshko.*=false"));
    }

    void seeds()
    {
        const quint64 runs = qEnvironmentVariableIsSet("OKOSHKO_NIGHTLY") ? 20000 : 4000;
        const PoolResult result = runSeeds(1, runs, 2, qgetenv("OKOSHKO_SIM_KEEP"));
        qInfo().noquote()
            << QStringLiteral("%1 runs, %2 steps, %3 ms").arg(result.runs).arg(result.steps).arg(result.milliseconds);
        qInfo().noquote() << QString::fromUtf8(result.coverage.toText());
        QVERIFY2(result.violated.isEmpty(), result.failures.constData());
        const QByteArray missing = result.coverage.missing();
        QVERIFY2(missing.isEmpty(), missing.constData());
    }
};

QTEST_APPLESS_MAIN(tst_simulation)
#include "tst_simulation.moc"
