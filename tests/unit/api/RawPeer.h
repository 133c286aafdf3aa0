// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <utility>

/// A server on loopback that does exactly what its script says, byte by byte, well behaved or not, and writes down all
/// that reached it. Lives on the thread of the test.
class RawPeer final : public QObject
{
    Q_OBJECT
public:
    /// What is done with the connection once the bytes are written.
    enum class After {
        Keep,
        Fin,
        Rst,
    };
    /// When the answer begins.
    enum class When {
        BodyRead, ///< the request is whole
        HeadRead, ///< the head is; whatever comes of the body is never read
        Accepted, ///< nothing was read at all
    };

    struct Reply
    {
        QByteArray bytes; ///< empty = silence
        After after = After::Keep;
        When when = When::BodyRead;
        int dripMs = 0; ///< a byte each so many milliseconds, over and over once \a bytes ended; 0 = all at once
    };

    struct Request
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    explicit RawPeer(QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;

    /// The answer to the next request without one; after the last, the last is given again.
    void answer(const Reply &reply) { m_script.append(reply); }
    /// A whole, well-formed answer.
    void answer(int status, const QByteArray &body = {}, const QList<QByteArray> &headers = {});
    [[nodiscard]] static QByteArray http(int status, const QByteArray &body, const QList<QByteArray> &headers = {});

    /// From now on the answer to each request, by its target, instead of the script's.
    void answerBy(std::function<Reply(const QByteArray &target)> choose) { m_choose = std::move(choose); }

    [[nodiscard]] int connections() const { return m_connections; }
    /// Requests whose head arrived, whole or not.
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] int openConnections() const;

private:
    struct Line
    {
        QByteArray buffer;
        qsizetype missing = -1; ///< bytes of the body to come; -1 = the head is not whole
        QByteArray target;
        bool dead = false; ///< reads and answers no more
    };

    void onConnection();
    void onBytes(QTcpSocket *socket);
    void readHead(Line &line);
    [[nodiscard]] Reply take(const QByteArray &target = {});
    [[nodiscard]] Reply next() const;
    void play(QTcpSocket *socket, const Reply &reply);
    void drip(QTcpSocket *socket, const Reply &reply);
    static void finish(QTcpSocket *socket, After after);

    QHash<QTcpSocket *, Line> m_lines;
    QList<Reply> m_script;
    qsizetype m_next = 0;
    std::function<Reply(const QByteArray &)> m_choose;
    int m_connections = 0;
    QList<Request> m_requests;
    QTcpServer m_server; ///< the last, so that its connections go before what they write into
};
