// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DirectSandbox.h"
#include "app/sandbox/SandboxThread.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTcpSocket>
#include <atomic>
#include <memory>
#include <utility>

/// A running sandbox; gone at the end of the scope.
struct Sandbox
{
    explicit Sandbox(const okoshko::sandbox::Options &options = {});
    okoshko::sandbox::SandboxThread thread;
};

/// A client over real sockets. Set `m_url` to the sandbox's address first.
class SandboxClient
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

/// One connection on which exactly what is given is sent, once: Qt's own client repeats a request by itself when the
/// server hangs up.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    /// Sends a request with the recording's key and begins to listen anew.
    void send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
              const QByteArray &moreHeaders = {});

    /// The status line's number; 0 while there is none.
    [[nodiscard]] int status();
    [[nodiscard]] QByteArray header(const QByteArray &name);
    [[nodiscard]] QByteArray body();
    [[nodiscard]] bool isWhole(); ///< all of the announced body is there
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isRefused() const { return m_socket.error() == QAbstractSocket::ConnectionRefusedError; }
    [[nodiscard]] QByteArray received();

private:
    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// A sandbox over real sockets with a clock that moves by pass() alone, scenarios, and a seller's ways to
/// ask. A new one for each test.
class StagedSandbox : public QObject, protected SandboxClient
{
    Q_OBJECT

protected:
    /// Begins anew, with the clock at noon and nothing on the board.
    void open(const QList<okoshko::sandbox::Activation> &scenarios = {});
    void close() { m_sandbox.reset(); }

    void pass(std::chrono::milliseconds time) { *m_passed += time.count(); }
    /// So much of what the sandbox itself waits for by the computer's time is over at once.
    void skip(std::chrono::milliseconds time) { m_sandbox->thread.skip(time); }
    [[nodiscard]] okoshko::sandbox::ScenarioBoard &board() { return m_sandbox->thread.scenarios(); }
    /// Switches a scenario on by name.
    void arm(const QByteArray &name, const QByteArray &on = {}, const QByteArray &times = {});

    /// An answer: its status and content.
    struct Said
    {
        int status = 0;
        QJsonDocument json;
        QByteArray body;

        [[nodiscard]] QJsonObject order() const { return json.object(); }
        [[nodiscard]] QString text(const char *field) const { return json[QLatin1String(field)].toString(); }
        [[nodiscard]] qsizetype tickets() const { return json[QStringLiteral("tickets")].toArray().size(); }
    };
    Said tell(const QByteArray &method, const QString &target, const QByteArray &body = {});
    Said create(const QString &event, const QString &set, int count);
    Said change(const QString &order, const QByteArray &body);
    /// Creates an order of one ticket, chooses and starts; the demo's event has a page, the club's has none.
    Said started(const QString &event, const QString &set);
    /// The event as it is on sale; empty if it is not.
    QJsonObject event(const QString &id);
    int vacant(const QString &eventId, const QString &set);
    static okoshko::sandbox::Instant moment(const QJsonValue &text);
    static okoshko::sandbox::Instant noon();

private:
    std::shared_ptr<std::atomic<qint64>> m_passed; ///< the sandbox reads it in its own thread
    std::unique_ptr<Sandbox> m_sandbox;
};
