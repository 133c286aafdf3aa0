// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpExchange.h"

#include "models/api/ServerClock.h"
#include "models/api/http/HttpErrors.h"
#include "models/api/http/HttpHeaders.h"
#include "models/api/http/NonRewindableBody.h"
#include "models/domain/ServerAddress.h"

#include <QLoggingCategory>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr int maxRedirects = 3;
/// Of an error only the server's message at the beginning of the body is needed.
constexpr qint64 maxRefusalBytes = 64 * 1024;

bool isGood(int status)
{
    return status >= 200 && status < 300;
}

} // namespace

HttpExchange::HttpExchange(HttpClient &client, const Call &call, const HttpRequest &request, const QString &id,
                           QObject *context, Then<HttpAnswer> then)
    : QObject(&client)
    , m_client(client)
    , m_call(call)
    , m_request(request)
    , m_id(id)
    , m_context(context)
    , m_then(std::move(then))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpExchange::onDeadline);
    connect(context, &QObject::destroyed, this, &HttpExchange::onContextGone);
}

HttpExchange::~HttpExchange()
{
    m_call.end();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpExchange::start()
{
    QUrl url = m_client.m_config.server;
    url.setPath(m_request.path);
    if (!m_request.query.isEmpty())
        url.setQuery(m_request.query);
    m_sent = m_received = m_client.m_clock.monotonicNow();
    if (isSecureUrl(url)) {
        m_deadline.start(std::min(m_request.limits.time, m_client.m_config.timeout));
        sendOnceProxyIsKnown(url);
    } else {
        QTimer::singleShot(0, this, [this] { end(tl::unexpected(error(ErrorKind::UnsafeAddress, Effect::None))); });
    }
}

void HttpExchange::sendOnceProxyIsKnown(const QUrl &url)
{
    if (isGivenUp())
        return breakOffIfGivenUp();
    m_network = m_client.readyNetwork();
    if (!m_network) {
        connect(
            m_client.m_proxyLookup, &ProxyLookup::answered, this, [this, url] { sendOnceProxyIsKnown(url); },
            Qt::SingleShotConnection);
        return;
    }
    m_proxyType = m_network->proxy().type();
    send(url);
}

void HttpExchange::send(const QUrl &url)
{
    QNetworkRequest request(url);
    if (!m_client.m_config.key.isEmpty())
        request.setRawHeader("Authorization", "key " + m_client.m_config.key);
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // HTTP/2 is off: it was not measured whether Qt repeats refused streams.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);

    m_sent = m_client.m_clock.monotonicNow();
    if (m_request.body.isEmpty()) {
        m_reply = m_network->sendCustomRequest(request, m_request.verb);
    } else {
        request.setRawHeader("Content-Type", "application/json");
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        m_body = new NonRewindableBody(m_request.body, this);
        m_reply = m_network->sendCustomRequest(request, m_request.verb, m_body);
        m_body->setParent(m_reply); // the reply reads from it during its whole life
    }
    m_reply->setReadBufferSize(m_request.limits.bytes + 1);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onBytes);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tls = refusalOf(errors);
    }); // for the report; Qt itself refuses the connection
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
}

void HttpExchange::onHead()
{
    m_received = m_client.m_clock.monotonicNow();
    m_partner = partnerIn(m_reply->rawHeader("X-Partner"));
    if (const auto date = parseHttpDate(m_reply->rawHeader("Date")))
        m_client.m_clock.addSample(*date, m_sent, m_received);
}

void HttpExchange::onBytes()
{
    m_bytes += m_reply->readAll();
    if (isTooLarge())
        end(judgeTooLarge());
    else
        breakOffIfGivenUp();
}

void HttpExchange::onFinished()
{
    m_bytes += m_reply->readAll();
    if (!followsRedirect())
        end(isTooLarge() ? judgeTooLarge() : judge());
}

void HttpExchange::onContextGone()
{
    // A partly sent change is completed: aborting it would make its outcome unknown.
    m_then = nullptr;
    m_context = nullptr;
    breakOffIfGivenUp();
}

void HttpExchange::breakOffIfGivenUp()
{
    if (!isGivenUp())
        return;
    m_call.end();
    deleteLater();
}

bool HttpExchange::isGivenUp() const
{
    return m_request.kind == HttpRequest::Kind::Read && !(m_call.isPending() && m_context);
}

bool HttpExchange::followsRedirect()
{
    const QVariant target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute);
    const QUrl url = m_reply->url().resolved(target.toUrl());
    const bool follows = m_request.takes == HttpRequest::Takes::Good && target.isValid() &&
                         m_request.kind == HttpRequest::Kind::Read && m_redirects < maxRedirects &&
                         sameOrigin(url, m_client.m_config.server) && repeatsStatus(m_reply->error());
    if (!follows)
        return false;
    ++m_redirects;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_bytes.clear();
    send(url);
    return true;
}

int HttpExchange::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

