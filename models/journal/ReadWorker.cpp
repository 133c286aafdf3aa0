// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/ReadWorker.h"

#include "models/journal/PastIndex.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

ReadWorker::ReadWorker(std::shared_ptr<JobQueues> jobs, JobQueues::Lane lane)
    : m_jobs(std::move(jobs))
    , m_lane(lane)
{
}

void ReadWorker::run()
{
    while (!m_jobs->isOver(m_lane)) {
        if (const auto job = m_jobs->wait(m_lane))
            (*job)();
    }
    disconnect();
    m_jobs->leave(m_lane);
}

void ReadWorker::interrupt()
{
    const std::lock_guard lock(m_mutex);
    if (m_database)
        m_database->interrupt();
}

Journaled<void> ReadWorker::connectTo(const QString &path)
{
    if (m_database && m_path == path && m_database->isInPlace())
        return {};
    disconnect();
    auto database = std::make_unique<Database>();
    if (auto opened = database->open(path, Database::Mode::ReadOnly); !opened)
        return opened;
    const std::lock_guard lock(m_mutex);
    m_database = std::move(database);
    m_path = path;
    return {};
}

void ReadWorker::disconnect()
{
    std::unique_ptr<Database> database;
    const std::lock_guard lock(m_mutex);
    database.swap(m_database);
}

Journaled<PastSales> ReadWorker::find(const Search &search)
{
    return connectTo(search.path).and_then([&] {
        return PastIndex(*m_database).find(search.text, search.limit, search.counter, search.barcodeKey);
    });
}

void ReadWorker::check(const QString &path, const std::function<void(const Journaled<void> &)> &then)
{
    const auto checked = connectTo(path).and_then([this]() -> Journaled<void> {
        const auto found = m_database->value(u"PRAGMA quick_check(1)"_s);
        if (!found)
            return tl::unexpected(found.error());
        if (found->toString() != u"ok")
            return tl::unexpected(JournalError{JournalError::Kind::Damaged, found->toString()});
        return {};
    });
    disconnect();
    if (!m_jobs->isOver(m_lane))
        then(checked);
}

} // namespace okoshko::journal
