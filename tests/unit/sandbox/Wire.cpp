// SPDX-License-Identifier: GPL-3.0-or-later
#include "Wire.h"

#include <QFile>
#include <QSignalSpy>

using namespace okoshko::sandbox;

Sandbox::Sandbox(const Options &options)
    : thread(options)
{
    QSignalSpy started(&thread, &SandboxThread::started);
    thread.start();
    if (started.isEmpty() && !started.wait())
        qFatal("the sandbox does not start");
}

QByteArray Wire::fixture(const char *name)
{
    QFile file(QStringLiteral(OKOSHKO_FIXTURES "/recording/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QNetworkRequest Wire::request(const QString &target) const
{
    QNetworkRequest request(QUrl(m_url.toString() + target));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (target.startsWith(QStringLiteral("/v1"))) {
        request.setRawHeader("Accept", "application/json");
        request.setRawHeader("Authorization", " key 047bdb8bcee44d3693371920aaf9135c");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    }
    return request;
}

std::unique_ptr<QNetworkReply> Wire::send(const QByteArray &method, const QNetworkRequest &request,
                                          const QByteArray &body)
{
    std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait();
    return reply;
}

std::unique_ptr<QNetworkReply> Wire::ask(const QByteArray &method, const QString &target, const QByteArray &body)
{
    return send(method, request(target), body);
}

std::pair<QString, QUrl> Wire::begun()
{
    const QString orders = QStringLiteral("/v1/resources/orders");
    const QString id = json(*ask("POST", orders, fixture("create.request.json")))[QStringLiteral("id")].toString();
    const QString order = orders + QLatin1Char('/') + id;
    ask("PATCH", order, fixture("choose.request.json"));
    const QJsonObject answer = json(*ask("PATCH", order, fixture("start.request.json")));
    return {id, QUrl(answer[QStringLiteral("payment")][QStringLiteral("redirect_url")].toString())};
}

QString Wire::statusOf(const QString &order)
{
    return json(*ask("GET", QStringLiteral("/v1/resources/orders/") + order))[QStringLiteral("status")].toString();
}
