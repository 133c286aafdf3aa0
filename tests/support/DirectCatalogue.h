// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/CatalogueWorker.h"
#include "models/tables/SearchText.h"

#include <QPointer>

namespace okoshko::test {

/// The catalogue without a thread: what is asked of it is done, and told, within the call.
class DirectCatalogue final : public CatalogueStore
{
public:
    explicit DirectCatalogue(const catalogue::CatalogueWorker::Location &location = {})
        : m_worker(location, eventRules(), [this](const CatalogueNews &news) {
            if (m_context)
                m_listener(news);
        })
    {
    }

    void listen(QObject *context, Listener listener) override
    {
        m_context = context;
        m_listener = std::move(listener);
    }
    void open() override { m_worker.open(); }
    void begin() override { m_worker.begin(); }
    void add(const QList<Event> &page) override { m_worker.add(page); }
    void end(Extent extent, Instant asOf) override { m_worker.end(extent, asOf); }
    void put(const Event &event) override { m_worker.put(event); }
    void remove(const QList<EventId> &events) override { m_worker.remove(events); }
    void read(const EventId &event) override { m_worker.read(event); }
    void dispose(CataloguePtr) override {}

private:
    QPointer<QObject> m_context;
    Listener m_listener;
    catalogue::CatalogueWorker m_worker;
};

} // namespace okoshko::test
