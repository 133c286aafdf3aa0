// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/setup/ConnectionCheck.h"

#include "models/setup/PlainProbe.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.setup")

using Kind = ConnectionFailure::Kind;

/// Where the certificate was not even looked at, Tls may yet turn out to be PlainHttp.
Kind kindOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NoConnection:
        return Kind::NoNetwork;
    case ErrorKind::HostUnknown:
        return Kind::NameUnknown;
    case ErrorKind::Proxy:
        return Kind::Proxy;
    case ErrorKind::Tls:
        return Kind::Tls;
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost:
    case ErrorKind::Abandoned:
        return Kind::NoAnswer;
    case ErrorKind::Unauthorized:
        return Kind::KeyUnknown;
    case ErrorKind::Forbidden:
        return Kind::KeyForbidden;
    case ErrorKind::TooManyRequests:
    case ErrorKind::ServerFault:
    case ErrorKind::Conflict:
        return Kind::ServerTrouble;
    case ErrorKind::UnsafeAddress:
        return Kind::PlainHttp;
    case ErrorKind::BadRequest:
    case ErrorKind::NotFound:
    case ErrorKind::Redirected:
    case ErrorKind::TooLarge:
    case ErrorKind::NotJson:
    case ErrorKind::WrongShape:
    case ErrorKind::NewerGeneration:
    case ErrorKind::OtherOrder:
    case ErrorKind::UnexpectedStatus:
    case ErrorKind::Unsupported:
    case ErrorKind::NotRecorded:
        return Kind::NotTicketscloud;
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionCheck::ConnectionCheck(const HttpClient::Config &config, const MakeApi &makeApi, QObject *parent)
    : QObject(parent)
    , m_server(config.server)
    , m_http(config, m_clock)
    , m_api(makeApi(m_http))
    , m_probe(new PlainProbe(this))
{
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::start()
{
    m_api->events(this, [this](const auto &events) { onEvents(events); });
}

void ConnectionCheck::onEvents(const Result<QList<Event>> &events)
{
    if (!events)
        return fail(events.error());
    m_report.eventsOnSale = static_cast<int>(
        std::count_if(events->cbegin(), events->cend(), [](const Event &event) { return event.isOnSale(); }));
    // The events alone may be public: whether the key opens the orders, only the orders can tell.
    OrderQuery none;
    none.limit = 0;
    m_api->orders(none, this, [this](const auto &orders) { onOrders(orders); });
}

void ConnectionCheck::onOrders(const Result<OrderList> &orders)
{
    using std::chrono::milliseconds;
    using std::chrono::round;
    using std::chrono::seconds;
    if (!orders)
        return fail(orders.error());
    const ConnectionState &connection = m_http.connection();
    m_report.partner = connection.partner;
    m_report.lag = connection.lag.value_or(milliseconds(0));
    if (m_clock.isSynchronised())
        m_report.clockAhead = round<seconds>(m_clock.now() - toInstant(QDateTime::currentDateTimeUtc()));
    if (m_report.partner.isEmpty()) // every answer of the vendor names him (vendor documentation)
        return fail({.kind = ErrorKind::WrongShape, .field = QStringLiteral("X-Partner")});
    Q_EMIT finished(m_report);
}

void ConnectionCheck::fail(const ApiError &error)
{
    qCWarning(log).noquote() << "connection test:" << error.toLogLine();
    ConnectionFailure failure{.kind = kindOf(error.kind),
                              .tls = m_http.connection().tls,
                              .httpStatus = error.httpStatus,
                              .serverWords = error.serverWords};
    if (failure.kind != Kind::Tls || failure.tls != TlsRefusal::Handshake) {
        Q_EMIT finished(tl::unexpected(failure));
        return;
    }
    m_probe->ask(m_server, m_http.proxy(), [this, failure](PlainProbe::Speaks speaks) mutable {
        if (speaks == PlainProbe::Speaks::PlainHttp)
            failure.kind = Kind::PlainHttp;
        Q_EMIT finished(tl::unexpected(failure));
    });
}

} // namespace okoshko
