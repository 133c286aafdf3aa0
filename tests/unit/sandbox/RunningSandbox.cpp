// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunningSandbox.h"

#include <QFile>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTest>
using namespace Qt::StringLiterals;

using namespace okoshko::sandbox;

Sandbox::Sandbox(const Options &options)
    : thread(options)
{
    QSignalSpy started(&thread, &SandboxThread::started);
    thread.start();
    if (started.isEmpty() && !started.wait())
        qFatal("the sandbox does not start");
}

QByteArray SandboxClient::fixture(const char *name)
{
    QFile file(QStringLiteral(OKOSHKO_FIXTURES "/recording/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QNetworkRequest SandboxClient::request(const QString &target) const
{
    QNetworkRequest request(QUrl(m_url.toString() + target));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (target.startsWith(u"/v1"_s)) {
        request.setRawHeader("Accept", "application/json");
        request.setRawHeader("Authorization", " key 047bdb8bcee44d3693371920aaf9135c");
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    }
    return request;
}

std::unique_ptr<QNetworkReply> SandboxClient::send(const QByteArray &method, const QNetworkRequest &request,
                                                   const QByteArray &body)
{
    std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait();
    return reply;
}

std::unique_ptr<QNetworkReply> SandboxClient::ask(const QByteArray &method, const QString &target,
                                                  const QByteArray &body)
{
    return send(method, request(target), body);
}

std::pair<QString, QUrl> SandboxClient::begun()
{
    const QString orders = u"/v1/resources/orders"_s;
    const QString id = json(*ask("POST", orders, fixture("create.request.json")))[u"id"_s].toString();
    const QString order = orders + u'/' + id;
    ask("PATCH", order, fixture("choose.request.json"));
    const QJsonObject answer = json(*ask("PATCH", order, fixture("start.request.json")));
    return {id, QUrl(answer[u"payment"_s][u"redirect_url"_s].toString())};
}

QString SandboxClient::statusOf(const QString &order)
{
    return json(*ask("GET", u"/v1/resources/orders/"_s + order))[u"status"_s].toString();
}

RawClient::RawClient(quint16 port)
    : m_port(port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
}

void RawClient::send(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                     const QByteArray &moreHeaders)
{
    m_received.clear();
    const QByteArray host =
        moreHeaders.contains("Host:") ? QByteArray() : "Host: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
    m_socket.write(method + ' ' + target + " HTTP/1.1\r\n" + host + moreHeaders +
                   "Authorization: key 047bdb8bcee44d3693371920aaf9135c\r\nContent-Type: application/json\r\n"
                   "Content-Length: " +
                   QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

QByteArray RawClient::received()
{
    m_received += m_socket.readAll();
    return m_received;
}

int RawClient::status()
{
    return received().startsWith("HTTP/1.1 ") ? m_received.mid(9, 3).toInt() : 0;
}

QByteArray RawClient::header(const QByteArray &name)
{
    const QByteArray head = received().left(m_received.indexOf("\r\n\r\n"));
    for (const QByteArray &line : head.split('\n')) {
        if (line.left(line.indexOf(':')).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return {};
}

QByteArray RawClient::body()
{
    const qsizetype end = received().indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : m_received.mid(end + 4);
}

bool RawClient::isWhole()
{
    return status() != 0 && m_received.contains("\r\n\r\n") && body().size() == header("Content-Length").toInt();
}

void StagedSandbox::open(const QList<Activation> &scenarios)
{
    close();
    m_passed = std::make_shared<std::atomic<qint64>>(0);
    Options options;
    options.clock = [passed = m_passed] { return noon() + std::chrono::milliseconds(*passed); };
    options.scenarios = scenarios;
    m_sandbox = std::make_unique<Sandbox>(options);
    m_url = m_sandbox->thread.url();
}

void StagedSandbox::arm(const QByteArray &name, const QByteArray &on, const QByteArray &times)
{
    const auto activation =
        parseActivation(QString::fromLatin1(name), QString::fromLatin1(on), QString::fromLatin1(times));
    QVERIFY2(activation, name.constData());
    board().arm(*activation);
}

StagedSandbox::Said StagedSandbox::tell(const QByteArray &method, const QString &target, const QByteArray &body)
{
    const auto reply = ask(method, target, body);
    const QByteArray said = reply->readAll();
    return {status(*reply), QJsonDocument::fromJson(said), said};
}

StagedSandbox::Said StagedSandbox::create(const QString &event, const QString &set, int count)
{
    const QJsonObject body{{u"event"_s, event}, {u"random"_s, QJsonObject{{set, count}}}, {u"all_or_nothing"_s, true}};
    return tell("POST", u"/v1/resources/orders"_s, QJsonDocument(body).toJson());
}

StagedSandbox::Said StagedSandbox::change(const QString &order, const QByteArray &body)
{
    return tell("PATCH", u"/v1/resources/orders/"_s + order, body);
}

StagedSandbox::Said StagedSandbox::started(const QString &event, const QString &set)
{
    const QString order = create(event, set, 1).text("id");
    change(order, R"({"payment": {"system": "api/BASE"}})");
    return change(order, R"({"status": "in_progress"})");
}

QJsonObject StagedSandbox::event(const QString &id)
{
    for (const QJsonValue &event : tell("GET", u"/v1/services/simple/events"_s).json.array()) {
        if (event[u"id"_s].toString() == id)
            return event.toObject();
    }
    return {};
}

int StagedSandbox::vacant(const QString &eventId, const QString &set)
{
    for (const QJsonValue &item : event(eventId).value(u"sets"_s).toArray()) {
        if (item[u"id"_s].toString() == set)
            return item[u"amount_vacant"_s].toInt();
    }
    return -1;
}

Instant StagedSandbox::moment(const QJsonValue &text)
{
    return parseIso(text.toString(), false).value_or(Instant());
}

Instant StagedSandbox::noon()
{
    return *parseIso(u"2026-03-02T12:00:00.250+00:00"_s, false);
}
