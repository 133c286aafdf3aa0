// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PastJournal.h"
#include "tests/bench/Rows.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

/// Milliseconds from the start of the process until its window was painted; it writes when that was.
double startIn(const QString &profile, const QString &keyFile)
{
    QProcess program;
    const double begun = now();
    program.start(QStringLiteral(OKOSHKO_FIRST_WINDOW),
                  {u"--server"_s, PastJournal::server(), u"--key-file"_s, keyFile, u"--profile"_s, profile});
    if (!program.waitForFinished(60'000) || program.exitCode() != 0)
        qFatal("the window does not come: %s", program.readAllStandardError().constData());
    return program.readAllStandardOutput().toDouble() - begun;
}

} // namespace

Row measureStart(const PastJournal &past)
{
    return sideBySide(
        u"start_1m"_s, 1.05, [&past] { return startIn(past.profile(), past.keyFile()); },
        [&past] { return startIn(past.emptyProfile(), past.keyFile()); });
}

} // namespace okoshko::bench
