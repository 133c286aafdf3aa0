// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/TlsFixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test {

void TlsFixture::makeCertificates()
{
    m_certificates = std::make_unique<Certificates>();
    m_good = m_certificates->make(u"good"_s, {});
    QVERIFY(m_certificates->isValid());
    m_certificates->trust();
}

void TlsFixture::make(const QUrl &server, std::chrono::milliseconds timeout, const ProxyLookup::Find &find)
{
    HttpClient::Config config;
    config.server = server;
    config.key = m_key;
    config.timeout = timeout;
    config.findProxies = find;
    m_http = std::make_unique<HttpClient>(config, *m_clock);
}

Collected<HttpAnswer> TlsFixture::ask(HttpRequest::Kind kind)
{
    const HttpRequest request = kind == HttpRequest::Kind::Read
                                    ? HttpRequest{kind, "GET", u"/v1/a"_s, {}, {}}
                                    : HttpRequest{kind, "PATCH", u"/v1/a"_s, {}, "{\"status\":\"done\"}"};
    Collected<HttpAnswer> end;
    m_http->send(request, &m_context, end.then());
    (void)QTest::qWaitFor([&end] { return end.count() > 0; }, 20000);
    return end;
}

void TlsFixture::renew()
{
    m_http.reset();
    m_clock = std::make_unique<ServerClock>();
}

} // namespace okoshko::test
