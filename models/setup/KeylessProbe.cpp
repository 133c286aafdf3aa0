// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/setup/KeylessProbe.h"

#include "models/api/http/HttpErrors.h"
#include "models/setup/PlainHttpProbe.h"

#include <QLoggingCategory>

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.setup")

using Kind = ConnectionFailure::Kind;

Kind troubleOf(ErrorKind kind)
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
    case ErrorKind::OtherOrder:
    case ErrorKind::UnexpectedStatus:
    case ErrorKind::NotRecorded:
        return Kind::NotTicketscloud;
    case ErrorKind::NewerGeneration:
        return Kind::NewerGeneration;
    }
    Q_UNREACHABLE();
}

/// Of an answer that is not the vendor's.
Kind troubleOf(const HttpAnswer &answer)
{
    constexpr int logInToNetwork = 511;                                       // RFC 6585
    const QString text = QString::fromUtf8(answer.body.left(1000)).trimmed(); // without a byte order mark
    const bool isPage = answer.status == 200 && text.startsWith(u'<');
    if (isPage || kindOf(answer.status) == ErrorKind::Redirected || answer.status == logInToNetwork)
        return Kind::WebPage;
    const Kind kind = troubleOf(kindOf(answer.status));
    // Without a key nothing is said of one.
    return kind == Kind::KeyUnknown || kind == Kind::KeyForbidden ? Kind::NotTicketscloud : kind;
}

HttpClient::Config withoutKey(HttpClient::Config config)
{
    config.key.clear();
    return config;
}

} // namespace

ConnectionFailure connectionFailure(const ApiError &error, const std::optional<TlsRefusal> &tls)
{
    return {.kind = troubleOf(error.kind),
            .tls = tls,
            .httpStatus = error.httpStatus,
            .serverWords = error.serverWords,
            .retryAfter = error.retryAfter};
}

KeylessProbe::KeylessProbe(const HttpClient::Config &config, const KeylessQuestion &question, QObject *parent)
    : QObject(parent)
    , m_server(config.server)
    , m_question(question)
    , m_http(withoutKey(config), m_clock)
    , m_plain(new PlainHttpProbe(this))
{
}

void KeylessProbe::start()
{
    m_http.send(m_question.request, this, [this](const Result<HttpAnswer> &answer) { onAnswer(answer); });
}

void KeylessProbe::onAnswer(const Result<HttpAnswer> &answer)
{
    if (answer && m_question.isVendors(*answer))
        return end(std::nullopt);
    if (answer && m_question.isNewer && m_question.isNewer(*answer))
        return end(ConnectionFailure{.kind = Kind::NewerGeneration, .httpStatus = answer->status});
    if (answer)
        return end(ConnectionFailure{.kind = troubleOf(*answer),
                                     .httpStatus = answer->status,
                                     .sentTo = answer->redirect.host(),
                                     .retryAfter = answer->retryAfter});
    ConnectionFailure failure = connectionFailure(answer.error(), m_http.connection().tls);
    if (failure.kind != Kind::Tls || failure.tls != TlsRefusal::Handshake)
        return end(failure);
    m_plain->ask(m_server, m_http.proxy(), [this, failure](PlainHttpProbe::Speaks speaks) mutable {
        if (speaks == PlainHttpProbe::Speaks::PlainHttp)
            failure.kind = Kind::PlainHttp;
        end(failure);
    });
}

void KeylessProbe::end(const std::optional<ConnectionFailure> &failure)
{
    qCInfo(log).noquote() << "asked without a key," << m_server.authority()
                          << (failure ? "does not answer as the vendor" : "answers as the vendor");
    m_answer = KeylessAnswer{m_server, failure};
    Q_EMIT answered();
}

} // namespace okoshko
