// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/kill/BoxOffice.h"
#include "tests/faults/kill/ConsistencyCheck.h"

#include <QElapsedTimer>
#include <QMap>

namespace okoshko::test {

/// What came of it.
struct Tally
{
    QMap<QString, int> kills; ///< by what was killed when
    int idle = 0;             ///< kills after all was settled
    int sold = 0;             ///< lives that ended before their moment came
    int starts = 0;           ///< lives that came as far as to ask the server something
    std::chrono::milliseconds starting{0};
    std::chrono::milliseconds living{0}; ///< starting included
    std::chrono::milliseconds settling{0};
    QStringList complaints;
};

/// A box office, and one life of the program after the other. Lives on the thread that made it, and does its work
/// there.
class KillTestRun final
{
public:
    explicit KillTestRun(const QString &key);

    /// Lets the program live and die as \a trial says, and settle.
    void play(const Trial &trial);
    /// Until nothing is looked for any more; then counts what there is.
    void close();

    [[nodiscard]] const Tally &tally() const { return m_tally; }

private:
    enum class Until { Agreed, NothingOpen };

    void live(const Death &death);
    void settle(Until until);
    /// The journal as it lies on the disk, of a program that is held or dead.
    [[nodiscard]] Journaled<std::unique_ptr<Journal>> journal() const;
    [[nodiscard]] QStringList look(AppProcess &life, Until until);
    [[nodiscard]] QStringList seats();
    void see(const SeenRequest &request);
    void seePaid(const QUrl &page);
    void seeUnanswered();
    [[nodiscard]] QStringList unread(const Facts &facts) const;
    void timeStart(QObject &life); ///< until its first request
    void countRequests(Task task);
    void complain(const QStringList &words);

    BoxOffice m_office;
    QString m_trial; ///< for the complaints
    int m_made = 0;  ///< requests that made an order at the server
    Facts::Seen m_seen;
    QHash<QString, QHash<QString, QString>> m_halls; ///< at first, by event
    Tally m_tally;
};

} // namespace okoshko::test
