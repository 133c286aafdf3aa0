// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/kill/BoxOffice.h"
#include "tests/faults/kill/PrintEvidence.h"
#include "tests/faults/kill/PrinterFixture.h"

#include <QMap>

#include <optional>

namespace okoshko::test {

/// What came of it.
struct PrintTally
{
    QMap<QString, int> kills; ///< by task and point
    int ended = 0;            ///< lives that ended before their moment came
    int printed = 0;          ///< jobs of tickets that are done
    int asked = 0;            ///< and such that became a question to the cashier
    int unprinted = 0;        ///< paid orders without a job that prints them
    QStringList complaints;
};

/// A box office with printers, and one life of the program after the other, as KillTestRun. Lives on the thread that
/// made it, and does its work there.
class PrintKillRun final
{
public:
    explicit PrintKillRun(const QString &key);

    /// Lets the program live and die as \a trial says, repairs what is broken, and lets it come to terms.
    void play(const PrintTrial &trial);
    /// Counts what there is.
    void close();

    [[nodiscard]] const PrintTally &tally() const { return m_tally; }

private:
    void takeSettings();
    void live(const PrintDeath &death);
    void settle();
    /// What the disk tells of a program that is held or dead; nothing while there is no journal.
    [[nodiscard]] std::optional<PrintEvidence> look();
    [[nodiscard]] QString documents() const { return m_office.place.profile + QStringLiteral("/print"); }
    void complain(const QStringList &words);

    BoxOffice m_office;
    PrinterFixture m_shop;
    QString m_trial; ///< for the complaints
    PrintTally m_tally;
};

} // namespace okoshko::test
