// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Database.h"
#include "models/journal/JobQueues.h"
#include "models/journal/JournalStore.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>

namespace okoshko::journal {

/// What reads the journal's file aside, on a thread and a connection of its own, so that no write waits for it.
class ReadWorker
{
public:
    ReadWorker(std::shared_ptr<JobQueues> jobs, JobQueues::Lane lane);

    /// The thread's whole life.
    void run();
    /// Breaks off what is being read. From any thread.
    void interrupt();

    /// What is looked for, and where.
    struct Search
    {
        QString path;
        QString counter;
        QByteArray barcodeKey;
        QString text;
        int limit = 0;
    };
    [[nodiscard]] Journaled<PastSales> find(const Search &search);

    /// Checks the file \a path and hands what it found to \a then.
    void check(const QString &path, const std::function<void(const Journaled<void> &)> &then);

private:
    /// The connection to \a path: the one that there is, as long as it is still that file's.
    [[nodiscard]] Journaled<void> connectTo(const QString &path);
    void disconnect();

    std::shared_ptr<JobQueues> m_jobs;
    JobQueues::Lane m_lane;
    std::mutex m_mutex; ///< guards the connection's being there; it is used on this worker's thread
    std::unique_ptr<Database> m_database;
    QString m_path;
};

} // namespace okoshko::journal
