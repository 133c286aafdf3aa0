// SPDX-License-Identifier: GPL-3.0-or-later
// Runs simulations by hand, see README.md:
//   sim_run --seeds N [--from N] [--workers N] [--keep FOLDER] [--coverage yes]
//   sim_run --replay FILE      what happens in one schedule, line by line
//   sim_run --hunt N           stops at the first failure; prints: seed, invariant, draws, shrunk draws
#include "tests/simulation/Shrinker.h"
#include "tests/simulation/SimPool.h"

#include <QFile>
#include <QHash>
#include <QLoggingCategory>

#include <cstdio>
#include <cstdlib>

using namespace okoshko::sim;

namespace {

void print(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
    std::fflush(stdout);
}

int replay(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly)) {
        print("cannot be read\n");
        return 2;
    }
    const auto draws = Choices::fromText(file.readAll());
    if (!draws) {
        print("is no schedule\n");
        return 2;
    }
    const SimRun run = SimRun::run(Choices(*draws), SimRun::Telling::Whole);
    print(run.trace);
    print(run.violation ? "violated at " + QByteArray::number(static_cast<double>(run.violation->at.count()) / 1e6) +
                              " s: " + run.violation->invariant + ": " + run.violation->what.toUtf8() + '\n'
                        : QByteArray("no violation\n"));
    return run.violation ? 1 : 0;
}

int hunt(quint64 from, quint64 runs)
{
    for (quint64 seed = from; seed < from + runs; ++seed) {
        const SimRun run = SimRun::run(Choices(seed));
        if (!run.violation)
            continue;
        const auto small = shrunk(run.schedule, run.violation->invariant, 1500);
        print(QByteArray::number(seed) + ' ' + run.violation->invariant + ' ' +
              QByteArray::number(run.schedule.size()) + ' ' + QByteArray::number(small.size()) + '\n');
        return 1;
    }
    print("none\n");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QLoggingCategory::setFilterRules(QStringLiteral("okoshko.*=false"));
    const auto option = [&](const char *name) -> const char * {
        for (int i = 1; i + 1 < argc; ++i) {
            if (qstrcmp(argv[i], name) == 0)
                return argv[i + 1];
        }
        return nullptr;
    };
    const auto number = [&](const char *name, quint64 otherwise) {
        return option(name) ? std::strtoull(option(name), nullptr, 10) : otherwise;
    };
    if (const char *path = option("--replay"))
        return replay(path);
    const quint64 from = number("--from", 1);
    if (option("--hunt"))
        return hunt(from, number("--hunt", 1));
    const PoolResult result =
        runSeeds(from, number("--seeds", 4000), static_cast<int>(number("--workers", 2)), option("--keep"));
    print(result.failures);
    print(QByteArray::number(result.runs) + " runs, " + QByteArray::number(result.steps) + " steps, " +
          QByteArray::number(result.milliseconds) + " ms\n");
    for (auto it = result.violated.cbegin(); it != result.violated.cend(); ++it)
        print(it.key() + ": " + QByteArray::number(it.value()) + '\n');
    if (option("--coverage"))
        print(result.coverage.toText() + result.coverage.missing());
    return result.violated.isEmpty() ? 0 : 1;
}
