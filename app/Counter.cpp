// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Counter.h"

#include "models/api/v1/V1Decode.h"
#include "models/tables/SearchText.h"

namespace okoshko {

namespace {

HttpClient::Config withWords(HttpClient::Config config)
{
    config.readWords = v1::readServerWords;
    return config;
}

} // namespace

Counter::Counter(const HttpClient::Config &config, std::unique_ptr<JournalStore> itsStore, const Format &format,
                 const SalePolicy &policy, const ServerClock::Monotonic &monotonic,
                 const CatalogueThread::Location &copy)
    : clock(monotonic, nullptr)
    , scheduler(clock)
    , http(withWords(config), clock)
    , api(http)
    , ticker(clock)
    , store(std::move(itsStore))
    , saleJournal(*store, clock, scheduler)
    , service(api, clock, scheduler, saleJournal, policy)
    , knownEvents(copy, eventRules())
    , catalogue(api, knownEvents, clock, scheduler)
    , monitor(service, catalogue, clock, scheduler)
    , recovery(service)
    , orders(format)
    , m_feed({service, saleJournal, catalogue, clock, ticker}, orders)
{
    QObject::connect(&ticker, &Ticker::slept, &clock, &ServerClock::noteSleep);
    QObject::connect(&ticker, &Ticker::slept, &http, &HttpClient::noteNetworkChange);
    QObject::connect(&ticker, &Ticker::slept, &monitor, &ConnectionMonitor::tryNow);
    QObject::connect(&http, &HttpClient::connectionChanged, &monitor, &ConnectionMonitor::setConnection);
}

Counter::~Counter()
{
    saleJournal.flush();
}

void Counter::start()
{
    catalogue.open();
    service.start();
    readAll();
}

void Counter::readAll()
{
    catalogue.refresh();
    service.loadOrders();
}

} // namespace okoshko
