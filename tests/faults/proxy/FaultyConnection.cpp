// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/proxy/FaultyConnection.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/socket.h>

namespace okoshko::test {

namespace {

const QByteArray headEnd = "\r\n\r\n";

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

std::optional<qsizetype> wholeChunks(const QByteArray &bytes, qsizetype from)
{
    while (true) {
        const auto line = bytes.indexOf("\r\n", from);
        if (line < 0)
            return std::nullopt;
        const qsizetype size = bytes.mid(from, line - from).toLongLong(nullptr, 16);
        from = line + 2 + size + 2;
        if (from > bytes.size())
            return std::nullopt;
        if (size == 0)
            return from;
    }
}

QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nX-Partner: 56810047f06c5a6ac62f4e1d\r\n\r\n" +
           body;
}

QJsonValue otherType(const QJsonValue &value)
{
    if (value.isString())
        return QJsonArray{1, 2};
    if (value.isDouble())
        return QJsonObject{{QStringLiteral("n"), 1}};
    if (value.isArray())
        return QStringLiteral("none");
    return true;
}

QByteArray withWrongTypes(const QByteArray &body)
{
    QJsonObject object = QJsonDocument::fromJson(body).object();
    for (const QString &name : object.keys()) {
        if (name != QStringLiteral("id")) // that it is the right order makes it the harder
            object[name] = otherType(object.value(name));
    }
    return QJsonDocument(object).toJson();
}

} // namespace

std::optional<qsizetype> wholeMessage(const QByteArray &bytes)
{
    const auto end = bytes.indexOf(headEnd);
    if (end < 0)
        return std::nullopt;
    const QByteArray head = bytes.left(end);
    const auto from = end + headEnd.size();
    if (headerOf(head, "transfer-encoding").toLower() == "chunked")
        return wholeChunks(bytes, from);
    const qsizetype size = from + headerOf(head, "content-length").toLongLong();
    return bytes.size() < size ? std::nullopt : std::optional(size);
}

FaultyConnection::FaultyConnection(QTcpSocket *client, FaultyProxy &proxy)
    : m_proxy(proxy)
    , m_client(client)
    , m_server(new QTcpSocket(this))
{
    m_client->setParent(this);
    connect(m_client, &QTcpSocket::readyRead, this, &FaultyConnection::onClientBytes);
    connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_server, &QTcpSocket::readyRead, this, &FaultyConnection::onServerBytes);
    m_server->connectToHost(QHostAddress::LocalHost, proxy.target());
    onClientBytes();
}

void FaultyConnection::onClientBytes()
{
    m_asked += m_client->readAll();
    if (const auto size = wholeMessage(m_asked)) {
        const QByteArray raw = m_asked.left(*size);
        m_asked.remove(0, *size);
        onRequest(raw);
    }
}

void FaultyConnection::onRequest(const QByteArray &raw)
{
    const QList<QByteArray> line = raw.left(raw.indexOf("\r\n")).split(' ');
    m_request = {line.value(0), line.value(1), raw.mid(raw.indexOf(headEnd) + headEnd.size())};
    m_fault = m_proxy.take(m_request);
    const bool passes = !m_fault || reachesServer(*m_fault);
    m_request.reachedServer = passes;
    m_proxy.note(m_request);
    if (passes)
        m_server->write(raw);
    else
        answerAtOnce(*m_fault);
}

void FaultyConnection::answerAtOnce(Fault fault)
{
    const QByteArray page = "<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>";
    switch (fault) {
    case Fault::Conflict:
        m_client->write(answer("409 Conflict", "application/json", R"({"errors": ["busy"]})"));
        return;
    case Fault::ServerError:
        m_client->write(answer("500 Internal Server Error", "application/json", R"({"error": "HTTPInternal"})"));
        return;
    case Fault::BadGateway:
        m_client->write(answer("502 Bad Gateway", "text/html", page));
        return;
    case Fault::TooMany:
        m_client->write(answer("429 Too Many Requests", "application/json", "{}"));
        return;
    case Fault::Unavailable:
        m_client->write(answer("503 Service Unavailable", "text/html", page, "Retry-After: 1\r\n"));
        return;
    case Fault::RedirectElsewhere:
        m_client->write(
            answer("302 Found", "text/html", {}, "Location: " + m_proxy.elsewhere().toEncoded() + "/stolen\r\n"));
        return;
    case Fault::Refused:
    case Fault::CutBefore:
        cut(How::Close);
        return;
    case Fault::CutAfter:
    case Fault::ResetAfter:
    case Fault::Truncated:
    case Fault::Silent:
    case Fault::BadGatewayAfter:
    case Fault::NotJson:
    case Fault::WrongTypes:
    case Fault::OtherOrder:
    case Fault::EmptyList:
        return; // once the server has acted
    }
}

void FaultyConnection::onServerBytes()
{
    m_answered += m_server->readAll();
    if (const auto size = wholeMessage(m_answered)) {
        const QByteArray raw = m_answered.left(*size);
        m_answered.remove(0, *size);
        Q_EMIT m_proxy.answered(m_request);
        deliver(raw);
    }
}

void FaultyConnection::deliver(const QByteArray &raw)
{
    if (!m_fault) {
        m_client->write(raw);
        return;
    }
    const QByteArray body = raw.mid(raw.indexOf(headEnd) + headEnd.size());
    switch (*m_fault) {
    case Fault::Truncated:
        m_client->write(raw.left(raw.size() - body.size() / 2));
        m_client->disconnectFromHost();
        return;
    case Fault::Silent:
        return;
    case Fault::BadGatewayAfter:
        m_client->write(answer("502 Bad Gateway", "text/html", "<html>502</html>"));
        return;
    case Fault::NotJson:
        m_client->write(answer("200 OK", "application/json", "<!DOCTYPE html><p>Sign in to the hotel's network"));
        return;
    case Fault::WrongTypes:
        m_client->write(answer("200 OK", "application/json", withWrongTypes(body)));
        return;
    case Fault::OtherOrder:
        m_client->write(answer("200 OK", "application/json", m_proxy.otherOrder()));
        return;
    case Fault::EmptyList:
        m_client->write(answer("200 OK", "application/json", "[]"));
        return;
    case Fault::ResetAfter:
        cut(How::Reset);
        return;
    case Fault::CutAfter:
    case Fault::Refused:
    case Fault::CutBefore:
    case Fault::Conflict:
    case Fault::ServerError:
    case Fault::BadGateway:
    case Fault::TooMany:
    case Fault::Unavailable:
    case Fault::RedirectElsewhere:
        cut(How::Close);
        return;
    }
}

void FaultyConnection::cut(How how)
{
    if (how == How::Reset) {
        const linger now{1, 0};
        setsockopt(static_cast<int>(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    m_client->abort();
    deleteLater();
}

} // namespace okoshko::test
