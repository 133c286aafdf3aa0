// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/SandboxThread.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <memory>
#include <utility>

/// A running sandbox; gone at the end of the scope.
struct Sandbox
{
    explicit Sandbox(const okoshko::sandbox::Options &options = {});
    okoshko::sandbox::SandboxThread thread;
};

/// A client over real sockets. Set `m_url` to the sandbox's address first.
class Wire
{
protected:
    /// API calls carry the headers of the recording; no redirect is followed.
    [[nodiscard]] QNetworkRequest request(const QString &target) const;
    std::unique_ptr<QNetworkReply> ask(const QByteArray &method, const QString &target, const QByteArray &body = {});
    std::unique_ptr<QNetworkReply> send(const QByteArray &method, const QNetworkRequest &request,
                                        const QByteArray &body = {});
    [[nodiscard]] static int status(const QNetworkReply &reply)
    {
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    [[nodiscard]] static QJsonObject json(QIODevice &device)
    {
        return QJsonDocument::fromJson(device.readAll()).object();
    }
    /// A body of the recorded exchange.
    [[nodiscard]] static QByteArray fixture(const char *name);
    /// An order in progress; gives its id and the payment page's address.
    std::pair<QString, QUrl> begun();
    QString statusOf(const QString &order);

    QNetworkAccessManager m_network;
    QUrl m_url;
};
