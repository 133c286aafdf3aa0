// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace okoshko::bench {

/// Asks a print service about its jobs every millisecond, on a thread and a connection of its own: when a job was
/// accepted is what CUPS says, not what the program believes. The service is new: its first job has the number 1.
class CupsJobs
{
public:
    /// \a server: as in CUPS_SERVER.
    explicit CupsJobs(const QString &server);
    ~CupsJobs();

    CupsJobs(const CupsJobs &) = delete;
    CupsJobs &operator=(const CupsJobs &) = delete;

    /// From now on asks about the job that comes after those that were awaited before.
    void awaitNext();
    /// When the service first reported that it has the job's document, by now(); the main thread is woken then. Up to
    /// one pause and one question later than it had it.
    [[nodiscard]] std::optional<double> acceptedAt() const;
    /// When it first reported the job completed: the printer has it all.
    [[nodiscard]] std::optional<double> completedAt() const;

private:
    void run(const QString &server);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_number = 0;
    bool m_isEnding = false;
    std::optional<double> m_accepted;
    std::optional<double> m_completed;
    std::thread m_thread; ///< the last: it uses the others
};

} // namespace okoshko::bench
