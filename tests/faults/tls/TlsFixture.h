// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "tests/faults/tls/Certificates.h"
#include "tests/unit/api/Collected.h"

#include <QObject>

#include <memory>

namespace okoshko::test {

/// A client on a computer that trusts the certificate `m_good`.
class TlsFixture
{
protected:
    void makeCertificates();
    void renew(); ///< no client, and a new clock
    /// A client for \a server.
    void make(const QUrl &server, std::chrono::milliseconds timeout = std::chrono::seconds(10),
              const ProxyLookup::Find &find = {});
    /// Waits until it is answered.
    [[nodiscard]] Collected<HttpAnswer> ask(HttpRequest::Kind kind);

    const QByteArray m_key = "0123456789abcdef0123456789abcdef";
    std::unique_ptr<Certificates> m_certificates;
    Certificates::Identity m_good;
    std::unique_ptr<ServerClock> m_clock;
    std::unique_ptr<HttpClient> m_http;
    QObject m_context;
};

} // namespace okoshko::test
