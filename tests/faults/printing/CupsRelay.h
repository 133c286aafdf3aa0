// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QTcpServer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace okoshko::test {

/// Stands between a client and a CUPS at a socket, and holds back, or watches, what the client sends. Runs in the event
/// loop.
class CupsRelay final : public QObject
{
    Q_OBJECT
public:
    enum class Operation : quint16 { CreateJob = 0x0005, SendDocument = 0x0006, GetJobs = 0x000A };

    explicit CupsRelay(const QString &server, QObject *parent = nullptr);

    /// Its address, as in CUPS_SERVER.
    [[nodiscard]] QString server() const;
    /// Requests for \a queue are not passed on, and never answered.
    void holdBack(const QString &queue) { m_heldBack.insert("POST /printers/" + queue.toUtf8() + ' '); }
    /// Called before a request of \a operation is passed on.
    void before(Operation operation, std::function<void()> then);
    /// Connections that are held back now.
    [[nodiscard]] int heldBack() const { return m_held; }
    /// Ends all connections of clients.
    void cut();

private:
    void accept();
    void pass(QTcpSocket &client, const QByteArray &bytes);

    QString m_server;
    QTcpServer m_listener;
    QSet<QByteArray> m_heldBack;
    QByteArray m_watched; ///< how the watched request begins
    std::function<void()> m_then;
    int m_held = 0;
};

} // namespace okoshko::test
