// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/catalogue/CatalogueWorker.h"
#include "models/domain/Mailbox.h"
#include "models/journal/JobQueues.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <thread>

namespace okoshko {

/// The program's CatalogueStore: a worker thread with a copy on disk. Lives on the main thread.
///
/// The destructor drops waiting jobs (the events are read from the server again) and waits for the running one for at
/// most a second; a thread that is still blocked by the disk then continues with data that it owns.
class CatalogueThread final : public CatalogueStore
{
public:
    using Location = catalogue::CatalogueWorker::Location;

    CatalogueThread(Location location, EventRules rules);
    ~CatalogueThread() override;

    CatalogueThread(const CatalogueThread &) = delete;
    CatalogueThread &operator=(const CatalogueThread &) = delete;

    void listen(QObject *context, Listener listener) override;
    void open() override;
    void begin() override;
    void add(const QList<Event> &page) override;
    void end(Extent extent, Instant asOf) override;
    void put(const Event &event) override;
    void remove(const QList<EventId> &events) override;
    void read(const EventId &event) override;
    void dispose(CataloguePtr catalogue) override;

private:
    void post(std::function<void(catalogue::CatalogueWorker &)> job);

    QPointer<QObject> m_context;
    Listener m_listener;
    Mailbox<CatalogueNews> m_news;
    std::shared_ptr<journal::JobQueues> m_jobs;
    catalogue::CatalogueWorker *m_worker = nullptr; ///< owned by the thread and used only there
    std::thread m_thread;
};

} // namespace okoshko
