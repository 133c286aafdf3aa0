// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/faults/Relay.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace okoshko::sandbox {

namespace {

const QByteArray endOfHead("\r\n\r\n");

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

std::optional<qsizetype> endOfChunks(const QByteArray &bytes, qsizetype from)
{
    while (true) {
        const qsizetype line = bytes.indexOf("\r\n", from);
        if (line < 0)
            return std::nullopt;
        const qsizetype size = bytes.mid(from, line - from).toLongLong(nullptr, 16);
        from = line + 2 + size + 2;
        if (size < 0 || from > bytes.size())
            return std::nullopt;
        if (size == 0)
            return from;
    }
}

/// The size of the first HTTP message in bytes; nothing while it is incomplete.
std::optional<qsizetype> sizeOfMessage(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf(endOfHead);
    if (end < 0)
        return std::nullopt;
    const QByteArray head = bytes.left(end);
    const qsizetype begin = end + endOfHead.size();
    if (headerOf(head, "transfer-encoding").toLower() == "chunked")
        return endOfChunks(bytes, begin);
    const qsizetype size = begin + std::max<qsizetype>(0, headerOf(head, "content-length").toLongLong());
    return bytes.size() < size ? std::nullopt : std::optional(size);
}

} // namespace

/// One client's connection and its connection to the server. Deletes itself when both are closed.
class RelayConnection final : public QObject
{
public:
    RelayConnection(QTcpSocket *client, Relay &relay);

private:
    void takeFromClient();
    void takeFromServer();
    void deliver();
    void skip(std::chrono::milliseconds time);
    void cut();
    void endIfOver();

    Relay &m_relay;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    QTimer m_timer;           ///< until the answer is passed on to the client
    QByteArray m_request;     ///< bytes received so far
    RelayedRequest m_current; ///< the one that is being answered
    Passage m_passage;        ///< that of m_current
    QByteArray m_answer;      ///< bytes received so far
    QByteArray m_late;        ///< a delayed answer
};

RelayConnection::RelayConnection(QTcpSocket *client, Relay &relay)
    : QObject(&relay)
    , m_relay(relay)
    , m_client(client)
    , m_server(new QTcpSocket(this))
    , m_timer(this)
{
    m_client->setParent(this);
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_client->setReadBufferSize(Relay::largestRequest);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RelayConnection::deliver);
    connect(m_client, &QTcpSocket::readyRead, this, &RelayConnection::takeFromClient);
    connect(m_client, &QTcpSocket::disconnected, this, &RelayConnection::endIfOver);
    connect(m_server, &QTcpSocket::readyRead, this, &RelayConnection::takeFromServer);
    connect(m_server, &QTcpSocket::disconnected, this, &RelayConnection::endIfOver);
    connect(m_server, &QTcpSocket::errorOccurred, this, &RelayConnection::endIfOver);
    connect(&relay, &Relay::wentOffline, m_client, &QTcpSocket::abort);
    connect(&relay, &Relay::skipped, this, &RelayConnection::skip);
    m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), relay.m_targetPort);
    takeFromClient();
}

void RelayConnection::takeFromClient()
{
    m_request += m_client->readAll();
    if (m_request.size() > Relay::largestRequest) {
        cut();
        return;
    }
    const std::optional<qsizetype> size = sizeOfMessage(m_request);
    if (!size)
        return;
    const QByteArray raw = m_request.left(*size);
    m_request.remove(0, *size);
    const QByteArrayList line = raw.left(raw.indexOf('\r')).split(' ');
    m_current = {line.value(0), line.value(1), raw.mid(raw.indexOf(endOfHead) + endOfHead.size())};
    m_passage = m_relay.m_policy ? m_relay.m_policy(m_current) : Passage();
    if (m_passage.fault.kind == LineFault::Kind::CutBefore)
        cut();
    else if (m_passage.instead)
        m_client->write(*m_passage.instead);
    else
        m_server->write(raw);
}

void RelayConnection::takeFromServer()
{
    m_answer += m_server->readAll();
    const std::optional<qsizetype> size = sizeOfMessage(m_answer);
    if (!size)
        return;
    m_late = m_answer.left(*size);
    m_answer.remove(0, *size);
    Q_EMIT m_relay.answered(m_current);
    const std::chrono::milliseconds delay = m_relay.m_latency + m_passage.fault.delay;
    if (delay.count() > 0)
        m_timer.start(delay);
    else
        deliver();
}

void RelayConnection::deliver()
{
    const QByteArray answer = std::exchange(m_late, {});
    switch (m_passage.fault.kind) {
    case LineFault::Kind::None:
        m_client->write(m_passage.rewritten ? m_passage.rewritten(answer) : answer);
        break;
    case LineFault::Kind::CutBefore:
    case LineFault::Kind::CutAfter:
        cut();
        break;
    case LineFault::Kind::ResetAfter: {
        const linger now{1, 0};
        setsockopt(static_cast<int>(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_client->abort();
        break;
    }
    case LineFault::Kind::Silence:
        break;
    case LineFault::Kind::Truncate: {
        const qsizetype body = answer.size() - answer.indexOf(endOfHead) - endOfHead.size();
        m_client->write(answer.chopped((body + 1) / 2));
        m_client->disconnectFromHost();
        break;
    }
    }
    endIfOver();
}

void RelayConnection::skip(std::chrono::milliseconds time)
{
    if (m_timer.isActive())
        m_timer.start(std::max(m_timer.remainingTimeAsDuration() - time, std::chrono::milliseconds(0)));
}

void RelayConnection::cut()
{
    m_client->disconnectFromHost();
    m_server->disconnectFromHost();
}

void RelayConnection::endIfOver()
{
    // Pending bytes for the client are sent before its connection is closed.
    if (m_client->state() == QAbstractSocket::UnconnectedState) {
        m_timer.stop();
        m_server->disconnectFromHost();
    } else if (m_server->state() == QAbstractSocket::UnconnectedState && !m_timer.isActive() &&
               m_passage.fault.kind != LineFault::Kind::Silence) {
        m_client->write(std::exchange(m_answer, {}));
        m_client->disconnectFromHost();
    }
    if (m_client->state() == QAbstractSocket::UnconnectedState &&
        m_server->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

Relay::Relay(quint16 targetPort, std::chrono::milliseconds latency, QObject *parent)
    : QObject(parent)
    , m_server(this)
    , m_targetPort(targetPort)
    , m_latency(latency)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::acceptPending);
}

Relay::~Relay() = default;

tl::expected<quint16, QString> Relay::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return tl::unexpected(m_server.errorString());
    m_port = m_server.serverPort();
    return m_port;
}

void Relay::goOffline()
{
    if (m_placeholder)
        return;
    m_server.close();
    // Bound but not listening: clients are refused, and no other program can take the port. Without it, a client on
    // this computer could even get the port as its own and connect to itself.
    m_placeholder = std::make_unique<QTcpSocket>();
    m_placeholder->bind(QHostAddress::LocalHost, m_port);
    Q_EMIT wentOffline();
}

void Relay::goOnline()
{
    if (!m_placeholder)
        return;
    m_placeholder.reset();
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qWarning("okoshko-sandbox: cannot listen on 127.0.0.1:%d again: %s", m_port,
                 qUtf8Printable(m_server.errorString()));
}

void Relay::acceptPending()
{
    while (QTcpSocket *client = m_server.nextPendingConnection())
        new RelayConnection(client, *this); // a child of the relay; deletes itself when both ends are closed
}

} // namespace okoshko::sandbox
