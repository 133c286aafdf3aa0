// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CatalogueThread.h"

#include <chrono>
#include <optional>
#include <utility>

namespace okoshko {

using catalogue::CatalogueWorker;
using journal::JobQueues;

namespace {

constexpr auto lane = JobQueues::Lane::Write;
constexpr std::chrono::milliseconds patienceAtEnd{1000};
constexpr std::chrono::milliseconds idleTime{1000}; ///< after which the thread tidies up

} // namespace

CatalogueThread::CatalogueThread(Location location, EventRules rules)
    : m_news([this](const CatalogueNews &news) {
        if (m_context)
            m_listener(news);
    })
    , m_jobs(std::make_shared<JobQueues>())
{
    auto worker = std::make_unique<CatalogueWorker>(std::move(location), std::move(rules),
                                                    [slot = m_news.slot()](auto news) { slot.put(std::move(news)); });
    m_worker = worker.get();
    m_thread = std::thread([jobs = m_jobs, worker = std::move(worker)]() mutable {
        while (!jobs->isOver(lane)) {
            const auto patience = worker->isToTidy() ? std::optional(idleTime) : std::nullopt;
            if (const auto job = jobs->wait(lane, patience))
                (*job)();
            else if (worker->isToTidy())
                worker->tidy();
        }
        worker.reset(); // its connection closes on its thread
        jobs->leave(lane);
    });
}

CatalogueThread::~CatalogueThread()
{
    m_jobs->abandon();
    if (m_jobs->waitUntilLeft(lane, patienceAtEnd))
        m_thread.join();
    else
        m_thread.detach();
}

void CatalogueThread::post(std::function<void(CatalogueWorker &)> job)
{
    m_jobs->post(lane, [worker = m_worker, job = std::move(job)] { job(*worker); });
}

void CatalogueThread::listen(QObject *context, Listener listener)
{
    m_context = context;
    m_listener = std::move(listener);
}

void CatalogueThread::open()
{
    post([](CatalogueWorker &worker) { worker.open(); });
}

void CatalogueThread::begin()
{
    post([](CatalogueWorker &worker) { worker.begin(); });
}

void CatalogueThread::add(const QList<Event> &page)
{
    post([page](CatalogueWorker &worker) { worker.add(page); });
}

void CatalogueThread::end(Extent extent, Instant asOf)
{
    post([extent, asOf](CatalogueWorker &worker) { worker.end(extent, asOf); });
}

void CatalogueThread::put(const Event &event)
{
    post([event](CatalogueWorker &worker) { worker.put(event); });
}

void CatalogueThread::remove(const QList<EventId> &events)
{
    post([events](CatalogueWorker &worker) { worker.remove(events); });
}

void CatalogueThread::read(const EventId &event)
{
    post([event](CatalogueWorker &worker) { worker.read(event); });
}

void CatalogueThread::dispose(CataloguePtr catalogue)
{
    post([catalogue = std::move(catalogue)](CatalogueWorker &) {});
}

} // namespace okoshko
