// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimPool.h"

#include "tests/simulation/Shrinker.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

namespace okoshko::sim {

namespace {

constexpr int shrinkRuns = 1500;

struct Totals
{
    quint64 runs = 0;
    quint64 steps = 0;
    Coverage coverage;
};

QByteArray shrinkAndKeep(quint64 seed, const SimRun &run, const QByteArray &folder)
{
    const QByteArray &invariant = run.violation->invariant;
    const QList<Choices::Draw> small = shrunk(run.schedule, invariant, shrinkRuns);
    const SimRun again = SimRun::run(Choices(small));
    const QByteArray what = again.violation ? again.violation->what.toUtf8() : run.violation->what.toUtf8();
    const QByteArray text = "# " + invariant + ": " + what + "\n# seed " + QByteArray::number(seed) + ", " +
                            QByteArray::number(run.schedule.size()) + " draws shrunk to " +
                            QByteArray::number(small.size()) + '\n' + Choices::toText(small);
    if (!folder.isEmpty()) {
        QFile kept(QString::fromLocal8Bit(folder + '/' + invariant + '-' + QByteArray::number(seed) + ".schedule"));
        if (kept.open(QIODevice::WriteOnly))
            kept.write(text);
    }
    return text + '\n';
}

void writeAll(int to, const QByteArray &bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto written = ::write(to, bytes.constData() + at, static_cast<size_t>(bytes.size() - at));
        if (written <= 0)
            return;
        at += written;
    }
}

/// One worker: every \a step-th seed; tells of it at the end.
void work(quint64 from, quint64 until, quint64 step, const QByteArray &folder, int to)
{
    Totals totals;
    QMap<QByteArray, quint64> violated;
    QByteArray failures;
    for (quint64 seed = from; seed < until; seed += step) {
        const SimRun run = SimRun::run(Choices(seed));
        ++totals.runs;
        totals.steps += run.steps;
        totals.coverage.add(run.coverage);
        if (run.violation && violated[run.violation->invariant]++ == 0)
            failures += shrinkAndKeep(seed, run, folder);
    }
    QByteArray counts;
    for (auto it = violated.cbegin(); it != violated.cend(); ++it)
        counts += it.key() + ' ' + QByteArray::number(it.value()) + '\n';
    QByteArray message(reinterpret_cast<const char *>(&totals), static_cast<qsizetype>(sizeof totals));
    message += QByteArray::number(counts.size()).rightJustified(12) + counts + failures;
    writeAll(to, message);
}

QByteArray readAll(int from)
{
    QByteArray all;
    char part[65536];
    for (;;) {
        const auto got = ::read(from, part, sizeof part);
        if (got <= 0)
            return all;
        all.append(part, static_cast<qsizetype>(got));
    }
}

} // namespace

PoolResult runSeeds(quint64 from, quint64 runs, int workers, const QByteArray &folder)
{
    static_assert(std::is_trivially_copyable_v<Totals>);
    QElapsedTimer timer;
    timer.start();
    std::vector<int> pipes;
    std::vector<pid_t> children;
    std::fflush(nullptr);
    for (int worker = 0; worker < workers; ++worker) {
        int ends[2];
        if (::pipe(ends) != 0)
            break;
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            work(from + static_cast<quint64>(worker), from + runs, static_cast<quint64>(workers), folder, ends[1]);
            ::close(ends[1]);
            ::_exit(0);
        }
        ::close(ends[1]);
        pipes.push_back(ends[0]);
        children.push_back(child);
    }
    PoolResult result;
    for (size_t i = 0; i < pipes.size(); ++i) {
        const QByteArray message = readAll(pipes[i]);
        ::close(pipes[i]);
        ::waitpid(children[i], nullptr, 0);
        if (message.size() < static_cast<qsizetype>(sizeof(Totals)) + 12) {
            result.failures += "a worker died\n";
            ++result.violated["died"];
            continue;
        }
        Totals totals;
        std::copy_n(message.constData(), sizeof totals, reinterpret_cast<char *>(&totals));
        result.runs += totals.runs;
        result.steps += totals.steps;
        result.coverage.add(totals.coverage);
        const qsizetype head = static_cast<qsizetype>(sizeof totals);
        const qsizetype length = message.mid(head, 12).trimmed().toLongLong();
        for (const QByteArray &line : message.mid(head + 12, length).split('\n')) {
            const qsizetype blank = line.indexOf(' ');
            if (blank > 0)
                result.violated[line.left(blank)] += line.mid(blank + 1).toULongLong();
        }
        result.failures += message.mid(head + 12 + length);
    }
    result.milliseconds = timer.elapsed();
    return result;
}

} // namespace okoshko::sim
