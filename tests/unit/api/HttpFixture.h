// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "tests/unit/api/Collected.h"
#include "tests/unit/api/RawPeer.h"

#include <QTest>

#include <memory>

/// A client with a scripted peer as its server.
class HttpFixture
{
protected:
    /// Everything anew.
    void setUp()
    {
        m_http.reset();
        m_peer = std::make_unique<RawPeer>();
        m_clock = std::make_unique<okoshko::ServerClock>();
        make(config());
    }
    [[nodiscard]] okoshko::HttpClient::Config config() const
    {
        okoshko::HttpClient::Config config;
        config.server = m_peer->url();
        config.key = "0123456789abcdef0123456789abcdef";
        config.timeout = std::chrono::seconds(10);
        return config;
    }
    void make(const okoshko::HttpClient::Config &config)
    {
        m_http = std::make_unique<okoshko::HttpClient>(config, *m_clock);
    }
    [[nodiscard]] static okoshko::HttpRequest read()
    {
        return {okoshko::HttpRequest::Kind::Read, "GET", QStringLiteral("/v1/a"), {}, {}};
    }
    [[nodiscard]] static okoshko::HttpRequest change()
    {
        return {okoshko::HttpRequest::Kind::Change, "PATCH", QStringLiteral("/v1/a"), {}, "{}"};
    }
    /// The end of one call.
    [[nodiscard]] Collected<okoshko::HttpAnswer> ask(const okoshko::HttpRequest &request = read())
    {
        auto end = std::make_shared<Collected<okoshko::HttpAnswer>>();
        m_http->send(request, m_http.get(), [end](const auto &result) { end->all.append(result); });
        (void)QTest::qWaitFor([&end] { return end->count() > 0; }, 20000);
        return *end;
    }

    std::unique_ptr<RawPeer> m_peer;
    std::unique_ptr<okoshko::ServerClock> m_clock;
    std::unique_ptr<okoshko::HttpClient> m_http;
};
