// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/http/HttpClient.h"
#include "models/domain/Instant.h"

#include <QByteArray>
#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

QT_FORWARD_DECLARE_CLASS(QNetworkReply)

namespace okoshko {

class NonRewindableBody;

/// One running request. Deleting it aborts the request, ends its call and calls nobody. Used by HttpClient on its
/// thread; owned by the client.
class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    HttpExchange(HttpClient &client, const Call &call, const HttpRequest &request, const QString &id, QObject *context,
                 Then<HttpAnswer> then);
    ~HttpExchange() override;

    /// Sends the request as soon as the proxy is known; fails asynchronously if the address is not safe.
    void start();
    /// Aborts asynchronously if it is a reading whose call was abandoned.
    void breakOffIfGivenUp();

private:
    void sendOnceProxyIsKnown(const QUrl &url);
    void send(const QUrl &url);
    void onHead();
    void onBytes();
    void onFinished();
    void onContextGone();
    void onDeadline();

    [[nodiscard]] int status() const; ///< 0 = none yet
    [[nodiscard]] bool isTooLarge() const;
    [[nodiscard]] Result<HttpAnswer> judge() const;
    [[nodiscard]] Result<HttpAnswer> judgeTooLarge() const;
    [[nodiscard]] Result<HttpAnswer> judgeStatus(int status) const;
    [[nodiscard]] bool followsRedirect();
    [[nodiscard]] ApiError error(ErrorKind kind, Effect effectOfChange) const;
    [[nodiscard]] Effect effectOfBreak() const;
    [[nodiscard]] bool isGivenUp() const;
    [[nodiscard]] bool asksHttpProxy() const;

    void end(const Result<HttpAnswer> &result);

    HttpClient &m_client;
    Call m_call;
    HttpClient::Network m_network; ///< null until the proxy is known
    QNetworkProxy::ProxyType m_proxyType = QNetworkProxy::NoProxy;
    HttpRequest m_request;
    QString m_id;
    QPointer<QObject> m_context;
    Then<HttpAnswer> m_then;
    QPointer<QNetworkReply> m_reply;
    QPointer<NonRewindableBody> m_body;
    QTimer m_deadline;
    QByteArray m_bytes;
    QString m_partner;
    std::optional<TlsRefusal> m_tls;
    Microseconds m_sent{0};
    Microseconds m_received{0};
    int m_redirects = 0;
    bool m_isLate = false; ///< its time-out has passed, and it is still awaited
};

} // namespace okoshko
