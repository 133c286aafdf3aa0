// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Counter.h"

#include "models/api/v1/V1Decode.h"

namespace okoshko {

namespace {

HttpClient::Config withWords(HttpClient::Config config)
{
    config.readWords = v1::readServerWords;
    return config;
}

} // namespace

Counter::Counter(const HttpClient::Config &config, std::unique_ptr<Journal> itsJournal, const Format &format,
                 const Patience &patience)
    : http(withWords(config), clock)
    , api(http)
    , ticker(clock)
    , journal(std::move(itsJournal))
    , book(*journal, clock)
    , desk({api, clock, ticker, book}, patience)
    , catalogue(api)
    , line({desk, catalogue, clock, ticker})
    , recovery({desk, book, clock})
    , orders(format)
    , m_feed({desk, catalogue, clock, ticker}, orders)
{
    QObject::connect(&ticker, &Ticker::slept, &clock, &ServerClock::noteSleep);
    QObject::connect(&http, &HttpClient::connectionChanged, &line, &LineWatch::setConnection);
}

void Counter::start()
{
    recovery.start();
    readAll();
}

void Counter::readAll()
{
    catalogue.refresh();
    desk.loadOrders();
}

} // namespace okoshko
