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

/// Reads the journal's file on a thread and a connection of its own, so that it delays no write.
class ReadWorker
{
public:
    ReadWorker(std::shared_ptr<JobQueues> jobs, JobQueues::Lane lane);

    /// The thread's main function.
    void run();
    /// Aborts the running statement. Thread-safe.
    void interrupt();

    /// A search and the file to search.
    struct Search
    {
        QString path;
        QString counter;
        QByteArray barcodeKey;
        QString text;
        int limit = 0;
    };
    [[nodiscard]] Journaled<PastSales> find(const Search &search);

    /// Checks the file \a path and calls \a then with the result, on this thread.
    void check(const QString &path, const std::function<void(const Journaled<void> &)> &then);

private:
    /// The connection to \a path; reopened if the file was replaced.
    [[nodiscard]] Journaled<void> connectTo(const QString &path);
    void disconnect();

    std::shared_ptr<JobQueues> m_jobs;
    JobQueues::Lane m_lane;
    std::mutex m_mutex; ///< guards the pointer to the connection, which is used on this worker's thread
    std::unique_ptr<Database> m_database;
    QString m_path;
};

} // namespace okoshko::journal
