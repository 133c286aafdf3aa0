// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTcpServer>

#include <functional>
#include <utility>

QT_FORWARD_DECLARE_CLASS(QLocalSocket)
QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace okoshko::test {

/// Stands between a client and a CUPS at a socket, and holds back, or watches, what they send. Runs in the event loop
/// of its thread.
class CupsRelay final : public QObject
{
    Q_OBJECT
public:
    enum class Operation : quint16 { CreateJob = 0x0005, SendDocument = 0x0006, GetJobs = 0x000A };
    /// Of a request.
    enum class Moment {
        Asked,      ///< nothing of the operation was passed on yet
        InDocument, ///< of SendDocument: a part of the document was passed on
        Answered,   ///< CUPS has acted, and nothing of its answer was passed on yet
    };

    explicit CupsRelay(const QString &server, QObject *parent = nullptr);

    /// Its address, as in CUPS_SERVER.
    [[nodiscard]] QString server() const;
    /// Requests for \a queue are not passed on, and never answered.
    void holdBack(const QString &queue) { m_heldBack.insert("POST /printers/" + queue.toUtf8() + ' '); }
    /// Calls \a then once, at \a moment of the next request of \a operation for \a queue, or for any.
    void at(Operation operation, Moment moment, std::function<void()> then, const QString &queue = {});
    void before(Operation operation, std::function<void()> then) { at(operation, Moment::Asked, std::move(then)); }
    void watchNothing() { m_then = nullptr; }
    /// Connections that are held back now.
    [[nodiscard]] int heldBack() const { return m_held; }
    /// Ends all connections of clients.
    void cut();
    /// The same, and nothing more of what they sent is passed on.
    void sever();

private:
    void accept();
    void pass(QTcpSocket &client, const QByteArray &bytes);
    void passBack(QTcpSocket &client, const QByteArray &bytes);

    QString m_server;
    QTcpServer m_listener;
    QSet<QByteArray> m_heldBack;
    QByteArray m_watched; ///< how the watched request begins
    Moment m_moment = Moment::Asked;
    std::function<void()> m_then; ///< nothing: nothing is watched
    QByteArray m_watchedQueue;
    QPointer<QTcpSocket> m_watchedClient; ///< has sent the watched request
    int m_held = 0;
};

} // namespace okoshko::test