bool HttpExchange::isTooLarge() const
{
    const qint64 maxSize = m_request.limits.bytes;
    return m_bytes.size() > (isGood(status()) ? maxSize : std::min(maxSize, maxRefusalBytes));
}

Result<HttpAnswer> HttpExchange::judgeTooLarge() const
{
    if (!isGood(status()))
        return judgeStatus(status());
    return tl::unexpected(error(ErrorKind::TooLarge, Effect::Possible));
}

Result<HttpAnswer> HttpExchange::judge() const
{
    const QNetworkReply::NetworkError failure = m_reply->error();
    const int status = this->status();
    // Qt tries to rewind the body on 307 and 308, even if redirects are not followed; the answer is complete.
    const bool isRedirect = status >= 300 && status < 400 && failure == QNetworkReply::ContentReSendError;
    if (status != 0 && (repeatsStatus(failure) || isRedirect))
        return judgeStatus(status);

    ApiError result = error(kindOf(failure), effectOfBreak());
    // An interruption within the answer or the request body is not a refused connection, although Qt reports one.
    const bool hasLeft = m_body && m_body->hasLeft();
    const bool unreachable = result.kind == ErrorKind::NoConnection || result.kind == ErrorKind::HostUnknown;
    if (status != 0 || (hasLeft && result.kind == ErrorKind::NoConnection))
        result.kind = ErrorKind::ConnectionLost;
    else if (unreachable && asksHttpProxy())
        result.kind = ErrorKind::Proxy;
    result.detail = m_reply->errorString();
    return tl::unexpected(result);
}

Result<HttpAnswer> HttpExchange::judgeStatus(int status) const
{
    if (isGood(status))
        return HttpAnswer{.status = status, .body = m_bytes, .requestId = m_id};
    const QByteArray body = m_bytes.left(maxRefusalBytes);
    const auto retryAfter = parseRetryAfter(m_reply->rawHeader("Retry-After"), m_client.m_clock.now());
    if (m_request.takes == HttpRequest::Takes::AnyStatus) {
        const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        return HttpAnswer{status, body, m_id, target.isEmpty() ? QUrl() : m_reply->url().resolved(target), retryAfter};
    }

    ApiError result = error(kindOf(status), effectOf(status));
    if (m_client.m_config.readWords) {
        const ServerWords words = m_client.m_config.readWords(body);
        result.serverWords = words.text;
        result.promoRefusal = words.promoRefusal;
    }
    result.retryAfter = retryAfter;
    return tl::unexpected(result);
}

ApiError HttpExchange::error(ErrorKind kind, Effect effectOfChange) const
{
    ApiError result;
    result.kind = kind;
    result.effect = m_request.kind == HttpRequest::Kind::Change ? effectOfChange : Effect::None;
    result.requestId = m_id;
    result.httpStatus = status();
    return result;
}

Effect HttpExchange::effectOfBreak() const
{
    // If no byte of the body was sent, the server cannot have acted, whatever the error.
    const bool neverLeft = m_body && !m_body->hasLeft();
    return neverLeft ? Effect::None : Effect::Possible;
}

bool HttpExchange::asksHttpProxy() const
{
    return m_proxyType == QNetworkProxy::HttpProxy || m_proxyType == QNetworkProxy::HttpCachingProxy;
}

void HttpExchange::onDeadline()
{
    if (!m_network) {
        ApiError late = error(ErrorKind::Proxy, Effect::None);
        late.detail = u"the look-up of the proxy has not come to an end"_s;
        return end(tl::unexpected(late));
    }
    // A connection that hangs in its TLS handshake or at a proxy remains after its request is aborted, and Qt would
    // queue all later requests behind it without limit.
    m_client.replaceNetwork(m_network);
    const bool hasLeft = m_body && m_body->hasLeft();
    const auto late = std::min(m_request.limits.late, m_client.m_config.timeout - m_request.limits.time);
    if (hasLeft && late > std::chrono::milliseconds(0) && !std::exchange(m_isLate, true))
        return m_deadline.start(late);
    end(tl::unexpected(error(ErrorKind::TimedOut, effectOfBreak())));
}

void HttpExchange::end(const Result<HttpAnswer> &result)
{
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    const auto lag = duration_cast<milliseconds>(m_received - m_sent);
    const int status = result ? result->status : result.error().httpStatus;
    qCInfo(httpLog).noquote() << m_id << m_request.verb << m_request.path
                              << (result ? u"answered"_s : result.error().toLogLine()) << status << lag.count() << "ms"
                              << m_bytes.size() << "bytes";

    const Then<HttpAnswer> then = std::move(m_then);
    const QPointer<QObject> context = m_context;
    Call call = std::exchange(m_call, {});
    const QPointer<HttpExchange> self(this);
    m_client.onExchangeEnded(result, {status, m_partner, lag, m_tls}); // its listeners may delete the client
    // Deleted before the callback, which may send a new request.
    delete self.data();
    if (call.isPending() && context)
        then(result);
    else
        call.end();
}

} // namespace okoshko
