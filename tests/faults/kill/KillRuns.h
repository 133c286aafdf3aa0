// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QString>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace okoshko::test {

/// OKOSHKO_KILL_SEED, or any; it is printed.
[[nodiscard]] inline quint32 seedOfThisRun()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariable("OKOSHKO_KILL_SEED").toUInt(&isGiven);
    const quint32 seed = isGiven ? given : QRandomGenerator::securelySeeded().generate();
    qInfo("OKOSHKO_KILL_SEED=%u", seed);
    return seed;
}

/// OKOSHKO_KILL_TRIAL: the only trial that is to be played.
[[nodiscard]] inline std::optional<qsizetype> trialOfThisRun()
{
    bool isGiven = false;
    const int trial = qEnvironmentVariable("OKOSHKO_KILL_TRIAL").toInt(&isGiven);
    return isGiven ? std::optional<qsizetype>(trial) : std::nullopt;
}

/// Every kill, by what was killed when.
[[nodiscard]] inline QByteArray table(const QMap<QString, int> &kills)
{
    QByteArray lines;
    for (auto it = kills.cbegin(); it != kills.cend(); ++it)
        lines += '\n' + it.key().toUtf8().leftJustified(60) + QByteArray::number(*it).rightJustified(4);
    return lines;
}

/// Plays \a trials in \a count runs side by side, as most of a life is waiting, and returns what each run has counted.
template <class Run, class Trial>
auto playAll(const QList<Trial> &trials, int count)
{
    using Tally = std::remove_cvref_t<decltype(std::declval<Run>().tally())>;
    std::vector<Tally> tallies(static_cast<std::size_t>(count));
    std::vector<std::unique_ptr<QThread>> threads;
    std::atomic<qsizetype> taken = 0; // some trials take ten times as long as others
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        threads.emplace_back(QThread::create([i, &taken, &trials, &tally = tallies.at(i)] {
            Run run(QStringLiteral("047bdb8bcee44d3693371920aaf9135%1").arg(i));
            for (qsizetype next = taken++; next < trials.size(); next = taken++)
                run.play(trials.at(next));
            run.close();
            tally = run.tally();
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    return tallies;
}

} // namespace okoshko::test
