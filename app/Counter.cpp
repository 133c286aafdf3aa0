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

Counter::Counter(const HttpClient::Config &config, const Format &format)
    : http(withWords(config), clock)
    , api(http)
    , ticker(clock)
    , desk(api, clock, ticker)
    , catalogue(api)
    , orders(format)
    , m_feed({desk, catalogue, clock, ticker}, orders)
{
}

void Counter::readAll()
{
    catalogue.refresh();
    desk.loadOrders();
}

} // namespace okoshko
