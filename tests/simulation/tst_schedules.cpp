// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimRun.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QLoggingCategory>
#include <QTest>

using namespace okoshko::sim;
using namespace Qt::StringLiterals;

/// Schedules that have failed once: never again.
class tst_schedules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QHashSeed::setDeterministicGlobalSeed();
        QLoggingCategory::setFilterRules(u"okoshko.*=false"_s);
    }

    void replay_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(OKOSHKO_SCHEDULES));
        for (const QFileInfo &file : folder.entryInfoList({u"*.schedule"_s}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(file.completeBaseName())) << file.absoluteFilePath();
    }

    void replay()
    {
        QFETCH(const QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto draws = Choices::fromText(file.readAll());
        QVERIFY(draws);
        const SimRun run = SimRun::run(Choices(*draws));
        const QByteArray what =
            run.violation ? run.violation->invariant + ": " + run.violation->what.toUtf8() : QByteArray();
        QVERIFY2(!run.violation, what.constData());
        QVERIFY(run.steps > 0);
    }

    /// The same draws give the same run.
    void sameAgain()
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            const SimRun first = SimRun::run(Choices(seed), SimRun::Telling::Whole);
            const SimRun second = SimRun::run(Choices(seed), SimRun::Telling::Whole);
            const SimRun replayed = SimRun::run(Choices(first.schedule), SimRun::Telling::Whole);
            QCOMPARE(second.trace, first.trace);
            QCOMPARE(replayed.trace, first.trace);
        }
    }
};

QTEST_APPLESS_MAIN(tst_schedules)
#include "tst_schedules.moc"
