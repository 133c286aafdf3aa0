// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/KillRuns.h"
#include "tests/faults/kill/KillTestRun.h"
#include "tests/support/Nightly.h"

#include <QLoggingCategory>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr int booths = 3;
constexpr int stride = 8; // by day one in so many of the planned trials is played, from run to run another

QList<Trial> everyFew(const QList<Trial> &trials, qsizetype from)
{
    QList<Trial> some;
    for (qsizetype i = from; i < trials.size(); i += stride)
        some << trials.at(i);
    return some;
}

} // namespace

/// The real program, killed by SIGKILL at every step of a sale and at any other moment, and started again: the server
/// and the journal agree on every order, nobody holds a seat that nobody knows of, nothing is sold twice, and the
/// journal is whole. OKOSHKO_KILL_SEED repeats a run's moments, OKOSHKO_KILL_TRIAL plays one of its trials alone.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"okoshko.*.info=false"_s); }

    void survivesBeingKilled()
    {
        const quint32 seed = seedOfThisRun();
        QRandomGenerator random(seed);
        const int minAtRandom = isNightly() ? 100 : 5;
        QList<Trial> trials = plannedTrials(random);
        const qsizetype planned = trials.size();
        trials += randomTrials(random, minAtRandom * 12 / 10 + 3); // some sales are over before their moment comes
        for (qsizetype i = 0; i < trials.size(); ++i)
            trials[i].name = u"trial %1"_s.arg(i);
        if (const auto alone = trialOfThisRun())
            trials = {trials.value(*alone)};
        else if (!isNightly())
            trials = everyFew(trials.first(planned), seed % stride) + trials.sliced(planned);

        judge(playAll<KillTestRun>(trials, booths), trials.size() > 1 ? minAtRandom : 0);
    }

private:
    static void judge(const std::vector<Tally> &tallies, int least)
    {
        Tally all;
        for (const Tally &tally : tallies) {
            for (auto it = tally.kills.cbegin(); it != tally.kills.cend(); ++it)
                all.kills[it.key()] += *it;
            all.idle += tally.idle;
            all.sold += tally.sold;
            all.starts += tally.starts;
            all.starting += tally.starting;
            all.living += tally.living;
            all.settling += tally.settling;
            all.complaints += tally.complaints;
        }
        int kills = 0;
        for (const int count : std::as_const(all.kills))
            kills += count;
        const auto seconds = [](std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; };
        qInfo("killed %d times while it sold or recovered, %d times after it had settled; %d sales were quicker", kills,
              all.idle, all.sold);
        qInfo("in %d booths together: selling %.0f s, settling %.0f s; from a start to the first request %.2f s, %d "
              "times%s",
              booths, seconds(all.living), seconds(all.settling), seconds(all.starting) / std::max(1, all.starts),
              all.starts, table(all.kills).constData());
        QVERIFY2(all.complaints.isEmpty(), qPrintable(u'\n' + all.complaints.join(u'\n')));
        QVERIFY(all.kills.value(u"at random"_s) >= least);
    }
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::KillTest)
#include "tst_kill.moc"
