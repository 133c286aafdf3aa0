// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/setup/KeylessProbe.h"

#include "models/api/http/HttpErrors.h"

#include <QLoggingCategory>

#include <chrono>

using namespace std::chrono_literals;

namespace okoshko {

Q_LOGGING_CATEGORY(setupLog, "okoshko.setup")

PlainHttpProbe::PlainHttpProbe(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(3s);
    connect(&m_socket, &QTcpSocket::connected, this, [this] { m_socket.write("GET / HTTP/1.0\r\n\r\n"); });
    connect(&m_socket, &QTcpSocket::readyRead, this, &PlainHttpProbe::onBytes);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { end(Speaks::SomethingElse); });
    connect(&m_patience, &QTimer::timeout, this, [this] { end(Speaks::SomethingElse); });
}

void PlainHttpProbe::ask(const QUrl &server, const QNetworkProxy &proxy, Then then)
{
    m_then = std::move(then);
    m_socket.setProxy(proxy);
    m_patience.start();
    m_socket.connectToHost(server.host(), static_cast<quint16>(server.port(443)));
}

void PlainHttpProbe::onBytes()
{
    constexpr QByteArrayView sign("HTTP/");
    if (m_socket.bytesAvailable() >= sign.size())
        end(m_socket.peek(sign.size()) == sign ? Speaks::PlainHttp : Speaks::SomethingElse);
}

void PlainHttpProbe::end(Speaks speaks)
{
    m_patience.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    if (const Then then = std::exchange(m_then, nullptr))
        then(speaks);
}

namespace {

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

/// Classifies an answer that is not the vendor's.
Kind troubleOf(const HttpAnswer &answer)
{
    constexpr int logInToNetwork = 511;                                       // RFC 6585
    const QString text = QString::fromUtf8(answer.body.left(1000)).trimmed(); // without a byte order mark
    const bool isPage = answer.status == 200 && text.startsWith(u'<');
    if (isPage || kindOf(answer.status) == ErrorKind::Redirected || answer.status == logInToNetwork)
        return Kind::WebPage;
    const Kind kind = troubleOf(kindOf(answer.status));
    // Without a key the result cannot concern a key.
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
    qCInfo(setupLog).noquote() << "asked without a key," << m_server.authority()
                               << (failure ? "does not answer as the vendor" : "answers as the vendor");
    m_answer = KeylessAnswer{m_server, failure};
    Q_EMIT answered();
}

} // namespace okoshko
