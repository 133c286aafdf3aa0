// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/KillRuns.h"
#include "tests/faults/kill/PrintKillRun.h"
#include "tests/support/Nightly.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

/// The real program, with printers at a print service of its own, killed between any two steps of a print job and at
/// any other moment, also while the printers or the print service fail, and started again. Each paid order's tickets
/// are on paper exactly once, or asked about, or not printed; nothing is printed twice, and nothing of a job is left.
/// OKOSHKO_KILL_SEED and OKOSHKO_KILL_TRIAL as in tst_kill.
class KillPrintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOnceThoughItIsKilled()
    {
        const quint32 seed = seedOfThisRun();
        QRandomGenerator random(seed);
        QList<PrintTrial> trials = plannedPrintTrials(random);
        const qsizetype planned = trials.size();
        trials += randomPrintTrials(random, isNightly() ? 60 : 1);
        for (qsizetype i = 0; i < trials.size(); ++i)
            trials[i].name = u"trial %1"_s.arg(i);
        const bool isWhole = isNightly() && !trialOfThisRun();
        if (const auto alone = trialOfThisRun())
            trials = {trials.value(*alone)};
        else if (!isNightly())
            trials = {trials.at(seed % planned), trials.last()};

        PrintTally all;
        for (const PrintTally &tally : playAll<PrintKillRun>(trials, isNightly() ? 3 : 2)) {
            for (auto it = tally.kills.cbegin(); it != tally.kills.cend(); ++it)
                all.kills[it.key()] += *it;
            all.ended += tally.ended;
            all.printed += tally.printed;
            all.asked += tally.asked;
            all.unprinted += tally.unprinted;
            all.complaints += tally.complaints;
        }
        qInfo("%d lives ended before their moment; %d jobs were printed, %d asked about, %d orders not printed%s",
              all.ended, all.printed, all.asked, all.unprinted, table(all.kills).constData());
        QVERIFY2(all.complaints.isEmpty(), qPrintable(u'\n' + all.complaints.join(u'\n')));
        QVERIFY(!all.kills.isEmpty());
        if (isWhole)
            QVERIFY(all.printed > planned / 2 && all.asked > 3 && all.unprinted > 3);
    }
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::KillPrintTest)
#include "tst_killprint.moc"
